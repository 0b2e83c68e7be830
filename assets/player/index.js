'use strict';
/* index.js: the list of lessons of a site: the language, and search over titles and prose. Without
 * scripts the list is there in both languages. */

async function readData() {
  const packed = atob(document.getElementById('data').textContent);
  const bytes = Uint8Array.from(packed, (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}

class Site {
  constructor(data) {
    this.data = data;
    this.language = 0;
    this.articles = [...document.querySelectorAll('article')];
  }
  words(text) {
    return (this.data.languages[this.language] === 'zh' && this.data.words[text]) || text;
  }
  draw() {
    const lang = this.data.languages[this.language], other = this.data.languages[1 - this.language];
    document.documentElement.lang = lang;
    for (const a of this.articles) a.hidden = a.lang !== lang;
    this.button.textContent = { en: 'English', zh: '中文' }[other];
    this.button.lang = other;
    this.label.textContent = this.words('Search titles and prose');
    document.title = this.articles.find((a) => a.lang === lang).querySelector('h1').textContent;
    this.search();
  }
  /* A lesson stays when each word that was typed is in its title or its prose. */
  search() {
    const typed = this.field.value.toLowerCase().split(/\s+/).filter((w) => w);
    const article = this.articles.find((a) => a.lang === this.data.languages[this.language]);
    let found = 0;
    [...article.querySelectorAll('.lessons li')].forEach((item, i) => {
      const text = this.data.texts[this.language][i];
      item.hidden = !typed.every((w) => text.includes(w));
      found += item.hidden ? 0 : 1;
    });
    for (const h of article.querySelectorAll('h2')) {
      const list = h.nextElementSibling;
      h.hidden = list && [...list.children].every((item) => item.hidden);
    }
    this.found.textContent = typed.length ? this.words('Lessons found: %d').replace('%d', found) : '';
  }
  start() {
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.label = document.createElement('label');
    this.label.htmlFor = 'search';
    this.field = document.createElement('input');
    Object.assign(this.field, { id: 'search', type: 'search' });
    this.found = document.createElement('p');
    this.found.setAttribute('role', 'status');
    const bar = document.createElement('div');
    bar.className = 'buttons';
    bar.append(this.label, this.field, this.button);
    document.querySelector('main').prepend(bar, this.found);
    this.field.addEventListener('input', () => this.search());
    this.button.addEventListener('click', () => {
      this.language = 1 - this.language;
      this.draw();
      try { history.replaceState(null, '', '#lang=' + this.data.languages[this.language]); } catch (e) { /* stays */ }
    });
    const asked = /[#&]lang=([a-z]+)/.exec(location.hash);
    if (asked && this.data.languages.includes(asked[1])) this.language = this.data.languages.indexOf(asked[1]);
    this.draw();
    document.documentElement.dataset.ready = 'yes';
  }
}

if (typeof DecompressionStream !== 'undefined') readData().then((data) => new Site(data).start());
