/* panes.js: what is drawn of a state. Text of programs and lessons reaches the page as text only. */

/* An element: its tag, properties (class, role and aria-… as attributes), children. */
function el(tag, properties, ...children) {
  const e = document.createElement(tag);
  for (const [key, value] of Object.entries(properties || {})) {
    if (key.startsWith('on')) e.addEventListener(key.slice(2), value);
    else if (value === true) e.setAttribute(key, '');
    else if (value !== null && value !== undefined && value !== false) e.setAttribute(key, value);
  }
  e.append(...children.filter((c) => c !== null && c !== undefined && c !== ''));
  return e;
}

/* A line of pieces: role, text, role, text … */
function pieces(line, roles) {
  const p = el('p', { class: 'said' });
  for (let i = 0; i < line.length; i += 2) {
    const role = roles[line[i]], text = cut(safe(line[i + 1]), 2000);
    p.append(role === 'text' ? text : el(role === 'code' ? 'code' : 'span', { class: role }, text));
  }
  return p;
}

/* ---- prose: paragraphs, lists, code of four blanks, `code` ---- */

function inline(into, text) {
  const parts = text.split(/(`[^`\n]+`)/);
  for (const part of parts) {
    if (/^`[^`]+`$/.test(part)) into.append(el('code', {}, safe(part.slice(1, -1))));
    else into.append(safe(part));
  }
  return into;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

function joined(lines) {
  return lines.reduce((text, line) =>
    text === '' ? line
      : text + (WIDE.test(text[text.length - 1]) && WIDE.test(line[0] || '') ? '' : ' ') + line.trim(), '');
}

function prose(text) {
  const out = document.createDocumentFragment();
  let lines = [], list = null, code = null;
  const flush = () => {
    if (!lines.length) return;
    if (list) list.append(inline(el('li'), joined(lines).replace(/^([-*]|[0-9]+\.) /, '')));
    else out.append(inline(el('p'), joined(lines)));
    lines = [];
  };
  for (const line of text.split('\n')) {
    if (/^ {4}/.test(line) && !lines.length) {
      if (!code) out.append((code = el('pre', {}, '')));
      code.append(safe(line.slice(4)) + '\n');
      continue;
    }
    code = null;
    if (/^([-*]|[0-9]+\.) /.test(line)) {
      flush();
      if (!list) out.append((list = el(/^[0-9]/.test(line) ? 'ol' : 'ul')));
      lines.push(line);
    } else if (line.trim() === '') {
      flush();
      list = null;
    } else {
      lines.push(line.trim());
    }
  }
  flush();
  return out;
}

/* ---- the program ---- */

const LINES_MOST = 20000, COLUMNS_MOST = 2000;

class ProgramPane {
  constructor(player) {
    this.player = player;
    this.shown = -1;
    this.list = el('ol', { class: 'program' });
    this.body = el('div', { class: 'body', tabindex: 0, role: 'region', onkeydown: (e) => this.key(e) },
      this.list);
    this.cursor = -1;
  }
  /* The lines of a module. */
  build(module) {
    const m = this.player.run.module[module];
    this.shown = module;
    this.cursor = -1;
    this.rows = m.lines.slice(0, LINES_MOST).map((text, i) => {
      const number = el('span', { class: 'number', title: T('stop mark on the selected line on or off'),
        onclick: () => this.player.toggleStop(module, i) }, String(i + 1));
      return el('li', {}, el('span', { class: 'sign' }), number,
        el('span', { class: 'text' }, cut(safe(text), COLUMNS_MOST) || ' '));
    });
    this.list.replaceChildren(...this.rows);
    if (m.lines.length > LINES_MOST)
      this.list.append(el('li', { class: 'dim' }, '… (+' + (m.lines.length - LINES_MOST) + ')'));
    this.drawStops();
  }
  drawStops() {
    const stops = this.player.stops;
    this.rows.forEach((row, i) => row.classList.toggle('stop', stops.has(this.shown + ':' + i)));
  }
  sign(line, kind, sign, words) {
    const row = this.rows[line];
    if (!row) return;
    row.classList.add(kind);
    row.firstChild.replaceChildren(el('span', { 'aria-hidden': 'true' }, sign),
      el('span', { class: 'unseen' }, words));
    this.signed.push([row, kind]);
  }
  draw(k) {
    const run = this.player.run, ran = run.place(k), next = run.place(k + 1);
    const module = ran ? ran.module : next ? next.module : 0;
    if (module !== this.shown) this.build(module);
    for (const [row, kind] of this.signed || []) {
      row.classList.remove(kind);
      row.firstChild.replaceChildren();
    }
    this.signed = [];
    if (next && next.module === module) this.sign(next.line, 'next', '▸', T('runs next:'));
    if (ran) this.sign(ran.line, 'ran', k === run.n && run.errors.has(k) ? '!' : '✓', T('ran:'));
    this.reveal((ran || next || { line: 0 }).line);
  }
  reveal(line) {
    const row = this.rows[line];
    if (row) into(this.body, row.offsetTop - this.list.offsetTop, row.offsetHeight);
  }
  select(line) {
    if (this.cursor >= 0) this.rows[this.cursor].classList.remove('cursor');
    this.cursor = Math.max(0, Math.min(this.rows.length - 1, line));
    this.rows[this.cursor].classList.add('cursor');
    this.reveal(this.cursor);
    this.player.say(T('Line %d').replace('%d', this.cursor + 1) + ': ' +
      this.player.run.module[this.shown].lines[this.cursor]);
  }
  key(e) {
    const ran = this.player.run.place(this.player.k), from = this.cursor >= 0 ? this.cursor : ran ? ran.line : 0;
    if (e.key === 'ArrowDown') this.select(from + 1);
    else if (e.key === 'ArrowUp') this.select(from - 1);
    else if (e.key === 'Enter') this.player.goToLine(this.shown, from);
    else return;
    e.preventDefault();
  }
}

/* Scrolls a box of its own, never the page, so that a part of it is seen. */
function into(box, top, height) {
  if (top < box.scrollTop) box.scrollTop = Math.max(0, top - height);
  else if (top + height > box.scrollTop + box.clientHeight)
    box.scrollTop = top + 2 * height - box.clientHeight;
}

/* ---- names: only the rows that are seen are in the page ---- */

const SPARE = 8, PATH_MOST = 300;

class NamesPane {
  constructor(player) {
    this.player = player;
    this.folds = new Map();
    this.all = null; /* folded or unfolded all */
    this.selected = '';
    this.found = '';
    this.library = false;
    this.space = el('div', { role: 'presentation' });
    this.below = el('div', { role: 'presentation' });
    this.body = el('div', { class: 'body tree', role: 'tree', tabindex: 0,
      onkeydown: (e) => this.key(e), onscroll: () => this.window() });
    this.empty = el('p', { class: 'dim empty' });
    this.rows = [];
    this.height = 24;
  }
  isOpen(b) {
    const fold = this.folds.get(b.path);
    return fold !== undefined ? fold : this.all !== null ? this.all : b.node < 0;
  }
  draw(k) {
    const tree = this.player.run.tree(k, this.library);
    this.k = k;
    this.treeNow = tree;
    this.rows = tree ? tree.rows(k, (b) => this.isOpen(b)) : [];
    this.markRows(tree, k);
    this.empty.textContent = this.rows.length ? '' : T('(the graph is empty)');
    this.empty.hidden = this.rows.length > 0;
    if (this.player.stepped !== k) this.showNews();
    this.window(true);
  }
  markRows(tree, k) {
    this.signs = new Map(); /* branch: sign; a branch above one that changed: the dot */
    const put = (b, sign) => {
      this.signs.set(b, sign);
      for (let a = b.above; a; a = a.above) if (!this.signs.has(a)) this.signs.set(a, '•');
    };
    if (!tree || k === 0) return;
    const fresh = [];
    const run = this.player.run;
    for (let i = count(run.nodeStep, k - 1), n = count(run.nodeStep, k); i < n; i++) {
      const b = tree.ofNode.get(i);
      for (let a = b; a && a.made === k; a = a.above) fresh.push(a);
    }
    fresh.forEach((b) => put(b, '+'));
    for (const [node, sign] of run.marks.get(k) || []) {
      const b = tree.ofNode.get(node);
      if (b && (sign === '!' || this.signs.get(b) !== '+')) put(b, sign);
    }
  }
  /* The first row that something happened to comes into view. */
  showNews() {
    const i = this.rows.findIndex((b) => '+~=!'.includes(this.signs.get(b) || ' '));
    if (i >= 0) into(this.body, i * this.height, this.height);
  }
  window(anew) {
    const first = Math.max(0, Math.floor(this.body.scrollTop / this.height) - SPARE);
    const last = Math.min(this.rows.length,
      first + Math.ceil(this.body.clientHeight / this.height) + 2 * SPARE);
    if (!anew && first === this.first && last === this.last) return;
    this.first = first;
    this.last = last;
    const shown = this.rows.slice(first, last).map((b, i) => this.row(b, first + i));
    this.space.style.height = first * this.height + 'px';
    this.below.style.height = (this.rows.length - last) * this.height + 'px';
    this.body.replaceChildren(this.space, ...shown, this.below);
    if (shown.length && shown[0].offsetHeight) this.height = shown[0].offsetHeight;
    this.tell();
  }
  tell() {
    const i = this.rows.findIndex((b) => b.path === this.selected);
    if (i >= this.first && i < this.last) this.body.setAttribute('aria-activedescendant', 'name-' + i);
    else this.body.removeAttribute('aria-activedescendant');
  }
  row(b, i) {
    const run = this.player.run, k = this.k, node = b.nodeStep <= k ? b.node : -1;
    const kids = b.kids.length > 0 && b.kids[0].made <= k, open = kids && this.isOpen(b);
    const sign = this.signs.get(b);
    const role = node < 0 ? 'scope' : run.nodeFlags[node] & 1 ? 'variable' : 'op';
    const words = { '+': T('new'), '~': T('changed'), '=': T('shared'), '!': T('error') };
    const row = el('div', { role: 'treeitem', id: 'name-' + i, 'aria-level': b.level,
      'aria-expanded': kids ? String(open) : null, 'aria-selected': String(b.path === this.selected),
      'aria-setsize': this.rows.length, 'aria-posinset': i + 1,
      onclick: (e) => this.click(b, e) },
    el('span', { class: 'fold', 'aria-hidden': 'true' }, kids ? (open ? '▾' : '▸') : ' '),
    el('span', { class: 'sign ' + ({ '+': 'new', '~': 'value', '=': 'shared', '!': 'error' }[sign] || 'dim'),
      'aria-hidden': 'true' }, sign === '•' ? (open ? ' ' : '•') : sign || ' '),
    words[sign] ? el('span', { class: 'unseen' }, words[sign] + ': ') : null,
    el('span', { class: role + (this.isFound(b) ? ' found' : '') },
      cut(safe(b.label), PATH_MOST) + (node < 0 ? '/' : '')));
    row.firstChild.style.marginLeft = Math.min(b.level - 1, 24) + 'rem';
    if (node >= 0) this.addMore(row, run, node, k);
    return row;
  }
  addMore(row, run, node, k) {
    const value = run.valueOf(node, k), times = run.sharedTimes(node, k);
    const more = [run.texts[run.nodeKind[node]], run.typeOf(node, k)].filter((s) => s).join('  ');
    row.append(el('span', { class: 'more' }, safe(more)));
    if (value) row.append(el('span', { class: 'more value' }, safe(value)));
    if (times.length)
      row.append(el('span', { class: 'more shared' },
        '= ' + T('shared') + ' ' + times.length + ' (' + T('lines') + ' ' + times.map(([, l]) => l).slice(0, 9).join(', ') + ')'));
  }
  isFound(b) {
    return this.found !== '' && b.label.toLowerCase().includes(this.found);
  }
  click(b, e) {
    this.select(b.path);
    if (e.target.classList.contains('fold')) this.fold(b, !this.isOpen(b));
    else this.draw(this.k);
  }
  select(path) {
    this.selected = path;
    const i = this.rows.findIndex((b) => b.path === path);
    if (i >= 0) into(this.body, i * this.height, this.height);
    this.window(true);
  }
  fold(b, open) {
    if (!b || !b.kids.length) return;
    this.folds.set(b.path, open);
    this.draw(this.k);
    this.select(b.path);
  }
  foldAll() {
    this.all = this.all === false;
    this.folds.clear();
    this.draw(this.k);
  }
  at() {
    return this.rows.find((b) => b.path === this.selected) || null;
  }
  move(by) {
    const i = this.rows.findIndex((b) => b.path === this.selected);
    const to = Math.max(0, Math.min(this.rows.length - 1, i + by));
    if (this.rows.length) this.select(this.rows[i < 0 && by > 0 ? 0 : to].path);
  }
  key(e) {
    const b = this.at();
    const keys = {
      ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1),
      PageDown: () => this.move(10), PageUp: () => this.move(-10),
      Home: () => this.move(-1e9), End: () => this.move(1e9),
      ArrowRight: () => b && (this.isOpen(b) ? this.move(1) : this.fold(b, true)),
      ArrowLeft: () => b && (b.kids.length && this.isOpen(b) ? this.fold(b, false) : b.above && this.select(b.above.path)),
      Enter: () => b && (b.kids.length ? this.fold(b, !this.isOpen(b)) : this.player.why()),
    };
    if (!keys[e.key] || e.altKey || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    e.stopPropagation();
    keys[e.key]();
  }
  /* The next branch whose last part has the text, unfolding what is above it. */
  search(by) {
    const tree = this.treeNow;
    if (!tree || !this.found) return;
    const every = tree.rows(this.k, () => true), n = every.length;
    let i = every.findIndex((b) => b.path === this.selected);
    for (let tried = 0; tried < n; tried++) {
      i = (i + by + n + (i < 0 && by < 0 ? 1 : 0)) % n;
      if (!this.isFound(every[i])) continue;
      for (let a = every[i].above; a; a = a.above) this.folds.set(a.path, true);
      this.draw(this.k);
      this.select(every[i].path);
      this.player.say(safe(every[i].path));
      return;
    }
    this.player.say(T('not found'));
  }
}

/* ---- scopes ---- */

const REUSE = ['False', 'True', 'AUTO_REUSE'];

function reuseWords(run, s, k) {
  const whose = s.kind === 1 ? flagOf(run, s, k) : s;
  const from = (i) => {
    const f = run.scope(i, k);
    return T(', inherited from ') + (f.prefix || T('the root')) + (f.line ? T(', line %u').replace('%u', f.line) : '');
  };
  let words = REUSE[whose.reuse];
  if (whose !== s) return words + from(whose.index);
  if (s.on) words += T(', switched on by reuse_variables()') + T(', line %u').replace('%u', s.onLine);
  else if (s.origin === 1) words += from(s.from - 1);
  else if (s.origin === 2) words += T(', brought by the scope object');
  else if (s.origin === 3) words += T(', given here');
  return words;
}

/* A name scope has no flag of its own. */
function flagOf(run, s, k) {
  while (s.kind === 1 && s.above) s = run.scope(s.above - 1, k);
  return s;
}

function scopesTable(run, k) {
  const open = run.scopesAt(k);
  if (!open.length) return el('p', { class: 'dim' }, T('There is no graph yet.'));
  const kind = (s) => (s.kind === 0 ? T('(root)') : s.kind === 1 ? 'name_scope' : 'variable_scope');
  return el('table', {}, el('caption', { class: 'unseen' }, T('Scopes')),
    el('thead', {}, el('tr', {}, ...['with', 'op scope', 'variables', 'reuse'].map((w) => el('th', { scope: 'col' }, T(w))))),
    el('tbody', {}, ...open.slice(-200).map((s) => el('tr', {},
      el('th', { scope: 'row' }, kind(s) + (s.line ? T(', line %u').replace('%u', s.line) : '')),
      el('td', { class: 'scope' }, safe(s.op ? s.op + '/' : '""')),
      el('td', { class: 'scope' }, safe(s.prefix || '""')),
      el('td', {}, reuseWords(run, s, k) + (s.dtype ? ', dtype ' + s.dtype : '') +
        (s.initializer ? ', initializer ' + safe(s.initializer) : ''))))));
}

/* ---- values ---- */

const ROWS_MOST = 200;

function valueTable(title, rows) {
  const more = rows.length - ROWS_MOST;
  return el('table', {}, el('caption', {}, title),
    el('tbody', {}, ...rows.slice(0, ROWS_MOST).map((r) => el('tr', { class: r.changed ? 'changed' : null },
      el('th', { scope: 'row' }, r.changed ? el('span', { class: 'value' }, '~ ') : '', safe(r.name)),
      el('td', { class: 'code value' }, safe(r.text)))),
    more > 0 ? el('tr', {}, el('td', { class: 'dim' }, '… (+' + more + ')')) : null));
}

function variableRows(run, k) {
  const rows = [];
  for (const [v, held] of run.held) {
    const i = count(held.steps, k) - 1;
    if (i < 0) continue;
    const session = run.sessions.size > 1 ? ' (' + T('session') + ' ' + (held.sessions[i] + 1) + ')' : '';
    rows.push({ name: run.names[run.variableNode[v]] + ':0' + session, text: run.texts[held.texts[i]],
      changed: held.steps[i] === k, first: held.steps[0] });
  }
  return rows.sort((a, b) => a.first - b.first);
}

function values(run, k) {
  const out = document.createDocumentFragment();
  for (const frame of run.framesAt(k)) {
    const rows = run.namesIn(frame, k), name = run.texts[run.frameFunction[frame]];
    if (rows.length) out.append(valueTable(name === '<module>' ? T('Names of the program') : T('Names in %s').replace('%s', name), rows));
  }
  const variables = variableRows(run, k);
  if (variables.length) out.append(valueTable(T('Values of variables'), variables));
  const r = count(run.runSteps, k) - 1;
  if (r >= 0) {
    const rows = [];
    for (let i = 0; i < run.runs[r].length; i += 2)
      rows.push({ name: run.texts[run.runs[r][i]], text: run.texts[run.runs[r][i + 1]] || T('(an operation)'),
        changed: run.runSteps[r] === k });
    out.append(valueTable(T('The last session run'), rows));
  }
  if (!out.childNodes.length) out.append(el('p', { class: 'dim' }, T('No names yet.')));
  return out;
}

/* ---- why ---- */

const PRINTED_MOST = 3;

function printedLines(run, k) {
  const lines = [];
  for (let i = count(run.printedStep, k - 1), n = count(run.printedStep, k); i < n; i++)
    lines.push(...run.texts[run.printed[i]].slice(0, 5000).replace(/\n$/, '').split('\n'));
  const out = lines.slice(0, PRINTED_MOST).map((line) =>
    el('p', { class: 'said' }, el('span', { class: 'dim' }, '  : '), cut(safe(line), 400)));
  if (lines.length > PRINTED_MOST) out.push(el('p', { class: 'said dim' }, '  : …'));
  return out;
}

function boundLines(run, k) {
  return (run.bound.get(k) || []).slice(0, 40).map(([name, text]) =>
    el('p', { class: 'said' }, '    ' + safe(run.texts[name]) + ' = ',
      el('span', { class: 'value' }, safe(run.texts[text]))));
}

function heldLines(run, k) {
  return (run.changesOfValues.get(k) || []).slice(0, 40).map(([v, text]) =>
    el('p', { class: 'said' }, el('span', { class: 'variable' }, '    ' + safe(run.names[run.variableNode[v]]) + ':0'),
      ' <- ', el('span', { class: 'value' }, safe(run.texts[text]))));
}

function docLines(run, k, language) {
  return k > 0 ? run.docs[language][run.why[k - 1]].map((line) => pieces(line, run.roles)) : [];
}

function whyLines(run, k, language) {
  if (k === 0)
    return [el('p', {}, T(run.n ? 'Nothing ran yet. Each step runs one line.' : 'The program has no line that runs.'))];
  const lines = [...docLines(run, k, language), ...printedLines(run, k), ...heldLines(run, k)];
  if (!lines.length) lines.push(...boundLines(run, k));
  if (k === run.n) lines.push(el('p', { class: 'title' }, both(run.end, language)));
  else if (!lines.length) lines.push(el('p', { class: 'dim' }, T('This line changed nothing that is shown here.')));
  return lines;
}

/* ---- output ---- */

const OUTPUT_MOST = 20000;

function output(run, k) {
  const out = el('pre', {});
  let i = count(run.printedStep, k), room = OUTPUT_MOST;
  const parts = [];
  while (i > 0 && room > 0) {
    i--;
    const text = run.texts[run.printed[i]], fresh = run.printedStep[i] === k;
    const shown = text.length > room ? '… ' + text.slice(text.length - room) : text;
    room -= shown.length;
    const kind = run.printedError[i] ? 'error' : fresh ? 'title' : '';
    parts.push(kind ? el('span', { class: kind }, safe(shown)) : safe(shown));
  }
  if (i > 0) parts.push('…\n');
  out.append(...parts.reverse());
  if (k === run.n && run.traceback) out.append(el('span', { class: 'error' }, safe(run.traceback.slice(0, OUTPUT_MOST))));
  if (!out.childNodes.length) return el('p', { class: 'dim' }, T('Nothing was printed yet.'));
  return out;
}

/* A text in two languages. */
function both(text, language) {
  return typeof text === 'string' ? text : text[language];
}
