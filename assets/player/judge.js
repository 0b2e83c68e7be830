/* judge.js: what becomes of an answer: the rules of src/tutor/question*.c. `names` tells what a name
 * was made by: a function from a name to the line, 0 for none. */

const NARROW = { '\t': ' ', '\u00a0': ' ', '\u3000': ' ', '\u2018': "'", '\u2019': "'",
  '\u201c': '"', '\u201d': '"', '\u3001': ',', '\u2212': '-', '\u00d7': 'x' };
const ANSWER_MOST = 2000;

/* Without what nobody means; null: it holds what no answer holds. */
function cleanAnswer(given) {
  if (new TextEncoder().encode(given).length > ANSWER_MOST) return null;
  let text = '';
  for (const c of given) {
    const cp = c.codePointAt(0);
    const one = cp >= 0xff01 && cp <= 0xff5e ? String.fromCharCode(cp - 0xfee0) : NARROW[c] || c;
    if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u.test(one))
      return null;
    text += one;
  }
  const bare = (s) => s.replace(/^[ \n]+|[ \n]+$/g, '');
  text = bare(text);
  while (text.length >= 2 && '"\'`'.includes(text[0]) && text[text.length - 1] === text[0])
    text = bare(text.slice(1, -1));
  return text;
}

const lowerAscii = (s) => s.replace(/[A-Z]/g, (c) => c.toLowerCase());

function answerName(s) {
  s = s.endsWith(':0') ? s.slice(0, -2) : s;
  return s.length > 1 && s.endsWith('/') ? s.slice(0, -1) : s;
}

function answerDeed(s, words) {
  if (s.endsWith('Error')) return 2;
  return words.findIndex((list) => list.some((w) => lowerAscii(w) === lowerAscii(s)));
}

function answerCount(s) {
  if (s.endsWith('个')) s = s.slice(0, -1).replace(/^[ \n]+|[ \n]+$/g, '');
  return /^[0-9]{1,15}$/.test(s) ? Number(s) : -1;
}

/* Dimensions, -1 for one that is not known; 'unknown'; null: no shape. */
function answerShape(s) {
  if (lowerAscii(s) === 'unknown' || s === '<unknown>' || s === '未知') return 'unknown';
  if (lowerAscii(s) === 'scalar' || s === '标量') return [];
  const dims = [];
  let rest = s;
  while (rest) {
    const m = /^([()[\], xX*])|^(None|\?)|^([0-9]{1,15})(?![0-9])/.exec(rest);
    if (!m || (!m[1] && dims.length === 16)) return null;
    if (!m[1]) dims.push(m[2] ? -1 : Number(m[3]));
    rest = rest.slice(m[0].length);
  }
  return dims.length || s[0] === '(' || s[0] === '[' ? dims : null;
}

const valueWords = (s) => s.split(/[ \n[\](),"']+/).filter((w) => w);

function numberOf(word) {
  if (word.length >= 64 || !/^[-+.0-9eEinfaINFA]+$/.test(word)) return null;
  const special = /^([-+]?)(inf|infinity|nan)$/i.exec(word);
  if (special) return /n$/i.test(special[2]) ? NaN : special[1] === '-' ? -Infinity : Infinity;
  return /^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$/.test(word) ? Number(word) : null;
}

function sameWord(x, y) {
  const a = numberOf(x), b = numberOf(y), whole = (w) => !/[.eEnN]/.test(w);
  if (a !== null && b !== null) {
    if (isNaN(a) || isNaN(b)) return isNaN(a) && isNaN(b);
    if (a === b || !isFinite(a) || !isFinite(b)) return a === b;
    return !(whole(x) && whole(y)) && Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(a), Math.abs(b));
  }
  return x === y || (/^(true|false)$/i.test(x) && lowerAscii(x) === lowerAscii(y));
}

function sameValue(x, y) {
  const a = valueWords(x), b = valueWords(y);
  return a.length === b.length && a.every((w, i) => sameWord(w, b[i]));
}

function sameShape(a, b) {
  if (a === null || b === null || a === 'unknown' || b === 'unknown') return a !== null && a === b;
  return a.length === b.length && a.every((d, i) => d === b[i]);
}

function answerChoice(s, texts) {
  const same = texts.findIndex((t) => cleanAnswer(t) === s);
  if (same >= 0) return same;
  let n = answerCount(s);
  if (n < 0 && s.length === 1) n = lowerAscii(s).charCodeAt(0) - 96;
  return n >= 1 && n <= texts.length ? n - 1 : -1;
}

function sameAnswer(q, x, y) {
  switch (q.kind) {
    case 'name': return answerName(x) === answerName(y);
    case 'deed': return answerDeed(x, q.words) >= 0 && answerDeed(x, q.words) === answerDeed(y, q.words);
    case 'value': return sameValue(x, y);
    case 'shape': return sameShape(answerShape(x), answerShape(y));
    default: return answerCount(x) >= 0 && answerCount(x) === answerCount(y);
  }
}

function understood(q, s) {
  switch (q.kind) {
    case 'name': return /^[A-Za-z0-9_.\\\-/>:^]+$/.test(s);
    case 'deed': return answerDeed(s, q.words) >= 0;
    case 'value': return true;
    case 'shape': return answerShape(s) !== null;
    default: return answerCount(s) >= 0;
  }
}

/* ---- what can be said of a wrong answer without giving the right one away ---- */

function nameParts(name) {
  const at = name.lastIndexOf('/') + 1, last = name.slice(at);
  const base = last.replace(/(.)_[0-9]+$/s, '$1');
  return { prefix: name.slice(0, at), last, base, count: name.split('/').length };
}

function commentOnName(right, given, names) {
  const r = nameParts(right), g = nameParts(given), line = names(given);
  if (right !== given && lowerAscii(right) === lowerAscii(given))
    return ['Nearly: capital and small letters are different letters in a name.'];
  if (line) return ['That name exists already: it belongs to what line %u made.', line];
  if (r.prefix === g.prefix) {
    if (r.base !== g.base)
      return [r.prefix
        ? 'What stands in front is right, the last part is not.'
        : 'Nothing stands in front, that is right; but the name itself is another.'];
    if (g.last === g.base) return ['Nearly: a suffix is missing. Was this name given out before?'];
    if (r.last === r.base)
      return ['Nearly: there is a suffix too many. Was this name given out before?'];
    return ['Nearly: the number at the end is another. How often was this name given out?'];
  }
  if (r.base !== g.base)
    return [r.count === g.count
      ? 'Neither the last part nor what stands in front of it is right.'
      : 'The last part is not right, and it stands at another depth.'];
  if (r.last !== g.last)
    return ['The last part is nearly right (look at its suffix); what stands in front of it is not.'];
  if (r.count > g.count) return ['The last part is right, but more stands in front of it.'];
  if (r.count < g.count) return ['The last part is right, but less stands in front of it.'];
  return ['The last part is right; what stands in front of it is not.'];
}

function commentOnValue(right, given) {
  const r = valueWords(right), g = valueWords(given);
  if (g.length > r.length) return ['There are too many elements in it.'];
  if (g.length < r.length) return ['There are too few elements in it.'];
  if (r.length === 1) return ['It is another value.'];
  if (!r.some((w, i) => sameWord(w, g[i])))
    return ['The number of elements is right, but none of them.'];
  return ['The number of elements is right, and some of them, but not all.'];
}

function commentOnShape(right, given) {
  const r = answerShape(right), g = answerShape(given);
  if (r === null || g === null) return ['It is another value.'];
  if (r === 'unknown') return ['Is so much known of this shape before anything runs?'];
  if (g === 'unknown') return ['More is known of this shape.'];
  if (g.length > r.length) return ['That shape has too many dimensions.'];
  if (g.length < r.length) return ['That shape has too few dimensions.'];
  let i = 0;
  while (i < r.length - 1 && r[i] === g[i]) i++;
  if (r.length === 1) return ['It has one dimension, but of another size.'];
  return ['The number of dimensions is right; the first one that is not is the one at index %d.', i];
}

function commentOn(q, right, given, names) {
  switch (q.kind) {
    case 'name': return commentOnName(answerName(right), answerName(given), names);
    case 'deed': return [null, answerDeed(given, q.words)];
    case 'value': return commentOnValue(right, given);
    case 'shape': return commentOnShape(right, given);
    default: return [answerCount(given) > answerCount(right) ? 'That is too many.' : 'That is too few.'];
  }
}

function judgeChoice(q, text) {
  const i = answerChoice(text, q.choices.map((c) => c.text));
  if (i < 0) return { understood: false, right: false, comment: ['wanted'] };
  const c = q.choices[i], right = Boolean(c.right), said = [c.comment, right && q.right];
  const comment = said.filter((s) => s).join(' ');
  return { understood: true, right, text: comment,
    comment: comment || right ? null : ['That is not so in this run.'] };
}

/* q: a question with its texts in one language, and the words of deeds. The result: understood,
 * right, and `text`, what the lesson says; else `comment`, a sentence of ours with its number. */
function judge(q, given, names) {
  const text = cleanAnswer(given);
  const wanted = { understood: false, right: false, comment: ['wanted'] };
  if (!text) return wanted;
  if (q.kind === 'choice') return judgeChoice(q, text);
  const right = cleanAnswer(q.answer);
  if (right !== null && sameAnswer(q, right, text))
    return { understood: true, right: true, text: q.right, comment: null };
  const clean = q.expected.map((c) => [cleanAnswer(c.text), c]).filter(([t]) => t !== null);
  const found = clean.find(([t]) => t === text) || clean.find(([t]) => sameAnswer(q, t, text));
  if (found && found[1].comment)
    return { understood: true, right: false, text: found[1].comment, comment: null };
  if (!understood(q, text)) return wanted;
  return { understood: true, right: false, text: '', comment: commentOn(q, right || '', text, names) };
}
