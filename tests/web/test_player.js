/* test_player.js: the page of a run, in Chromium: every control and key, every lesson. */
'use strict';
const { plan, test, ended, run, exported, browser, watched, open, same } = require('./web.js');

const at = (page) => page.evaluate(() => Number(document.querySelector('input[type=range]').value));
const text = (page, pane) => page.locator('[aria-labelledby=pane-' + pane + '].body').innerText();
const press = (page, ...keys) => keys.reduce((p, key) => p.then(() => page.keyboard.press(key)), Promise.resolve());

function lessons() {
  return run('lessons', '--json').match(/"id":"[^"]+"/g).map((s) => s.slice(6, -1));
}

/* Answers nothing: questions are switched off, then all steps are gone through. */
async function stepThrough(page) {
  return page.evaluate(() => {
    const slider = document.querySelector('input[type=range]');
    const press = (key) => document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const steps = [];
    for (let k = 0; k < Number(slider.max); k++) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true }));
      steps.push(Number(slider.value));
    }
    return steps;
  });
}

async function main() {
  const b = await browser();
  const context = await b.newContext({ viewport: { width: 1300, height: 900 } });
  const page = await watched(context);
  plan(1);
  await test('every lesson, in both languages, to its end', async () => {
    const faults = [];
    for (const id of lessons()) {
      const file = exported('lesson.html', id);
      for (const lang of ['en', 'zh']) {
        await open(page, file, '#lang=' + lang);
        const box = page.locator('header input[type=checkbox]');
        if (await box.count()) await box.uncheck();
        const steps = await stepThrough(page);
        if (steps.some((k, i) => k !== i + 1)) faults.push(id + ' ' + lang + ': steps ' + steps.join(' '));
        faults.push(...same(id, await page.evaluate(() => document.documentElement.lang), lang));
        faults.push(...page.troubles.splice(0).map((t) => id + ' ' + lang + ': ' + t));
      }
    }
    return faults;
  });
  await b.close();
  process.exitCode = ended();
}
main();
