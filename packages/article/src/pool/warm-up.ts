import { readFlat } from '../read-flat.ts';
import { readHtml } from '../read-html.ts';

const rounds = 64;

/**
 * Reads made pages until the engine has compiled the reader for what pages are made of; a thread of the pool does so before its first document. Without it the first
 * hundred pages take half as long again.
 */
export function warmUp(): void {
  for (let i = 0; i < rounds; i++) {
    const { html, url } = madePage(i);
    readHtml(html, { url });
    if (i % 8 === 0) readFlat(html.replace(/<[^<>]{0,300}>/g, '\n'), { url });
  }
}

interface Voice {
  language: string;
  sentences: readonly string[];
  labels: readonly string[];
  byline: string;
  date: string;
}

/** Letters, marks and set phrases of several kinds of sites. The names are made up. */
const voices: readonly Voice[] = [
  {
    language: 'en-GB',
    sentences: [
      'The council voted on Monday to widen the road, members said, and 3,400 people signed a letter against it.',
      '"We did not expect this," the mayor told reporters (after a long day) at the harbour; the work begins in May 2021.',
      'LONDON, May 3 (Reuters) - Prices rose 4.5% in a year, to $12 a piece.',
    ],
    labels: [
      'Share this article',
      'Read more: The harbour in pictures',
      'Advertisement',
      'Photo: Ada Quill/Handout',
      'Leave a comment',
      'Sign up for our newsletter',
      'All rights reserved',
      'Log in',
      'Home > News > Local',
      'We use cookies',
      '12 comments',
      'More from the region',
      'By Ada Quill',
      'Updated 3 hours ago',
      'Contact: desk@news.example',
      'Tags: road, harbour',
      '5 of 12',
      'See www.news.example for more',
      'Subscribe now',
      'Previous article',
      'Editing by Bo Reed',
    ],
    byline: 'By Ada Quill and Bo Reed',
    date: '4 May 2021, 10:20',
  },
  {
    language: 'de-DE',
    sentences: [
      'Der Stadtrat hat am Montag beschlossen, die Straße zu verbreitern, für 3,4 Millionen Euro.',
      'Die Bürgermeisterin sagte: Wir hätten das früher tun müssen. Die Arbeiten beginnen im März 2021.',
      'Berlin (dpa/lno) - Die Preise sind in einem Jahr um 4,5 Prozent gestiegen.',
    ],
    labels: [
      'Artikel teilen',
      'Lesen Sie auch: Der Hafen',
      'Anzeige',
      'Foto: Ada Quill/dpa',
      '12 Kommentare',
      'Newsletter abonnieren',
      'Alle Rechte vorbehalten',
      'Anmelden',
      'Startseite > Region',
      'Datenschutzerklärung',
      'Weitere Meldungen',
      'Von Ada Quill',
      'Stand: 04.05.2021, 10:20 Uhr',
      'Themen: Straße',
      'Lesezeit: 3 Minuten',
      'Mehr zum Thema',
    ],
    byline: 'Von Ada Quill',
    date: '04.05.2021, 10:20 Uhr',
  },
  {
    language: 'en',
    sentences: [
      'The council’s members said “no” – for now – and 3,400 people signed a letter…',
      '“We did not expect this,” the mayor told reporters; the work begins in May 2021.',
      'Prices rose 4.5 % in a year, to €12 a piece, café owners say.',
    ],
    labels: [
      'Share',
      'Also read: The harbour’s year',
      '© 2021 The Example',
      'Photo: Ada Quill © Handout',
      'Home » News » Local',
      'Don’t miss',
      'Related',
      '— Ada Quill (@quill) May 4, 2021',
      '• 3 min read',
    ],
    byline: 'Ada Quill',
    date: 'May 4, 2021 10:20 AM',
  },
  {
    language: 'ru',
    sentences: [
      'В понедельник городской совет решил расширить дорогу, сообщили 3 400 жителей.',
      '«Мы этого не ждали», — сказал мэр. Работы начнутся в мае 2021 года.',
      'El ayuntamiento aprobó el lunes la nueva línea; 市議会は月曜日に、道路の拡幅を「決めた」。',
      'Το συμβούλιο αποφάσισε (رسالة، المجلس) סעיף परिषद ने 의회는 월요일 ｡ｱ ﷺ e\u0301 x\u00ady.',
    ],
    labels: [
      'Поделиться',
      'Читайте также: Порт',
      '© 2021',
      'Фото: Ада Квилл',
      'Комментарии',
      'Compartir',
      'También te puede interesar',
      'シェア',
      'Войти',
      '関連記事',
    ],
    byline: 'Ада Квилл',
    date: '4 мая 2021, 10:20',
  },
];

/** A page made of structure and set phrases: lists of links, paragraphs, teasers, tables, comments, with marks in some pages and none in others. */
export function madePage(seed: number): { html: string; url: string } {
  const voice = voices[seed % voices.length];
  if (voice === undefined) return { html: '', url: '' };
  const { language, sentences, labels, byline, date } = voice;
  const pick = (k: number): string => `${sentences[k % sentences.length] ?? ''} `;
  const label = (k: number): string => labels[(k + seed) % labels.length] ?? '';
  const many = (count: number, part: (k: number) => string, between = '\n'): string =>
    Array.from({ length: count }, (_, k) => part(k)).join(between);
  const title = `${pick(seed).slice(0, 40)}${seed}`;
  const marked = seed % 3 !== 2;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2021-05-04T08:20:30Z',
    dateModified: '2021-05-04T10:20:30+02:00',
    author: [{ '@type': 'Person', name: 'Ada Quill' }],
    publisher: { '@type': 'Organization', '@id': '#us', name: 'The Example' },
    ...(seed % 4 === 3 ? { mainEntityOfPage: { '@id': '/x' }, inLanguage: 'en' } : {}),
    ...(seed % 2 === 0 ? { articleBody: many(12, (k) => pick(k)) } : {}),
  };
  const head = `<meta charset="utf-8"><title>${title} | The Example &amp; Co</title><meta property="og:title" content="${title}"><meta name=description content="${pick(1)}">
<meta property="og:site_name" content="The Example &amp; Co"><link rel="canonical" href="/2021/05/04/road-${seed}"><link rel=stylesheet href=/s.css><style>.a > .b { color: red }</style><script>${'if (a < b && c > d) x = "</b>";'.repeat(200)}</script>
${marked ? `<meta property="article:published_time" content="2021-05-04T08:20:30Z"><script type="application/ld+json">${JSON.stringify(data)}${seed % 5 === 0 ? ';' : ''}</script>` : ''}`;
  const menu = many(
    60,
    (k) =>
      `  <li class="nav-item nav-item-${k % 7}${k === 3 ? ' isActive' : ''}" id="menu-${seed}-${k}"><a href="/section/${k}" title="${label(k)}"><span>${label(k)}</span></a></li>`,
  );
  const paragraph = (k: number): string => {
    const inside = `${pick(k)}<a href="/${k}">${label(k)}</a> ${pick(k + 1)}<b>${pick(k + 2)}</b><br>${k % 4 === 0 ? `<br/>\n${pick(k)}` : pick(k)}&nbsp;&quot;${k}&quot;`;
    if (k % 9 === 4) return `<h2 class="subTitle">${pick(k).slice(0, 30)}</h2>`;
    if (k % 9 === 6)
      return `<figure class="image"><img src="/i.jpg" alt="x"><figcaption>${label(k)} ${pick(k).slice(0, 50)}</figcaption></figure>`;
    if (k % 9 === 7)
      return `<blockquote class="twitter-tweet"><p>${pick(k)}</p>${label(k)}</blockquote><ul><li>${pick(k)}<li>${label(k)}</ul>`;
    return k % 2 === 0 ? `<p class="text paragraph-${k}">${inside}</p>` : `<p>${inside}`;
  };
  const card = (k: number): string =>
    `<div class="teaser card mt-${k % 5} col-md-6" data-testid="card-${k}"><a href="/t/${k}"><picture><source media="(min-width: 1px)"><img alt=""></picture><h3>${pick(k).slice(0, 60)}</h3></a>\n<span class="date">${date}</span><svg><path d="M0 0"/></svg><button type=button aria-hidden="true">${label(k)}</button></div>`;
  // Spellings that only some pages have: references by number and unended ones, quotation marks and capitals in tags, names of every kind.
  const odd = `<TABLE class='a &amp; b' id="c&copy;"><TR><TD><i>${label(1)}</b> &#8217;&#x2019;&hellip;&mdash;&notit; &copy2 &unknown; a & b &</i></TD></TABLE>
<custom-part role="navigation" data-qa="x" hidden></custom-part><Section itemprop="author publisher" aria-hidden=false><span itemprop="name">${byline}</span><meta itemprop="datePublished" content="2021-05-04"></Section>
<div itemprop="comment" style="color:red"><p>${pick(1)}</p></div><dl><dt>${label(3)}<dd>${pick(0)}</dl><pre>${pick(1)}</pre><span class="a" hidden>x</span><div class="info-box sidebar"><div class="teaser"><p>${pick(1)}${pick(2)}</p></div></div>
<p>${date} - ${pick(0)}</p><p>x</p><p>https://www.news.example/ ${label(0)}</p><p>(${label(4)}) ${pick(2)}</p><p>${pick(1).repeat(40)}</p><div class="${many(40, (k) => `utility-${k}:flex`, ' ')}">${label(2)}</div>
<a rel="author" class="authorName" href="/a">${byline}</a>\r\n<p>${labels.join(' | ')}</p><p>Published: ${date}</p><p>${title} - ${date}</p><h1 class="headline">${title}</h1>`;
  const table = `<table><tr><th>${label(1)}<td>${seed}<tr><td>${label(2)}</td><td>${date}</td></table>`;
  const talk = many(
    8,
    (k) =>
      `<DIV CLASS="comment" ID="c${k}"><cite>${label(k)}</cite> ${pick(k)}<time datetime="2021-05-0${k + 1}T10:00:00Z">${date}</time></DIV>`,
  );
  const html = `<!DOCTYPE html><html lang="${language}"><head>${head}</head><body class="has-sidebar"><!-- ${label(0)} -->
<header role="banner"><nav><ul>${menu}</ul></nav><div style="display:none">${pick(0)}</div></header>
<main><article class="article-body" itemprop="articleBody"><h1>${title}</h1><div class="meta byline"><span class="author" rel="author">${byline}</span><time class="published" datetime="2021-05-04T10:20:00+02:00">${date}</time></div>
${many(24, paragraph)}${odd}${table}<noscript><img src=x></noscript><iframe src="/v"></iframe></article><section id="comments">${talk}</section></main>
<aside class="sidebar">${many(30, card)}<form><label>${label(5)}</label><input value="x"><select><option>a<option>b</select></form></aside>
<footer>${many(labels.length, (k) => `<p>${label(k)}</p>`)}<div>&copy; 2021 The Example &middot; ${label(6)}</div></footer><script>window.x = {"a": "<p>"};</script></body></html>${seed % 4 === 1 ? ' \n' : ''}`;
  return { html, url: `https://www.news.example/${seed % 2 === 0 ? '2021/05/04/' : ''}road-${seed}?utm_source=x` };
}
