# A comment with 宽字, combining é, and a right-to-left override: ‮abc‬.
wide = '你好' * 40
escape = '\x1b[2J\x1b]0;title\x07'
print(escape, wide)
print('\ud800 \uffff \x85 \t tab')
raise ValueError(escape + wide)
