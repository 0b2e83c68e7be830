/* player.js: the page as a player: where one stands, keys, buttons, questions. */

let WORDS = null; /* the table of the other language; NULL: English */
function T(text) {
  return (WORDS && WORDS[text]) || text;
}

function stored(key, value) {
  try {
    if (value !== undefined) localStorage.setItem('tfscope-' + key, value);
    return localStorage.getItem('tfscope-' + key);
  } catch (e) {
    return null; /* not allowed here: nothing is remembered */
  }
}

/* Everything that a key does. Keys are those of the terminal. */
const ACTIONS = [
  { keys: [' ', '.', 's'], text: 'one line forwards', act: (p) => p.go(p.k + 1) },
  { keys: ['Backspace', ',', 'S'], text: 'one line back', act: (p) => p.go(p.k - 1) },
  { keys: [']'], text: 'next landmark: scope, variable, sharing, error', act: (p) => p.landmark(1) },
  { keys: ['['], text: 'previous landmark', act: (p) => p.landmark(-1) },
  { keys: ['g'], text: 'to the start of the program', act: (p) => p.go(0) },
  { keys: ['G'], text: 'to the last step', act: (p) => p.go(p.run.n) },
  { keys: ['c'], text: 'run to the next stop mark, or to the end', act: (p) => p.runTo(1) },
  { keys: ['C'], text: 'run back to the stop mark before, or to the start', act: (p) => p.runTo(-1) },
  { keys: ['b'], text: 'stop mark on the selected line on or off', act: (p) => p.stopHere() },
  { keys: ['+'], text: 'unfold', act: (p) => p.names.fold(p.names.at(), true) },
  { keys: ['-'], text: 'fold', act: (p) => p.names.fold(p.names.at(), false) },
  { keys: ['*'], text: 'fold everything; again: unfold everything', act: (p) => p.names.foldAll() },
  { keys: ['/'], text: 'search in the names', act: (p) => p.search.focus() },
  { keys: ['n'], text: 'next match', act: (p) => p.names.search(1) },
  { keys: ['N'], text: 'previous match', act: (p) => p.names.search(-1) },
  { keys: ['w'], text: 'why is the selected name called so', act: (p) => p.why() },
  { keys: ['a'], text: 'what library code made: shown or hidden', act: (p) => p.setLibrary(!p.names.library) },
  { keys: ['P'], text: 'be asked before a step is shown, or not', act: (p) => p.setPredict(!p.predict) },
  { keys: ['H'], text: 'a hint for the question', act: (p) => p.hint() },
  { keys: ['Tab'], text: 'next pane', act: null },
  { keys: ['?'], text: 'this help', act: (p) => p.help() },
];
const KEY_NAMES = { ' ': 'Space' };

class Player {
  constructor(run) {
    this.run = run;
    this.k = 0;
    this.language = 0;
    this.stepped = -1;
    this.stops = new Set();
    this.questions = (run.questions || []).map((q) => ({ ...q, done: false, passed: false, tries: 0, hints: 0, hints_: q.hints, said: null }));
    this.predict = stored('predict') !== 'off';
    this.shortcuts = stored('shortcuts') !== 'off';
    this.asked = null;
    this.live = el('div', { role: 'status', 'aria-live': 'polite', class: 'unseen' });
    this.root = document.getElementById('player');
  }
  say(text) { this.live.textContent = text; }

  /* ---- where one stands ---- */

  /* The question that stops who goes on from step k; undefined: none. */
  waiting(k) {
    return this.predict ? this.questions.find((q) => !q.done && !q.passed && q.place >= k) : undefined;
  }
  horizon() {
    const q = this.waiting(Math.min(this.k, this.run.n));
    return q ? q.place : this.run.n;
  }
  go(k, free) {
    const before = this.k, horizon = free ? this.run.n : this.horizon();
    this.k = Math.max(0, Math.min(this.run.n, k, k > before ? Math.max(horizon, before) : k));
    if (this.k < before) for (const q of this.questions) if (q.place >= this.k && !q.done) q.passed = false;
    this.asked = null;
    this.draw();
    if (k > this.k && this.current()) this.focusQuestion();
    else this.tell();
  }
  landmark(by) {
    const all = this.run.landmarks, i = by > 0 ? count(all, this.k) : count(all, this.k - 1) - 1;
    this.go(i < 0 ? 0 : i < all.length ? all[i] : this.run.n);
  }
  runTo(by) {
    let k = this.k + by;
    for (; k > 0 && k < this.run.n; k += by) {
      const p = this.run.place(k);
      if (this.stops.has(p.module + ':' + p.line)) break;
    }
    this.go(k);
  }
  stopHere() {
    const ran = this.run.place(this.k), line = this.program.cursor >= 0 ? this.program.cursor : ran ? ran.line : 0;
    this.toggleStop(this.program.shown, line);
  }
  toggleStop(module, line) {
    const key = module + ':' + line;
    if (!this.stops.delete(key)) this.stops.add(key);
    this.program.drawStops();
    this.say(T(this.stops.has(key) ? 'Stop mark on line %d' : 'No stop mark on line %d').replace('%d', line + 1));
  }
  goToLine(module, line) {
    for (let i = 1; i <= this.run.n; i++) {
      const k = ((this.k + i - 1) % this.run.n) + 1, p = this.run.place(k);
      if (p.module === module && p.line === line) { this.go(k); return; }
    }
    this.say(T('This line never runs.'));
  }
  setLibrary(on) { this.names.library = on; this.libraryBox.checked = on; this.draw(); }
  setPredict(on) {
    this.predict = on;
    this.predictBox.checked = on;
    stored('predict', on ? 'on' : 'off');
    this.draw();
    this.say(T(on ? 'You are asked before a step is shown.' : 'You are not asked.'));
  }

  /* ---- drawing ---- */

  title(k) {
    const p = this.run.place(k), head = T('step %d of %d').replace('%d', k).replace('%d', this.run.n);
    if (!p) return head + ': ' + T('the start');
    return head + ', ' + T('line %d').replace('%d', p.line + 1) + ': ' + safe(this.run.module[p.module].lines[p.line] || '').trim().slice(0, 200);
  }
  tell() {
    const first = this.whyBody.querySelector('p');
    this.say(this.title(this.k) + '. ' + (first ? first.textContent.trim().slice(0, 300) : ''));
  }
  draw() {
    const { run, k } = this;
    this.program.draw(k);
    this.names.draw(k);
    this.stepped = k;
    this.scopesBody.replaceChildren(scopesTable(run, k));
    this.valuesBody.replaceChildren(values(run, k));
    this.whyBody.replaceChildren(...whyLines(run, k, this.language));
    this.outputBody.replaceChildren(output(run, k));
    this.outputBody.scrollTop = this.outputBody.scrollHeight;
    this.drawLesson();
    this.drawBar();
    if (this.asked) this.drawAsked();
    clearTimeout(this.linkTimer);
    this.linkTimer = setTimeout(() => this.keepLink(), 250);
  }
  drawBar() {
    const { k, run } = this, horizon = Math.max(this.horizon(), k);
    this.slider.max = run.n;
    this.slider.value = k;
    this.slider.setAttribute('aria-valuetext', this.title(k));
    this.position.textContent = T('step %d of %d').replace('%d', k).replace('%d', run.n);
    const off = { back: k === 0, first: k === 0, last: k >= run.n, step: k >= run.n, next: k >= run.n, previous: k === 0 };
    for (const [name, button] of Object.entries(this.buttons)) button.setAttribute('aria-disabled', String(Boolean(off[name])));
    this.horizonNote.textContent = horizon < run.n && this.current() ? T('A question stands before the next step.') : '';
  }
  keepLink() {
    const link = '#step=' + this.k + '&lang=' + this.run.languages[this.language];
    try {
      if (location.hash !== link) history.replaceState(null, '', link);
    } catch (e) { /* not allowed where the page is embedded: the address stays */ }
  }
  readLink(first) {
    const step = /[#&]step=([0-9]{1,9})(&|$)/.exec(location.hash), lang = /[#&]lang=([a-z]+)/.exec(location.hash);
    const language = lang ? this.run.languages.indexOf(lang[1]) : -1;
    if (language >= 0 && (first || language !== this.language)) this.setLanguage(language, first);
    if (!step) return;
    const k = Math.min(Number(step[1]), this.run.n);
    if (k === this.k) return;
    /* A link was chosen: the questions before it are passed by. */
    for (const q of this.questions) if (q.place < k) q.passed = true;
    this.go(k, true);
  }

  /* ---- the lesson ---- */

  current() {
    const q = this.waiting(this.k);
    return q && q.place === this.k ? q : undefined;
  }
  /* Those that were answered here, and the one that waits. */
  toShow() {
    const q = this.current();
    const done = this.questions.filter((a) => a.done && (a.place === this.k || a.reveal === this.k));
    return q ? [...done, q] : done;
  }
  drawLesson() {
    if (!this.run.sections) return;
    const l = this.language, due = this.run.sections.filter((s) => s.step <= this.k);
    const step = due.reduce((most, s) => Math.max(most, s.step), -1);
    const parts = [];
    for (const s of due.filter((s) => s.step === step))
      parts.push(el('h3', {}, safe(both(s.title, l))), prose(both(s.text, l)));
    for (const q of this.toShow()) parts.push(this.question(q));
    if (this.k === this.run.n && !this.current()) parts.push(...this.ending(l));
    this.lessonBody.replaceChildren(...parts);
  }
  ending(l) {
    const parts = [], { claims, exercises } = this.run;
    if (claims.length) parts.push(el('h3', {}, T('what the document says, and what TensorFlow does:')));
    for (const c of claims)
      parts.push(el('p', {}, el('span', { class: c.holds ? 'good' : 'error' }, T(c.holds ? 'right' : 'WRONG') + '  '),
        inline(el('span'), both(c.claim, l))), el('p', { class: 'dim' }, inline(el('span'), both(c.reason, l))));
    if (exercises.length) parts.push(el('h3', {}, T('Exercises')));
    for (const x of exercises) parts.push(el('p', { class: 'title' }, safe(both(x.title, l))), prose(both(x.task, l)));
    if (exercises.length)
      parts.push(el('p', { class: 'dim' }, T('Exercises are done in the program itself: '), el('code', {}, 'tfscope ' + this.run.id)));
    if (this.questions.length) {
      const right = this.questions.filter((q) => q.done && q.right1).length;
      parts.push(el('p', {}, T('Questions answered: %d of %d').replace('%d', right).replace('%d', this.questions.length)));
    }
    return parts;
  }
  inLanguage(q) {
    const l = this.language, text = (t) => (t === undefined ? '' : both(t, l));
    const choice = (c) => ({ text: text(c.text), comment: text(c.comment), right: c.right });
    return { kind: q.kind, text: text(q.text), answer: text(q.answer), right: text(q.right), hints: q.hints_.map(text),
      choices: q.choices.map(choice), expected: q.expected.map(choice), words: this.run.deedWords,
      deeds: (q.deeds || []).map(text) };
  }
  question(q) {
    const t = this.inLanguage(q);
    const box = el('section', { class: 'question', 'aria-label': T('Question'), tabindex: -1 }, inline(el('p', { class: 'title' }), t.text));
    q.box = this.questionBox = box;
    if (!q.done) box.append(this.form(q, t));
    for (let i = 0; i < q.hints; i++) box.append(inline(el('p', {}, T('Hint') + ' ' + (i + 1) + ': '), t.hints[i]));
    const said = el('div', { role: 'status' });
    if (q.said) said.append(el('p', { class: q.said.good ? 'good' : 'error' }, q.said.good ? '✓ ' : '✗ ', inline(el('span'), q.said.text)));
    if (q.done) said.append(inline(el('p', {}, T('The answer: ')), this.shownAnswer(t)));
    if (q.done && t.right && !(q.said && q.said.text.includes(t.right))) said.append(inline(el('p'), t.right));
    box.append(said);
    return box;
  }
  shownAnswer(t) {
    if (t.kind === 'choice') return t.choices.filter((c) => c.right).map((c) => c.text).join(' / ');
    return t.answer.includes('`') ? t.answer : '`' + t.answer + '`';
  }
  wanted(t) {
    const deeds = this.run.deedWords.map((list) => list[this.run.languages[this.language] === 'zh' ? 1 : 0]);
    switch (t.kind) {
      case 'name': return T('Type the full name, such as scope/v:0.');
      case 'deed': return T('Type 1 (%s), 2 (%s) or 3 (%s).').replace('%s', deeds[0]).replace('%s', deeds[1]).replace('%s', deeds[2]);
      case 'value': return T('Type the value, as print would show it.');
      case 'shape': return T('Type a shape, such as (7, 5); () is that of a scalar.');
      case 'count': return T('Type a number.');
      default: return T('Type a number from 1 to %zu.').replace('%zu', t.choices.length);
    }
  }
  form(q, t) {
    const deeds = this.run.deedWords.map((list) => list[this.run.languages[this.language] === 'zh' ? 1 : 0]);
    const offered = t.kind === 'choice' ? t.choices.map((c) => c.text) : t.kind === 'deed' ? deeds : null;
    const form = el('form', { onsubmit: (e) => { e.preventDefault(); this.answer(q, given()); } });
    let given;
    if (offered) {
      const radios = offered.map((text, i) => el('input', { type: 'radio', name: 'choice', value: String(i + 1) }));
      form.append(el('fieldset', {}, el('legend', { class: 'unseen' }, safe(t.text)),
        ...offered.map((text, i) => el('p', {}, el('label', {}, radios[i], inline(el('span'), text))))));
      given = () => (radios.find((r) => r.checked) || { value: '' }).value;
    } else {
      const input = el('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-label': T('Your answer'), placeholder: '' });
      form.append(input);
      given = () => input.value;
    }
    form.append(el('button', { type: 'submit' }, T('Answer')),
      el('button', { type: 'button', onclick: () => this.hint() }, T('Hint')),
      el('button', { type: 'button', onclick: () => this.showAnswer(q) }, T('Show the answer')),
      el('button', { type: 'button', onclick: () => { q.passed = true; this.draw(); this.go(q.place + 1); } }, T('Go on without an answer')));
    return form;
  }
  nameLine(name, k) {
    for (let i = 0, n = count(this.run.nodeStep, k); i < n; i++) if (this.run.names[i] === name) return this.run.nodeLine[i];
    return 0;
  }
  answer(q, given) {
    const t = this.inLanguage(q), a = judge(t, given, (name) => this.nameLine(name, q.place));
    let text = a.text;
    if (a.comment) {
      const [sentence, n] = a.comment;
      text = sentence === 'wanted' ? this.wanted(t) : sentence === null ? t.deeds[n] : T(sentence).replace(/%[ud]/, n);
    }
    if (a.understood) q.tries++;
    q.said = { good: a.right, text: text || T(a.right ? 'Right.' : 'That is not so in this run.') };
    if (a.right) { q.done = true; q.right1 = true; }
    this.draw();
    if (a.right) q.box.focus();
    else { const field = q.box.querySelector('input'); if (field) field.focus(); }
    this.say(q.said.text);
  }
  showAnswer(q) { q.done = true; q.said = null; this.draw(); q.box.focus(); }
  hint() {
    const q = this.current();
    if (!q) return;
    q.hints = Math.min(3, q.hints + 1);
    this.draw();
    this.say(this.inLanguage(q).hints[q.hints - 1]);
  }
  focusQuestion() {
    const field = this.questionBox && (this.questionBox.querySelector('input') || this.questionBox);
    if (field) field.focus();
    this.say(T('A question stands before the next step.'));
  }

  /* ---- why is a name called so ---- */

  why() {
    const b = this.names.at();
    if (!b || b.made > this.k) { this.say(T('No name is selected.')); return; }
    this.asked = b;
    this.drawAsked();
    this.whyBody.focus();
  }
  drawAsked() {
    const b = this.asked, made = b.nodeStep <= this.k ? b.nodeStep : b.made;
    const steps = [made, ...this.run.sharedTimes(b.node, this.k).map(([step]) => step)];
    const parts = [el('p', { class: 'title' }, T('Why %s').replace('%s', safe(b.path)))];
    for (const step of [...new Set(steps)].slice(0, 20))
      parts.push(el('p', { class: 'dim' }, this.title(step)), ...docLines(this.run, step, this.language));
    this.whyBody.replaceChildren(...parts);
    this.whyBody.scrollTop = 0;
  }

  /* ---- the page ---- */

  pane(title, body, ...more) {
    const id = 'pane-' + title.toLowerCase();
    body.setAttribute('aria-labelledby', id);
    return el('div', { class: 'pane' },
      el('div', { class: 'head' }, el('h2', { id }, T(title)), ...more), body);
  }
  namesPane() {
    const pane = this.pane('Names', this.names.body, this.search, el('label', {}, this.libraryBox, T('parts')));
    pane.append(this.names.empty);
    return pane;
  }
  box() { return el('div', { class: 'body', tabindex: 0, role: 'region' }); }
  button(name, text, keys, act) {
    this.buttons[name] = el('button', { type: 'button', 'aria-keyshortcuts': keys, title: T(text) + '  (' + keys + ')',
      onclick: (e) => { if (e.currentTarget.getAttribute('aria-disabled') !== 'true') act(); } }, T(text));
    return this.buttons[name];
  }
  check(text, on, act) {
    const box = el('input', { type: 'checkbox', onchange: () => act(box.checked) });
    box.checked = on;
    return box;
  }
  bar() {
    this.buttons = {};
    this.slider = el('input', { type: 'range', min: 0, max: this.run.n, value: this.k, step: 1, 'aria-label': T('Step'),
      oninput: () => { const to = Number(this.slider.value); this.go(to); if (this.k !== to) this.slider.value = this.k; } });
    this.position = el('span', {});
    this.horizonNote = el('span', { class: 'dim' });
    return el('div', { class: 'bar', role: 'group', 'aria-label': T('Stepping') },
      el('div', { class: 'buttons' },
        this.button('first', 'Start', 'g', () => this.go(0)), this.button('previous', 'Landmark before', '[', () => this.landmark(-1)),
        this.button('back', 'Back', 'Backspace', () => this.go(this.k - 1)), this.button('step', 'Step', 'Space', () => this.go(this.k + 1)),
        this.button('next', 'Next landmark', ']', () => this.landmark(1)), this.button('last', 'End', 'G', () => this.go(this.run.n))),
      this.slider, this.position, this.horizonNote);
  }
  header() {
    const other = this.run.languages[1 - this.language];
    const name = { en: 'English', zh: '中文' }[other];
    this.languageButton = el('button', { type: 'button', lang: other, onclick: () => this.setLanguage(1 - this.language) }, name);
    this.themeButton = el('button', { type: 'button', onclick: () => this.nextTheme() }, this.themeText());
    this.predictBox = this.check('', this.predict, (on) => this.setPredict(on));
    const site = this.run.site;
    return el('header', {},
      el('h1', {}, safe(both(this.run.title, this.language))),
      el('span', { class: 'dim' }, 'TensorFlow ' + this.run.tf + ', Python ' + this.run.python),
      site ? el('nav', { class: 'buttons', 'aria-label': T('Lessons') }, this.siteLink(site[0], T('Previous lesson')), this.siteLink('index.html', T('All lessons')), this.siteLink(site[1], T('Next lesson'))) : null,
      el('div', { class: 'buttons' },
        this.questions.length ? el('label', {}, this.predictBox, T('Predict')) : null,
        this.languageButton, this.themeButton,
        el('button', { type: 'button', 'aria-keyshortcuts': '?', onclick: () => this.help() }, T('Help'))));
  }
  siteLink(file, text) {
    return file ? el('a', { href: encodeURIComponent(file) + '#lang=' + this.run.languages[this.language] }, text) : null;
  }
  build() {
    const folds = this.names;
    document.documentElement.lang = this.run.languages[this.language];
    document.title = safe(both(this.run.title, this.language));
    this.program = new ProgramPane(this);
    this.names = new NamesPane(this);
    if (folds) Object.assign(this.names, { folds: folds.folds, all: folds.all, selected: folds.selected, library: folds.library, found: folds.found });
    for (const name of ['scopes', 'values', 'why', 'output', 'lesson']) this[name + 'Body'] = this.box();
    this.search = el('input', { type: 'search', 'aria-label': T('search in the names'), placeholder: T('search in the names'), value: this.names.found,
      oninput: () => { this.names.found = this.search.value.toLowerCase(); this.names.draw(this.k); },
      onkeydown: (e) => { if (e.key === 'Enter') { e.preventDefault(); this.names.search(e.shiftKey ? -1 : 1); } if (e.key === 'Escape') this.names.body.focus(); } });
    this.libraryBox = this.check('', this.names.library, (on) => this.setLibrary(on));
    const column = (...panes) => el('div', { class: 'column' }, ...panes);
    this.root.replaceChildren(this.header(), el('main', {}, this.bar(),
      el('div', { class: 'panes' },
        column(this.run.sections ? this.pane('Lesson', this.lessonBody) : null, this.pane('Program', this.program.body),
          this.pane('Output', this.outputBody)),
        el('div', { class: 'right' },
          column(this.pane('Why', this.whyBody), this.namesPane()),
          column(this.pane('Scopes', this.scopesBody), this.pane('Values', this.valuesBody))))),
    this.live, this.dialog());
    this.draw();
  }
  setLanguage(language, quiet) {
    this.language = language;
    WORDS = this.run.languages[language] === 'zh' ? this.run.words : null;
    this.build();
    if (!quiet) this.languageButton.focus();
  }
  themeText() {
    const theme = document.documentElement.dataset.theme;
    return T('Theme') + ': ' + T(theme === 'dark' ? 'dark' : theme === 'light' ? 'light' : 'automatic');
  }
  nextTheme() {
    const root = document.documentElement, next = { undefined: 'dark', dark: 'light', light: '' }[root.dataset.theme];
    this.setTheme(next);
    stored('theme', next);
    this.themeButton.textContent = this.themeText();
  }
  setTheme(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }
  dialog() {
    const box = this.check('', this.shortcuts, (on) => { this.shortcuts = on; stored('shortcuts', on ? 'on' : 'off'); });
    const keyNames = (keys) => keys.flatMap((key) => [el('kbd', {}, KEY_NAMES[key] || key), ' ']);
    this.helpBox = el('dialog', { 'aria-labelledby': 'help-title' }, el('h2', { id: 'help-title' }, T('Keys')),
      el('p', {}, el('label', {}, box, T('keys are listened to'))),
      el('table', {}, el('tbody', {}, ...ACTIONS.map((a) => el('tr', {}, el('td', {}, ...keyNames(a.keys)), el('td', {}, T(a.text)))))),
      el('form', { method: 'dialog' }, el('button', {}, T('Close'))));
    return this.helpBox;
  }
  help() { this.helpBox.showModal(); }
  key(e) {
    const field = e.target.closest('input[type=text], input[type=search]'), control = e.target.closest('button, a, input, summary');
    if (field || e.ctrlKey || e.altKey || e.metaKey || this.helpBox.open || !this.shortcuts) return;
    if (control && e.key === ' ' && control.type !== 'range') return;
    const action = ACTIONS.find((a) => a.act && a.keys.includes(e.key));
    if (!action) return;
    e.preventDefault();
    action.act(this);
  }
  start() {
    this.setTheme(stored('theme'));
    this.setLanguage(0, true);
    document.documentElement.classList.add('playing');
    this.root.hidden = false;
    document.addEventListener('keydown', (e) => this.key(e));
    window.addEventListener('hashchange', () => this.readLink());
    this.readLink(true);
    this.draw();
    document.documentElement.dataset.ready = 'yes';
  }
}

/* The data: base64 of a deflated text. */
async function readData() {
  const packed = atob(document.getElementById('data').textContent);
  const bytes = Uint8Array.from(packed, (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}

async function begin() {
  try {
    new Player(new Run(await readData())).start();
  } catch (e) {
    /* The transcript is there, and says everything that a page without a player can. */
    document.documentElement.classList.remove('playing');
    document.getElementById('transcript').prepend(el('p', { class: 'error', role: 'alert' },
      'This browser cannot play the steps (' + e.message + '); below they are as text. / 这个浏览器不能播放，下面是文字记录。'));
    if (typeof DecompressionStream !== 'undefined') throw e;
  }
}
begin();
