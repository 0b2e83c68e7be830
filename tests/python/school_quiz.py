"""A quiz with answers from a list, hints, points, and a summary in words."""
QUESTIONS = [
    {'text': 'What joins scope names?', 'answer': '/', 'points': 1},
    {'text': 'Which call shares variables?', 'answer': ['reuse_variables', 'get_variable'], 'points': 2},
    {'text': 'How many bits has a float32?', 'answer': 32, 'points': 1, 'hint': 'It is in the name.'},
]


def is_right(question, given):
    answer = question['answer']
    if isinstance(answer, (list, tuple, set)):
        return given.strip().lower() in answer
    return str(answer) == given.strip()


def plural(n, word):
    return '%d %s%s' % (n, word, '' if n == 1 else 's')


def ask(questions, answers):
    answers, points = iter(answers), 0
    for number, q in enumerate(questions, start=1):
        print('%d. %s (%s)' % (number, q['text'], plural(q['points'], 'point')))
        for attempt in ('first', 'second'):
            try:
                given = next(answers)
            except StopIteration:
                print('   no answer')
                return points
            if is_right(q, given):
                won = q['points'] if attempt == 'first' else q['points'] / 2
                points += won
                print('   %r is right: +%g' % (given, won))
                break
            print('   %r is wrong.' % given, q.get('hint', 'Try again.') if attempt == 'first' else '')
        else:
            print('   The answer was', q['answer'])
    return points


print(ask(QUESTIONS, ['/', 'get_variable ', '31', '32']))
print(ask(QUESTIONS, ['.', ':', 'REUSE_VARIABLES']))
print(ask([], []), sum(q['points'] for q in QUESTIONS), [q['text'][:4] for q in QUESTIONS if 'hint' not in q])
