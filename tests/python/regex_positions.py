import re
p = re.compile('a+|\\bb')
print(p.match('aab', 1).span(), p.match('baa', 1, 2).group(), p.search('xaab', 3), [m.span() for m in p.finditer('aabaa', 1)], p.findall('aabaaa', 1, 5), p.fullmatch('xaax', 1, 3).span(), p.match('xaa', pos=1).start())
print(re.compile('^a').match('ba', 1), re.compile('a$').match('xab', 1, 2).span(), p.search('aa', 5), p.search('aé a', 2).span(), p.match('a', -3).span(), p.findall('aaa', 2, 1))
