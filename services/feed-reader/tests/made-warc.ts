import { gzipSync } from 'node:zlib';

/** A made page with a body of its own, at an address of its own. */
export function madePage(number: number): { url: string; html: string } {
  const sentences = Array.from(
    { length: 6 },
    (_, part) =>
      `Station ${number} on the lower river reported a level of ${number * 7 + part} centimetres at noon, the water authority said in its daily note.`,
  );
  const paragraphs = sentences.map((sentence) => `<p>${sentence} Readings are taken by hand and sent by telephone.</p>`).join('');
  return {
    url: `https://levels.example/notes/${number}`,
    html: `<html lang="en"><head><title>Note ${number}</title><meta property="article:published_time" content="2024-03-05T12:00:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>Note ${number}</h1>${paragraphs}</article></body></html>`,
  };
}

/** One WARC record (ISO 28500) with its block. */
export function warcRecord(type: string, headers: Readonly<Record<string, string>>, block: string | Uint8Array): Buffer {
  const body = Buffer.from(block);
  const lines = [
    `WARC-Type: ${type}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('\r\n')}\r\n\r\n`), body, Buffer.from('\r\n\r\n')]);
}

/** A record of a page as a crawler writes it. */
export function pageRecord(url: string, html: string | Uint8Array, http: readonly string[] = [], status = '200 OK'): Buffer {
  const head = [`HTTP/1.1 ${status}`, 'Content-Type: text/html; charset=utf-8', ...http].join('\r\n');
  return warcRecord(
    'response',
    { 'WARC-Target-URI': url, 'WARC-Date': '2024-03-06T01:02:03Z', 'Content-Type': 'application/http; msgtype=response' },
    Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(html)]),
  );
}

/** A WARC of so many made pages with requests in between, each record a gzip member of its own when `gzip` is set. */
export function madeWarc(pages: number, gzip: boolean): Buffer {
  const records = [warcRecord('warcinfo', { 'Content-Type': 'application/warc-fields' }, 'software: made\r\n')];
  for (let number = 0; number < pages; number++) {
    const { url, html } = madePage(number);
    records.push(
      warcRecord('request', { 'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=request' }, 'GET / HTTP/1.1\r\n\r\n'),
    );
    records.push(pageRecord(url, html));
  }
  return Buffer.concat(gzip ? records.map((record) => gzipSync(record)) : records);
}
