/* test_cast.js: recordings in asciinema-player: they play to their end, there is a marker a step, and who seeks to one
 * sees that step's screen. */
'use strict';
const http = require('http');
const { plan, test, ended, run, exported, browser, watched, same, modules, fs, path } = require('./web.js');

const BUNDLE = path.join(modules, 'asciinema-player', 'dist', 'bundle');
const PAGE = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/asciinema-player.css">' +
  '<div id="player"></div><script src="/asciinema-player.min.js"></script></html>';
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.cast': 'text/plain' };

/* The player, its style and recordings, for this test alone. */
function served(casts) {
  return new Promise((done) => {
    const server = http.createServer((request, response) => {
      const name = request.url.slice(1), file = casts[name] || path.join(BUNDLE, path.basename(name));
      response.setHeader('content-type', (TYPES[path.extname(name)] || 'text/html') + '; charset=utf-8');
      response.end(name ? fs.readFileSync(file) : PAGE);
    }).listen(0, '127.0.0.1', () => done(server));
  });
}

/* What stands on the screen, row by row. What the player draws as shapes instead of text is left out of both. */
const plain = (row) => row.replace(/[\u2580-\u259f\u25b8\u25b2\u25cf]/g, ' ').trimEnd();
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.ap-line')].map((line) => {
  let row = '';
  for (const span of line.children) row = row.padEnd(Number(span.style.getPropertyValue('--offset'))) + span.textContent;
  return row;
}));

/* The screens of all steps, one after the other, as the recording has them: [step][row]. */
function screens(lesson, steps) {
  let keys = '';
  for (let k = 1; k <= steps; k++) keys += ':go<Space>' + k + '<CR> ';
  return run('--script', keys, '--size', '80x24', lesson).split(/^== .*\n/m).slice(1).map((s) => s.split('\n'));
}

function differ(what, is, should) {
  const faults = [];
  for (let i = 0; i < 24; i++) if (plain(is[i] || '') !== plain(should[i] || '')) faults.push(what + ', row ' + i + ':', '  ' + is[i], '  ' + should[i]);
  return faults;
}

async function begin(page, url, cast, options) {
  await page.goto(url);
  await page.evaluate(([name, more]) => {
    window.markers = [];
    window.player = AsciinemaPlayer.create('/' + name, document.getElementById('player'), { preload: true, fit: false, ...more });
    window.player.addEventListener('marker', (m) => window.markers.push(m.label));
    window.player.addEventListener('ended', () => { window.over = true; });
  }, [cast, options]);
  await page.waitForFunction(() => document.querySelectorAll('.ap-line').length === 24 && document.querySelector('.ap-marker'), null, { timeout: 20000 });
}

async function seeks(page, url, cast, wanted) {
  const faults = [], steps = wanted.length - 1;
  await begin(page, url, cast, {});
  faults.push(...same('markers', await page.evaluate(() => document.querySelectorAll('.ap-marker').length), steps + 1));
  for (const step of [3, steps, 1, Math.floor(steps / 2)]) {
    await page.evaluate(async (marker) => window.player.seek({ marker }), step);
    await page.waitForFunction((k) => document.querySelector('.ap-line').textContent.includes('step ' + k + '/'), step, { timeout: 20000 });
    faults.push(...differ('step ' + step, await shown(page), wanted[step]));
  }
  return [...faults, ...page.troubles.splice(0).filter((t) => !t.startsWith('request: http://127.0.0.1'))];
}

async function plays(page, url, cast, wanted) {
  const steps = wanted.length - 1;
  await begin(page, url, cast, { speed: 100 });
  await page.evaluate(() => window.player.play());
  await page.waitForFunction(() => window.over, null, { timeout: 30000 });
  const markers = await page.evaluate(() => window.markers);
  const faults = same('markers that were passed', markers.length, steps + 1);
  markers.forEach((label, i) => { if (i && !label.startsWith(i + '  ')) faults.push('marker ' + i + ' is called ' + label); });
  return [...faults, ...differ('the end', await shown(page), wanted[steps])];
}

async function main() {
  const lesson = 'box-values', steps = JSON.parse(run('trace', '--json', lesson)).steps.length / 3;
  const casts = {}, wanted = screens(lesson, steps);
  for (const version of ['2', '3']) casts['v' + version + '.cast'] = exported('v' + version + '.cast', lesson, '--size', '80x24', '--cast', version);
  const server = await served(casts), url = 'http://127.0.0.1:' + server.address().port + '/';
  const b = await browser(), page = await watched(await b.newContext());
  plan(4);
  for (const version of ['2', '3']) {
    await test('version ' + version + ': seeking to a marker', () => seeks(page, url, 'v' + version + '.cast', wanted));
    await test('version ' + version + ': playing to the end', () => plays(page, url, 'v' + version + '.cast', wanted));
  }
  await b.close();
  server.close();
  process.exitCode = ended();
}
main();
