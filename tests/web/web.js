/* web.js: what the tests in a browser share: Chromium, pages that are watched, TAP. */
'use strict';
const { execFileSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const modules = process.env.TFSCOPE_NODE_MODULES;
const { chromium } = require(path.join(modules, 'playwright-core'));
const tfscope = process.env.TFSCOPE;
const folder = process.env.TFSCOPE_WEB_FOLDER;

let number = 0, failed = 0, planned = 0;
function plan(n) { planned = n; console.log('1..' + n); }

/* Runs a test: it throws, or returns a list of faults; none: it is good. */
async function test(name, run) {
  if (process.env.TFSCOPE_WEB_ONLY && !name.includes(process.env.TFSCOPE_WEB_ONLY)) { number++; return; }
  let faults;
  try {
    faults = (await run()) || [];
  } catch (e) {
    faults = [e.stack || String(e)];
  }
  number++;
  console.log((faults.length ? 'not ok ' : 'ok ') + number + ' - ' + name);
  for (const line of faults.join('\n').split('\n').slice(0, 40)) if (line) console.log('# ' + line);
  if (faults.length) failed = 1;
}

function ended() { return failed || (number !== planned ? 1 : 0); }

/* The output of tfscope. */
function run(...args) {
  return execFileSync(tfscope, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/* Exports into the folder of the test; the path of the file. */
function exported(name, ...args) {
  const file = path.join(folder, name);
  run('export', ...args, '-o', file, '--force');
  return file;
}

function written(name, text) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, text);
  return file;
}

async function browser() {
  return chromium.launch({
    executablePath: process.env.TFSCOPE_CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/* A page whose troubles are kept: messages, errors, and requests other than that of the file. */
async function watched(context) {
  const page = await context.newPage();
  page.troubles = [];
  page.on('console', (m) => page.troubles.push('console ' + m.type() + ': ' + m.text()));
  page.on('pageerror', (e) => page.troubles.push('error: ' + e.message));
  page.on('request', (r) => {
    if (!r.isNavigationRequest() || !r.url().startsWith('file://')) page.troubles.push('request: ' + r.url().slice(0, 200));
  });
  return page;
}

async function open(page, file, hash) {
  await page.goto('about:blank');
  await page.goto('file://' + file + (hash || ''));
  await page.waitForSelector('html[data-ready=yes]', { timeout: 20000, state: 'attached' });
}

const same = (what, is, wanted) => (is === wanted ? [] : [what + ' is ' + JSON.stringify(is) + ', not ' + JSON.stringify(wanted)]);

module.exports = { plan, test, ended, run, exported, written, browser, watched, open, same, folder, modules, fs, os, path };
