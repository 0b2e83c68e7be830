x = 1
if x:
    print('before')
    y = undefined_name
print('never')
