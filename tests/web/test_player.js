/* test_player.js: the page of a run in Chromium: every lesson, every control and key, questions, links. */
'use strict';
const { plan, test, ended, run, exported, written, browser, watched, open, same, path, fs, folder } = require('./web.js');

const lessons = () => JSON.parse(run('lessons', '--json')).map((l) => l.id);
const at = (page) => page.evaluate(() => Number(document.querySelector('input[type=range]').value));
const pane = (page, name) => page.locator('.body[aria-labelledby=pane-' + name + ']');
const text = async (page, name) => (await pane(page, name).innerText()).replace(/\u00a0/g, ' ');
const predict = (page) => page.locator('header input[type=checkbox]');

/* The output of a command that ends with the program's error. */
function ran(...args) {
  try {
    return run(...args);
  } catch (e) {
    return e.stdout;
  }
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/* Where one stands after each of these keys: [key, step, key, step …]. */
async function walk(page, ...keys) {
  const faults = [];
  for (let i = 0; i < keys.length; i += 2) {
    await press(page, keys[i]);
    faults.push(...same('after ' + keys[i] + ' (' + i / 2 + ') the step', await at(page), keys[i + 1]));
  }
  return faults;
}

/* All steps, by the key, within the page: as fast as they can be drawn. */
const stepThrough = (page) => page.evaluate(() => {
  const slider = document.querySelector('input[type=range]'), steps = [];
  for (let k = 0; k < Number(slider.max); k++) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
    steps.push(Number(slider.value));
  }
  return steps;
});

async function everyLesson(page) {
  const faults = [];
  await page.addInitScript(() => { try { localStorage.setItem('tfscope-predict', 'off'); } catch (e) { /* stays on */ } });
  for (const id of lessons()) {
    const file = exported(id + '.html', id);
    for (const lang of ['en', 'zh']) {
      await open(page, file, '#lang=' + lang);
      const steps = await stepThrough(page);
      if (!steps.length || steps.some((k, i) => k !== i + 1)) faults.push(id + ' ' + lang + ': steps ' + steps.join(' '));
      faults.push(...same(id, await page.evaluate(() => document.documentElement.lang), lang));
      const shown = await text(page, 'lesson');
      if (shown.length < 20) faults.push(id + ' ' + lang + ': no prose at the end');
      faults.push(...page.troubles.splice(0).map((t) => id + ' ' + lang + ': ' + t));
    }
  }
  return faults;
}

/* What the page shows at a step is what the program's own views say. */
async function sameAsViews(page, file, program) {
  const faults = [];
  const names = JSON.parse(ran('tree', '--json', '--tf', '1.8', program)).map((b) => b.path);
  await open(page, file);
  await press(page, 'G', 'a');
  const shown = await page.evaluate(() => [...document.querySelectorAll('[role=treeitem]')].length);
  if (shown < 3) faults.push('only ' + shown + ' rows');
  await press(page, '*', '*');
  const rows = await page.evaluate(() => [...document.querySelectorAll('[role=treeitem]')].map((r) => r.querySelector('.scope, .variable, .op').textContent.replace(/\/$/, '')));
  const labels = names.map((p) => p.replace(/.*\//, ''));
  faults.push(...same('the tree', rows.join(' '), labels.slice(0, rows.length).join(' ')));
  faults.push(...same('the output', (await text(page, 'output')).split('Traceback')[0].trim(), ran('run', '--tf', '1.8', program).trim()));
  return faults;
}

const PROGRAM = `import tensorflow as tf
with tf.variable_scope('box'):
    a = tf.get_variable('a', initializer=1.0)
    b = tf.Variable(2.0, name='b')
with tf.variable_scope('box', reuse=True):
    c = tf.get_variable('a')
def f(x):
    y = x + 1
    return y
n = f(4)
items = []
items.append(n)
s = tf.Session()
s.run(tf.global_variables_initializer())
print(s.run(a.assign_add(2.0)))
tf.get_variable('box/a', initializer=1.0)
`;

async function keys(page, file) {
  await open(page, file);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  const n = await page.evaluate(() => Number(document.querySelector('input[type=range]').max));
  const faults = await walk(page, 'Space', 1, '.', 2, 's', 3, 'Backspace', 2, ',', 1, 'S', 0, 'Backspace', 0,
    'G', n, 'Space', n, 'g', 0, ']', 2, ']', 3, ']', 4, '[', 3, 'C', 0, 'c', n, 'g', 0);
  await press(page, ' ', ' ', ' ', 'b', 'g'); /* a stop mark on line 3 */
  faults.push(...(await walk(page, 'c', 3, 'c', n, 'C', 3, 'b', 3, 'C', 0)));
  faults.push(...page.troubles.splice(0));
  return faults;
}

async function panes(page, file) {
  const faults = [], has = (what, t, part) => { if (!t.includes(part)) faults.push(what + ' does not have ' + JSON.stringify(part) + ': ' + t.slice(0, 300)); };
  await open(page, file, '#step=3');
  faults.push(...same('the link', await at(page), 3));
  has('why', await text(page, 'why'), 'box/a:0');
  has('scopes', await text(page, 'scopes'), 'variable_scope, line 2');
  has('values', await text(page, 'values'), "a");
  await press(page, 'G');
  has('output', await text(page, 'output'), 'ValueError: Variable box/a already exists');
  has('output', await text(page, 'output'), '3.0');
  has('values', await text(page, 'values'), '[5]');
  has('values', await text(page, 'values'), 'box/a:0');
  await press(page, '[');
  const names = await text(page, 'names');
  has('names', names, 'float32_ref ()');
  has('names', names, '= shared 1 (lines 6)');
  /* in the function: its own names, then the program's */
  await open(page, file, '#step=1');
  await page.locator('.program li').nth(7).locator('.number').click();
  await press(page, 'c');
  has('values', await text(page, 'values'), 'Names in f');
  has('values', await text(page, 'values'), 'Names of the program');
  has('live', await page.locator('[role=status].unseen').innerText(), 'line 8: y = x + 1');
  return [...faults, ...page.troubles.splice(0)];
}

async function tree(page, file) {
  const faults = [], rows = () => page.locator('[role=treeitem]').count();
  const selected = () => page.evaluate(() => (document.querySelector('[aria-selected=true] .scope, [aria-selected=true] .variable, [aria-selected=true] .op') || {}).textContent);
  await open(page, file);
  await press(page, 'G');
  const before = await rows();
  await pane(page, 'names').focus();
  await press(page, 'ArrowDown');
  faults.push(...same('selected', await selected(), 'box/'));
  await press(page, '-');
  faults.push(...same('folded', await page.locator('[role=treeitem]').first().getAttribute('aria-expanded'), 'false'));
  if ((await rows()) >= before) faults.push('nothing was folded');
  await press(page, '+');
  faults.push(...same('rows', await rows(), before));
  await press(page, '*');
  if ((await rows()) >= before) faults.push('* folds nothing');
  await press(page, '*', 'ArrowRight');
  faults.push(...same('selected', await selected(), 'a'));
  await press(page, 'w');
  const why = await text(page, 'why');
  if (!why.includes('Why box/a') || !why.includes('rule 3.3')) faults.push('why: ' + why.slice(0, 200));
  await pane(page, 'names').focus();
  await press(page, 'ArrowLeft', 'ArrowLeft');
  faults.push(...same('selected', await selected(), 'box/'));
  await press(page, '/');
  await page.keyboard.type('init');
  await press(page, 'Enter', 'Escape');
  faults.push(...same('found', await selected(), 'init'));
  await press(page, 'a', 'n');
  if (!/init/i.test(await selected())) faults.push('n: ' + (await selected()));
  const one = await selected();
  await press(page, 'n', 'N');
  faults.push(...same('n and N', await selected(), one));
  faults.push(...same('focus is told', await page.evaluate(() => {
    const tree = document.querySelector('[role=tree]'), row = document.getElementById(tree.getAttribute('aria-activedescendant'));
    return Boolean(row && row.getAttribute('aria-selected') === 'true' && row.getAttribute('aria-level'));
  }), true));
  return [...faults, ...page.troubles.splice(0)];
}

async function controls(page, file) {
  const faults = [], click = (name) => page.getByRole('button', { name, exact: true }).click();
  await open(page, file);
  const n = await page.evaluate(() => Number(document.querySelector('input[type=range]').max));
  for (const [name, step] of [['Step', 1], ['Next landmark', 2], ['Back', 1], ['End', n], ['Start', 0], ['Next landmark', 2], ['Landmark before', 0]]) {
    await click(name);
    faults.push(...same(name, await at(page), step));
  }
  const slider = page.getByRole('slider', { name: 'Step' });
  await slider.focus();
  faults.push(...(await walk(page, 'ArrowRight', 1, 'ArrowRight', 2, 'End', n, 'Home', 0)));
  await press(page, 'ArrowRight');
  if (!/step 1 of \d+, line 1: import/.test(await slider.getAttribute('aria-valuetext'))) faults.push(await slider.getAttribute('aria-valuetext'));
  await page.waitForFunction(() => location.hash === '#step=1&lang=en', null, { timeout: 5000 });
  await page.evaluate(() => { location.hash = '#step=4'; });
  await page.waitForFunction(() => document.querySelector('input[type=range]').value === '4', null, { timeout: 5000 });
  await click('中文');
  faults.push(...same('language', await page.evaluate(() => document.documentElement.lang), 'zh'));
  faults.push(...same('the step stays', await at(page), 4));
  await click('English');
  for (const theme of ['dark', 'light', undefined]) {
    await page.getByRole('button', { name: /^Theme/ }).click();
    faults.push(...same('theme', await page.evaluate(() => document.documentElement.dataset.theme), theme));
  }
  await press(page, '?');
  faults.push(...same('help', await page.locator('dialog').isVisible(), true));
  await page.getByLabel('keys are listened to').uncheck();
  await press(page, 'Escape');
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  faults.push(...(await walk(page, 'Space', 4)));
  await click('Help');
  await page.getByLabel('keys are listened to').check();
  await click('Close');
  const program = pane(page, 'program');
  await program.focus();
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  faults.push(...same('Enter on line 6', await at(page), 6));
  return [...faults, ...page.troubles.splice(0)];
}

async function questions(page, file) {
  const faults = [], lesson = () => text(page, 'lesson');
  const click = (name) => page.getByRole('button', { name, exact: true }).click();
  await open(page, file);
  faults.push(...(await walk(page, 'G', 14, 'Space', 14, 'End', 14)));
  if (!(await lesson()).includes('What will `tf.get_variable'.replace(/`/g, ''))) faults.push('no question: ' + (await lesson()));
  faults.push(...same('focus', await page.evaluate(() => document.activeElement.type), 'radio'));
  await click('Hint');
  if (!(await lesson()).includes('Hint 1: ')) faults.push('no hint');
  await page.getByLabel('error').check();
  await click('Answer');
  if (!(await lesson()).includes('✗')) faults.push('a wrong answer: ' + (await lesson()));
  faults.push(...(await walk(page, 'G', 14)));
  await page.getByLabel('created').check();
  await click('Answer');
  if (!(await lesson()).includes('✓')) faults.push('a right answer: ' + (await lesson()));
  await press(page, 'Space');
  if ((await at(page)) !== 15) faults.push('it does not go on');
  await press(page, 'g');
  await predict(page).uncheck();
  await page.locator('#player h1').click();
  await press(page, 'G');
  const n = await page.evaluate(() => Number(document.querySelector('input[type=range]').max));
  faults.push(...same('without questions', await at(page), n));
  await press(page, 'P');
  faults.push(...same('predictions are on again', await predict(page).isChecked(), true));
  return [...faults, ...page.troubles.splice(0)];
}

async function main() {
  const b = await browser();
  const fresh = async (options) => watched(await b.newContext({ viewport: { width: 1300, height: 900 }, ...options }));
  const program = written('program.py', PROGRAM);
  const file = exported('program.html', program, '--tf', '1.8');
  plan(7);
  await test('every lesson, in both languages, to its end', async () => everyLesson(await fresh()));
  await test('the tree and the output are those of the views', async () => sameAsViews(await fresh(), file, program));
  await test('every key', async () => keys(await fresh(), file));
  await test('what the panes show', async () => panes(await fresh(), file));
  await test('the tree of names: moving, folding, searching, why', async () => tree(await fresh(), file));
  await test('every control', async () => controls(await fresh(), file));
  await test('questions', async () => questions(await fresh(), exported('question.html', 'box-values')));
  await b.close();
  process.exitCode = ended();
}
main();
