'use strict';
/* run.js: the run as the page holds it (src/export/html_data.c says in which form), and its state
 * after any step. Whatever changes is a list of steps with what it was from then on, so that a state
 * is found and never replayed. */

/* Text made safe to be seen: what would move or hide other text becomes visible. */
function safe(text) {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu,
    (c) => (c < ' ' ? '^' + String.fromCharCode(c.charCodeAt(0) + 64) : '\ufffd'));
}

/* Text that would be too long to be drawn, with what was left out. */
function cut(text, most) {
  if (text.length <= most) return text;
  return text.slice(0, most) + ' … (+' + (text.length - most) + ')';
}

/* How many of the rising numbers are at most k. */
function count(rising, k) {
  let low = 0, high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= k) low = middle + 1;
    else high = middle;
  }
  return low;
}

function risen(differences) {
  let n = 0;
  return Int32Array.from(differences, (d) => (n += d));
}

function push(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/* Bytes of UTF-8 to indices of JavaScript's strings. */
function byteIndex(text) {
  if (!/[^\u0000-\u007f]/.test(text)) return (byte) => byte;
  const at = [];
  let index = 0;
  for (const c of text) {
    const cp = c.codePointAt(0);
    const bytes = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (let i = 0; i < bytes; i++) at.push(index);
    index += c.length;
  }
  at.push(index);
  return (byte) => at[Math.min(byte, at.length - 1)];
}

/* The tree of names of one graph, whole; at a step it is what was made until then. Children stand
 * in the order in which they were made. */
const LEVELS = 100;
class Tree {
  constructor(run, graph, library) {
    this.roots = [];
    this.paths = new Map();
    this.ofNode = new Map();
    for (let i = 0; i < run.names.length; i++)
      if (run.nodeGraph[i] === graph && (library || !(run.nodeFlags[i] & 2))) this.add(run, i);
  }
  add(run, node) {
    const name = run.names[node], step = run.nodeStep[node];
    let above = null, from = name[0] === '/' ? 1 : 0, start = 0;
    for (let level = 0; ; level++) {
      const slash = level < LEVELS ? name.indexOf('/', from) : -1;
      const end = slash < 0 ? name.length : slash;
      above = this.branch(name.slice(0, end), name.slice(start, end), above, step);
      if (slash < 0 || slash === name.length - 1) break;
      start = from = slash + 1;
    }
    above.node = node;
    above.nodeStep = step;
    this.ofNode.set(node, above);
  }
  branch(path, label, above, step) {
    let b = this.paths.get(path);
    if (!b) {
      b = { path, label, above, kids: [], made: step, node: -1, nodeStep: Infinity,
        level: above ? above.level + 1 : 1 };
      this.paths.set(path, b);
      (above ? above.kids : this.roots).push(b);
    }
    return b;
  }
  /* The branches that are shown after step k, from the top. */
  rows(k, isOpen) {
    const rows = [], stack = [];
    const enter = (list) => { if (list.length) stack.push([list, 0]); };
    enter(this.roots);
    while (stack.length) {
      const top = stack[stack.length - 1], b = top[0][top[1]++];
      if (!b || b.made > k) { stack.pop(); continue; }
      rows.push(b);
      if (isOpen(b)) enter(b.kids);
    }
    return rows;
  }
}

const FRAMES_MOST = 16;
class Run {
  constructor(data) {
    Object.assign(this, data);
    this.n = data.steps.length;
    this.module = [];
    for (let i = 0; i < data.modules.length; i += 2) {
      const text = data.modules[i + 1], lines = text.split('\n'), starts = [];
      let at = 0;
      for (const line of lines) { starts.push(at); at += line.length + 1; }
      if (lines.length > 1 && lines[lines.length - 1] === '') lines.pop();
      this.module.push({ name: data.modules[i], text, lines, starts, index: byteIndex(text) });
    }
    this.nodeStep = risen(data.nodeStep);
    this.variableNode = risen(data.variableNode);
    this.landmarks = risen(data.landmarks);
    this.variableOf = new Map(Array.from(this.variableNode, (n, v) => [n, v]));
    this.nowList = data.where;
    this.nowSteps = data.where.filter((_, i) => i % 4 === 0);
    this.trees = new Map();
    this.marks = new Map(); /* step: [node, sign …] */
    this.changesOfValues = new Map(); /* step: [variable …] */
    this.readHeld();
    this.readShapes();
    this.readShared();
    this.readValues();
    this.readRuns();
    this.readPrinted();
    this.readErrors();
    this.globals = new Map(); /* module: the frame that its globals are in */
    this.frameFunction.forEach((f, i) => {
      const module = this.frameModule[i];
      if (this.texts[f] === '<module>' && !this.globals.has(module)) this.globals.set(module, i);
    });
  }
  mark(step, node, sign) { push(this.marks, step, [node, sign]); }
  readHeld() {
    const all = this.held;
    this.held = new Map();
    this.sessions = new Set();
    this.firstHeld = [];
    for (const list of all) {
      const held = { steps: [], texts: [], sessions: [] };
      for (let i = 1, step = 0; i < list.length; i += 3) {
        held.sessions.push(list[i]);
        held.steps.push((step += list[i + 1]));
        held.texts.push(list[i + 2]);
        this.sessions.add(list[i]);
        this.mark(step, this.variableNode[list[0]], '~');
        push(this.changesOfValues, step, [list[0], list[i + 2]]);
      }
      this.held.set(list[0], held);
    }
  }
  readShapes() {
    const all = this.shapes;
    this.shapes = new Map();
    for (let i = 0; i < all.length; i += 3) {
      push(this.shapes, all[i], [all[i + 1], all[i + 2]]);
      this.mark(all[i + 1], all[i], '~');
    }
  }
  readShared() {
    const all = this.shared;
    this.shared = new Map();
    for (let i = 0; i < all.length; i += 3) {
      push(this.shared, all[i], [all[i + 1], all[i + 2]]);
      this.mark(all[i + 1], this.variableNode[all[i]], '=');
    }
  }
  readErrors() {
    const all = this.errors, nodes = new Map(this.names.map((name, i) => [name, i]));
    this.errors = new Map();
    for (let i = 0; i < all.length; i += 3) {
      push(this.errors, all[i], this.texts[all[i + 2]]);
      const node = nodes.get(this.texts[all[i + 1]]);
      if (node !== undefined) this.mark(all[i], node, '!');
    }
  }
  readValues() {
    this.frames = new Map(); /* frame: name: { steps, texts } */
    this.bound = new Map(); /* step: [name, text …] */
    const frames = risen(this.valueFrame), steps = risen(this.valueStep);
    for (let i = 0; i < steps.length; i++) {
      let names = this.frames.get(frames[i]);
      if (!names) this.frames.set(frames[i], (names = new Map()));
      const name = this.valueName[i];
      let held = names.get(name);
      if (!held) names.set(name, (held = { steps: [], texts: [] }));
      held.steps.push(steps[i]);
      held.texts.push(this.valueText[i]);
      push(this.bound, steps[i], [name, this.valueText[i]]);
    }
  }
  readRuns() {
    this.runSteps = this.runs.filter((_, i) => i % 2 === 0);
    this.runs = this.runs.filter((_, i) => i % 2 === 1);
  }
  readPrinted() {
    this.printedError = this.printedStep.map((s) => s < 0);
    this.printedStep = this.printedStep.map(Math.abs);
  }

  /* Where step k ran: module, line from 0, columns of the expression. */
  place(k) {
    if (k < 1 || k > this.n) return null;
    const s = 3 * this.steps[k - 1], m = this.module[this.sites[s]];
    const start = m.index(this.sites[s + 1]);
    return { module: this.sites[s], line: count(m.starts, start) - 1 };
  }
  now(k) {
    const i = 4 * (count(this.nowSteps, k) - 1);
    return { frame: this.now4(i, 1), graph: this.now4(i, 2), scope: this.now4(i, 3) };
  }
  now4(i, field) { return i < 0 ? 0 : this.nowList[i + field]; }
  tree(k, library) {
    const graph = this.now(k).graph - 1, key = graph + (library ? '+' : '-');
    if (graph < 0) return null;
    if (!this.trees.has(key)) this.trees.set(key, new Tree(this, graph, library));
    return this.trees.get(key);
  }
  last(held, k) {
    const i = held ? count(held.steps, k) - 1 : -1;
    return i < 0 ? '' : this.texts[held.texts[i]];
  }
  typeOf(node, k) {
    let type = this.nodeType[node];
    for (const [until, before] of this.shapes.get(node) || []) if (k < until) type = before;
    return this.texts[type];
  }
  valueOf(node, k) {
    const v = this.variableOf.get(node);
    return v === undefined ? this.texts[this.nodeValue[node]] : this.last(this.held.get(v), k);
  }
  sharedTimes(node, k) {
    const v = this.variableOf.get(node);
    return v === undefined ? [] : (this.shared.get(v) || []).filter(([step]) => step <= k);
  }
  /* The open scopes, from the root. */
  scopesAt(k) {
    const open = [];
    for (let s = this.now(k).scope; s; s = this.scopes[s - 1][9]) open.unshift(this.scope(s - 1, k));
    return open;
  }
  scope(index, k) {
    const s = this.scopes[index], on = s[6] > 0 && s[6] <= k;
    let dtype = s[10], initializer = s[11];
    for (let i = 12; i < s.length; i += 3)
      if (s[i] <= k) { dtype = s[i + 1]; initializer = s[i + 2]; break; }
    return { index, kind: s[0], op: this.texts[s[1]], prefix: this.texts[s[2]],
      reuse: on ? 1 : s[3], on, origin: s[4], from: s[5], onLine: s[7], line: s[8], above: s[9],
      dtype: this.texts[dtype], initializer: this.texts[initializer] };
  }
  /* The frame that runs, those that called it, the globals of its module. */
  framesAt(k) {
    const shown = [], first = this.now(k).frame;
    for (let f = first; f && shown.length < FRAMES_MOST; f = this.frameParent[f - 1]) shown.push(f - 1);
    const globals = first ? this.globals.get(this.frameModule[first - 1]) : undefined;
    if (globals !== undefined && !shown.includes(globals)) shown.push(globals);
    return shown;
  }
  namesIn(frame, k) {
    const rows = [];
    for (const [name, held] of this.frames.get(frame) || []) {
      const i = count(held.steps, k) - 1;
      if (i >= 0 && held.texts[i])
        rows.push({ name: this.texts[name], text: this.texts[held.texts[i]],
          changed: held.steps[i] === k });
    }
    return rows;
  }
}
