/* test_judge.js: the player judges answers as the program does: thousands of them, in both languages. It says nothing
 * that has no translation. Needs no browser. */
'use strict';
const vm = require('vm');
const zlib = require('zlib');
const { execFileSync } = require('child_process');
const { plan, test, ended, run, exported, fs, path } = require('./web.js');

const source = path.join(__dirname, '..', '..');
const player = (name) => fs.readFileSync(path.join(source, 'assets', 'player', name), 'utf8');
const build = process.env.TFSCOPE_BUILDDIR;

/* The player without a page. */
function loaded() {
  const context = vm.createContext({ TextEncoder });
  vm.runInContext(player('run.js') + player('judge.js') + '; this.judge = judge; this.Run = Run; this.count = count;', context);
  return context;
}

function dataOf(file) {
  return JSON.parse(zlib.inflateRawSync(Buffer.from(/id="data">([^<]*)</.exec(fs.readFileSync(file, 'utf8'))[1], 'base64')));
}

const both = (text, l) => (text === undefined ? '' : typeof text === 'string' ? text : text[l]);

/* What the player says, in one language. */
function said(js, data, q, l, given, lines) {
  const choice = (c) => ({ text: both(c.text, l), comment: both(c.comment, l), right: c.right });
  const asked = { kind: q.kind, answer: both(q.answer, l), right: both(q.right, l), choices: q.choices.map(choice), expected: q.expected.map(choice), words: data.deedWords };
  const a = js.judge(asked, given, lines), translated = (s) => (l === 0 ? s : data.words[s]);
  let comment = a.text || '';
  if (a.comment) {
    const [sentence, n] = a.comment;
    comment = sentence === 'wanted' ? null : sentence === null ? both(q.deeds[n], l) : String(translated(sentence)).replace(/%[ud]/, n);
  }
  return { understood: a.understood, right: a.right, comment };
}

function compare(js, language) {
  const l = ['en', 'zh'].indexOf(language), faults = [], pages = new Map();
  const out = execFileSync(path.join(build, 'tests/web/judged'), [path.join(source, 'lessons'), language, path.join(build, 'locale')], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const lines = out.trim().split('\n').map((line) => JSON.parse(line));
  for (const wanted of lines) {
    if (!pages.has(wanted.lesson)) {
      const data = dataOf(exported('judge.html', wanted.lesson));
      pages.set(wanted.lesson, { data, run: new js.Run(data) });
    }
    const { data, run: r } = pages.get(wanted.lesson);
    const q = data.questions.find((x) => both(x.text, l) === wanted.text);
    if (!q) { faults.push(wanted.lesson + ': the page does not ask ' + wanted.text); continue; }
    const is = said(js, data, q, l, wanted.given, (name) => {
      for (let i = 0, n = js.count(r.nodeStep, q.place); i < n; i++) if (r.names[i] === name) return r.nodeLine[i];
      return 0;
    });
    const same = is.understood === wanted.understood && is.right === wanted.right && (is.comment === null || is.comment === wanted.comment);
    if (!same) faults.push(wanted.lesson + ' ' + q.kind + ' (' + both(q.answer, l) + '): ' + JSON.stringify(wanted.given) + ' is ' + JSON.stringify(is) + ', not ' + JSON.stringify([wanted.understood, wanted.right, wanted.comment]));
  }
  console.log('# ' + lines.length + ' answers');
  return lines.length > 1000 ? faults : ['only ' + lines.length + ' answers'];
}

/* Everything in T('…'), and the sentences of tables and of judge.js, stand in player.def. */
function words() {
  const known = new Set([...fs.readFileSync(path.join(source, 'src/export/player.def'), 'utf8').matchAll(/^WORD\(N_\("(.*)"\)\)$/gm)].map((m) => m[1]));
  const text = player('panes.js') + player('player.js'), found = new Set();
  for (const m of text.matchAll(/\bT\(((?:[^()']|'(?:[^'\\]|\\.)*'|\([^()]*\))*)\)/g)) for (const s of m[1].matchAll(/'((?:[^'\\]|\\.)*)'/g)) found.add(s[1]);
  for (const m of text.matchAll(/(?:\btext: |this\.pane\(|this\.button\('[^']*', )'([^']*)'/g)) found.add(m[1]);
  for (const m of player('judge.js').matchAll(/'([A-Z][^'\n]{12,})'/g)) if (m[1].includes(' ')) found.add(m[1]);
  for (const m of player('index.js').matchAll(/words\('([^']*)'\)/g)) found.add(m[1]);
  const faults = [...found].filter((w) => /[a-z]{2}/.test(w) && !known.has(w) && !['zh', 'en', 'session', 'dark', 'light'].includes(w)).map((w) => 'player.def does not have ' + JSON.stringify(w));
  return found.size > 100 ? faults : ['only ' + found.size + ' sentences were found'];
}

async function main() {
  const js = loaded(), there = fs.existsSync(path.join(build, 'tests/web/judged'));
  plan(there ? 3 : 1);
  await test('everything that the player says can be translated', async () => words());
  for (const language of there ? ['en', 'zh'] : []) await test('answers are judged as by the program, ' + language, async () => compare(js, language));
  process.exitCode = ended();
}
main();
