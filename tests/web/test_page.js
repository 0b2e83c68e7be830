/* test_page.js: what must hold of any page: nothing that is in it can act, it can be read by everybody, it is small and
 * fast; the website of the course; pictures. */
'use strict';
const zlib = require('zlib');
const { plan, test, ended, run, exported, written, browser, watched, open, same, folder, modules, fs, path } = require('./web.js');

const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');

/* ---- nothing in it can act ---- */

const SCRIPT = '</script><script>window.bad=1</script><img src=x onerror=window.bad=2>]]><!--<svg onload=window.bad=3>';
const HOSTILE = `# -*- coding: utf-8 -*-
import tensorflow as tf
s = ${JSON.stringify(SCRIPT)}  # \u202e\u2066 ${SCRIPT}
print(s)
print("\\x1b[31mred\\x07 \\u202egnp.exe \\u2028\\u2029 \`\`\` | <b>bold</b>")
print("\\ud800 lone")
d = {s: [s, (s,)]}
long = "${'x'.repeat(1 << 20)}"
print(long)
try:
    tf.constant(1, name=s)
except ValueError as e:
    print(e)
tf.get_variable(s + '\\u202e', shape=[1])
`;

/* A lesson that holds the same everywhere. */
function hostileLesson() {
  const dir = path.join(folder, 'pack', '01-hostile');
  const two = (text) => ({ en: text + SCRIPT, zh: '坏' + text + SCRIPT });
  const prose = SCRIPT.replace('<!--', ''); /* that would be a note for the presenter */
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'program.py'), 'import tensorflow as tf\na = tf.Variable(1, name="a")\nprint("' + SCRIPT + '")\n');
  fs.writeFileSync(path.join(dir, 'text.en.md'), '# ' + prose + '\n\n## [start] ' + prose + '\n' + prose + '\n\n    ' + prose + '\n\n- `' + prose + '`\n');
  fs.writeFileSync(path.join(dir, 'text.zh.md'), '# 坏' + prose + '\n\n## [start] 坏\n`' + prose + '`\n');
  fs.writeFileSync(path.join(dir, 'lesson.json'), JSON.stringify({
    id: 'hostile', order: 1, tf: '1.4', program: 'program.py', chapter: two('chapter'),
    questions: [{ id: 'q', at: 'variable a', kind: 'choice', text: two('question'),
      choices: [{ ...two('one'), right: true, comment: two('c') }, { ...two('two'), right: false, comment: two('c') }],
      right: two('right'), hints: [two('1'), two('2'), two('3')] }],
  }));
  return path.join(folder, 'pack');
}

const acted = (page) => page.evaluate(() => ({ bad: window.bad || 0, images: document.querySelectorAll('img, svg').length, scripts: document.scripts.length }));

async function nothingActs(page, file, hash) {
  await open(page, file, hash);
  const n = await page.evaluate(() => Number(document.querySelector('input[type=range]').max));
  for (let k = 0; k < n; k++) await page.keyboard.press('Space');
  await page.keyboard.press('G');
  const is = await acted(page);
  return [...same('what acted', JSON.stringify(is), JSON.stringify({ bad: 0, images: 0, scripts: 2 })), ...page.troubles.splice(0)];
}

async function hostileProgram(page) {
  const name = '<img src=x onerror=window.bad=4>&"\'.py';
  const file = exported('hostile.html', written(name, HOSTILE), '--tf', '1.4');
  const faults = await nothingActs(page, file);
  const output = await page.locator('.body[aria-labelledby=pane-output]').innerText();
  if (!output.includes(SCRIPT.slice(0, 60)) && !output.includes('ValueError')) faults.push('output: ' + output.slice(-300));
  await page.keyboard.press('g');
  for (let k = 0; k < 3; k++) await page.keyboard.press('Space');
  const shown = await page.evaluate(() => document.getElementById('player').innerText);
  if (!shown.includes(SCRIPT)) faults.push('the text itself is not shown');
  if (/[\u001b\u0007\u202e\u2066]/.test(shown)) faults.push('control characters are shown as such');
  const before = await page.evaluate(() => performance.now());
  await page.keyboard.press('G');
  await page.evaluate(() => document.body.offsetHeight);
  const took = (await page.evaluate(() => performance.now())) - before;
  if (took > 2000) faults.push('a line of 1 MB takes ' + took + ' ms');
  return faults;
}

async function hostilePack(page) {
  const args = ['--no-course', '--lessons', hostileLesson()];
  const file = path.join(folder, 'pack.html');
  run(...args, 'export', 'hostile', '-o', file);
  const faults = [...(await nothingActs(page, file, '#lang=en')), ...(await nothingActs(page, file, '#lang=zh'))];
  const site = path.join(folder, 'hostile-site');
  run(...args, 'export', '--all', site);
  await open(page, path.join(site, 'index.html'));
  await page.getByRole('searchbox').fill('question');
  const is = await acted(page);
  faults.push(...same('what acted in the index', JSON.stringify(is), JSON.stringify({ bad: 0, images: 0, scripts: 2 })));
  return [...faults, ...page.troubles.splice(0)];
}

/* The policy is there and in force: neither scripts nor styles nor requests that somebody brings in get through. */
async function policy(page, file) {
  await open(page, file);
  const faults = page.troubles.splice(0);
  const html = fs.readFileSync(file, 'utf8');
  const m = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
  if (!m || html.indexOf('<style') < m.index || html.indexOf('<title') < m.index) faults.push('no policy in front');
  if (m && /unsafe|https?:|\*/.test(m[1])) faults.push(m[1]);
  await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.bad = 5';
    document.body.append(script);
    const div = document.createElement('div');
    div.innerHTML = '<p id="styled" style="position:fixed">x</p><button onclick="window.bad = 6">x</button>';
    document.body.append(div);
    div.querySelector('button').click();
    try { await fetch('data:text/plain,x'); window.bad = 7; } catch (e) { /* refused, as it must be */ }
  });
  const is = await page.evaluate(() => [window.bad, getComputedStyle(document.getElementById('styled')).position]);
  faults.push(...same('what got through', JSON.stringify(is), JSON.stringify([null, 'static'])));
  if (!page.troubles.splice(0).some((t) => /Content Security Policy/.test(t))) faults.push('nothing was refused');
  return faults;
}

async function withoutScripts(b, file) {
  const context = await b.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('file://' + file);
  const text = await page.locator('#transcript').innerText();
  const title = JSON.parse(run('lessons', '--json')).find((l) => l.id === 'box-values').title;
  const wanted = [title, 'import tensorflow as tf', 'Step 4 of 23', 'scope_vars/b:0', 'The variables', '名字'];
  const faults = wanted.filter((w) => !text.includes(w)).map((w) => 'it does not have ' + w);
  await context.close();
  return faults;
}

/* ---- it can be read by everybody ---- */

async function accessible(page, what) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return found.violations.map((v) => what + ': ' + v.id + ': ' + v.help + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120) + ' ' + n.failureSummary.split('\n').slice(1, 3).join(' ')).join(' | '));
}

async function everyWay(b, file, site) {
  const faults = [];
  for (const colorScheme of ['light', 'dark'])
    for (const [width, height] of [[1300, 900], [320, 256]]) {
      const what = colorScheme + ' ' + width;
      const page = await watched(await b.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' }));
      await open(page, file, '#step=14&lang=en');
      faults.push(...(await accessible(page, what)));
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Hint', exact: true }).click();
      faults.push(...(await accessible(page, what + ', a question')));
      faults.push(...(await sizes(page, what)));
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      faults.push(...(await accessible(page, what + ', help')));
      await page.keyboard.press('Escape');
      await page.evaluate(() => { document.documentElement.classList.remove('playing'); document.getElementById('player').hidden = true; });
      faults.push(...(await accessible(page, what + ', transcript')));
      await open(page, site);
      faults.push(...(await accessible(page, what + ', index')), ...(await sizes(page, what + ', index')));
      faults.push(...page.troubles);
      await page.context().close();
    }
  return faults;
}

/* Targets have 24 pixels, and nothing is wider than the window. */
async function sizes(page, what) {
  return page.evaluate((name) => {
    const faults = [];
    for (const e of document.querySelectorAll('button, input, label, .buttons a, .lessons a, [role=treeitem]')) {
      const r = e.getBoundingClientRect();
      if (r.width && (r.height < 23.9 || r.width < 23.9)) faults.push(name + ': a target of ' + r.width + 'x' + r.height + ': ' + e.outerHTML.slice(0, 80));
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push(name + ': the page is ' + document.documentElement.scrollWidth + ' wide');
    return faults;
  }, what);
}

/* Every colour of text on every background that it may stand on, as the styles have them. */
async function contrast(b, file) {
  const faults = [];
  for (const theme of ['light', 'dark']) {
    const page = await watched(await b.newContext({ colorScheme: theme === 'light' ? 'dark' : 'light' }));
    await open(page, file);
    const colours = await page.evaluate((t) => {
      document.documentElement.dataset.theme = t;
      const s = getComputedStyle(document.documentElement);
      const names = ['back', 'pane', 'here', 'next', 'match', 'text', 'dim', 'link', 'scope', 'variable', 'type', 'value', 'new', 'changed', 'shared', 'error', 'good', 'line', 'focus'];
      return Object.fromEntries(names.map((n) => [n, s.getPropertyValue('--' + n).trim()]));
    }, theme);
    const light = (hex) => {
      const [r, g, bl] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
    };
    const ratio = (x, y) => { const [a, c] = [light(x), light(y)].sort((p, q) => q - p); return (a + 0.05) / (c + 0.05); };
    const check = (front, back, least) => {
      const r = ratio(colours[front], colours[back]);
      if (!(r >= least)) faults.push(theme + ': ' + front + ' on ' + back + ' is ' + r.toFixed(2));
    };
    for (const front of ['text', 'dim', 'link', 'scope', 'variable', 'type', 'value', 'new', 'changed', 'shared', 'error', 'good'])
      for (const back of ['back', 'pane']) check(front, back, 4.5);
    for (const back of ['here', 'next', 'match']) check('text', back, 4.5);
    for (const front of ['line', 'focus']) for (const back of ['back', 'pane']) check(front, back, 3);
    await page.context().close();
  }
  return faults;
}

/* All that can be reached by Tab, in the order of the page, with a focus that is seen. */
async function focus(page, file) {
  await open(page, file, '#step=3');
  const seen = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement, s = getComputedStyle(e);
      if (e === document.body) return null;
      const all = [...document.querySelectorAll('*')];
      return { index: all.indexOf(e), name: e.tagName + ' ' + (e.getAttribute('aria-labelledby') || e.textContent.slice(0, 20)), seen: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 };
    });
    if (!at) break;
    seen.push(at);
  }
  const faults = seen.filter((s) => !s.seen).map((s) => 'no focus is seen on ' + s.name);
  seen.forEach((s, i) => { if (i && s.index < seen[i - 1].index) faults.push('out of order: ' + s.name); });
  for (const name of ['program', 'names', 'why', 'scopes', 'values', 'output', 'lesson'])
    if (!seen.some((s) => s.name.endsWith('pane-' + name))) faults.push('not reached: ' + name + ' among ' + seen.map((s) => s.name).join(', '));
  return faults;
}

async function printed(page, file) {
  await open(page, file);
  await page.emulateMedia({ media: 'print' });
  const is = await page.evaluate(() => ['#player', '#transcript', '#transcript [lang=en]', '#transcript [lang=zh]'].map((s) => document.querySelector(s).getClientRects().length > 0));
  return same('what is printed', JSON.stringify(is), JSON.stringify([false, true, true, false]));
}

/* ---- small and fast ---- */

/* Without what is no part of the trace: the lesson and the player's own words. */
function dataSize(file) {
  const packed = /id="data">([^<]*)</.exec(fs.readFileSync(file, 'utf8'))[1];
  const data = JSON.parse(zlib.inflateRawSync(Buffer.from(packed, 'base64')));
  for (const key of ['words', 'sections', 'questions', 'exercises', 'claims', 'deedWords']) delete data[key];
  return zlib.deflateRawSync(JSON.stringify(data), { level: 9 }).length * 4 / 3;
}

function small(big) {
  const faults = [], of = (id, ...more) => {
    const trace = zlib.gzipSync(run('export', id, ...more, '-o', '-', '--format', 'json'), { level: 9 }).length;
    const page = dataSize(exported('size.html', id, ...more));
    if (page > 1.5 * trace) faults.push(id + ': ' + page + ' bytes, the trace has ' + trace);
  };
  JSON.parse(run('lessons', '--json')).forEach((l) => of(l.id));
  of(big, '--tf', '1.8');
  return faults;
}

const BIG = `import tensorflow as tf
total = 0
for i in range(1000):
    with tf.variable_scope('s%d' % (i % 50), reuse=tf.AUTO_REUSE):
        v = tf.get_variable('v', shape=[2], initializer=tf.zeros_initializer())
        w = tf.constant(float(i), name='c')
        y = v + w
    total += i
    a = [i, i + 1]
    a.append(i * 2)
    b = {'k': a, 'i': i}
    if i % 3 == 0:
        print(i, y.name)
print(total)
`;

/* Milliseconds until a page can be played, and those of one step with its layout. */
async function timed(page, file) {
  const start = Date.now();
  await open(page, file);
  const opened = Date.now() - start;
  const step = await page.evaluate(() => {
    const slider = document.querySelector('input[type=range]'), n = Number(slider.max), times = [];
    const key = (k) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: k, bubbles: true }));
    for (let i = 0; i < 40; i++) {
      const before = performance.now();
      if (i % 2) key(' ');
      else { slider.value = Math.floor((n * ((i * 7) % 40)) / 40); slider.dispatchEvent(new Event('input')); }
      document.body.getBoundingClientRect();
      document.querySelector('[role=tree]').scrollHeight;
      times.push(performance.now() - before);
    }
    return times.sort((x, y) => x - y)[20];
  });
  return { opened, step };
}

async function fast(page, big, little) {
  const l = await timed(page, little), b = await timed(page, big);
  console.log('# 10,000 steps: open ' + b.opened + ' ms, step ' + b.step.toFixed(1) + ' ms; a lesson: ' + l.opened + ' ms, ' + l.step.toFixed(1) + ' ms');
  const faults = [];
  if (b.opened > 5000) faults.push('10,000 steps open in ' + b.opened + ' ms');
  if (b.step > 50 && b.step > 10 * l.step) faults.push('one of 10,000 steps takes ' + b.step + ' ms, of a lesson ' + l.step);
  return faults;
}

/* ---- the website, pictures ---- */

async function website(page, site) {
  const faults = [], shown = () => page.locator('article:visible .lessons li:visible').count();
  await open(page, path.join(site, 'index.html'));
  const n = JSON.parse(run('lessons', '--json')).length;
  faults.push(...same('lessons', await shown(), n));
  await page.getByRole('searchbox').fill('INITIALIZER assign');
  const some = await shown();
  if (some === 0 || some >= n) faults.push('found: ' + some);
  await page.getByRole('searchbox').fill('no such words');
  faults.push(...same('found', await shown(), 0));
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: '中文' }).click();
  await page.locator('article:visible a').first().click();
  await page.waitForSelector('html[data-ready=yes]', { state: 'attached' });
  faults.push(...same('language', await page.evaluate(() => document.documentElement.lang), 'zh'));
  await page.getByRole('link', { name: '下一课' }).click();
  await page.waitForSelector('html[data-ready=yes]', { state: 'attached' });
  await page.getByRole('link', { name: '全部课程' }).click();
  await page.waitForSelector('html[data-ready=yes]', { state: 'attached' });
  faults.push(...same('language', await page.evaluate(() => document.documentElement.lang), 'zh'));
  faults.push(...same('files', fs.readdirSync(site).length, n + 1));
  const again = path.join(folder, 'again');
  run('export', '--all', again);
  for (const f of fs.readdirSync(site))
    if (!fs.readFileSync(path.join(site, f)).equals(fs.readFileSync(path.join(again, f)))) faults.push(f + ' is another one the second time');
  return [...faults, ...page.troubles.splice(0)];
}

async function picture(page) {
  const file = exported('box.svg', 'box-values', '--at', '12');
  await page.goto('file://' + file);
  const is = await page.evaluate(() => ({ root: document.documentElement.tagName, text: document.documentElement.textContent, width: document.documentElement.getBoundingClientRect().width }));
  const faults = same('root', is.root, 'svg');
  if (!is.text.includes('scope_vars') || is.width < 300) faults.push(JSON.stringify(is).slice(0, 300));
  return [...faults, ...page.troubles.splice(0)];
}

async function main() {
  const b = await browser();
  const page = await watched(await b.newContext({ viewport: { width: 1300, height: 900 } }));
  const file = exported('lesson.html', 'box-values');
  const big = written('big.py', BIG), bigPage = exported('big.html', big, '--tf', '1.8');
  const site = path.join(folder, 'site');
  run('export', '--all', site);
  plan(13);
  await test('a hostile program', async () => hostileProgram(page));
  await test('a hostile lesson', async () => hostilePack(page));
  await test('the policy is there and in force', async () => policy(await watched(await b.newContext()), file));
  await test('without scripts there is the transcript', async () => withoutScripts(b, file));
  await test('printed is the transcript in the language that is shown', async () => printed(await watched(await b.newContext()), file));
  await test('accessible: light and dark, wide and narrow', async () => everyWay(b, file, path.join(site, 'index.html')));
  await test('contrast of all colours', async () => contrast(b, file));
  await test('everything is reached by Tab, in order, with a focus that is seen', async () => focus(page, file));
  await test('the data of a page are small', async () => small(big));
  await test('10,000 steps are fast', async () => fast(page, bigPage, file));
  await test('the same bytes every time', async () => same('bytes', fs.readFileSync(exported('again.html', 'box-values'), 'utf8') === fs.readFileSync(file, 'utf8'), true));
  await test('the website of the course', async () => website(page, site));
  await test('a picture', async () => picture(page));
  await b.close();
  process.exitCode = ended();
}
main();
