import { describe, expect, it } from 'vitest';
import { decodeDocument, decodeText } from './charset.ts';
import { RepairLog } from './repairs.ts';

function decode(bytes: Uint8Array, contentType?: string) {
  const repairs = new RepairLog();
  const { text, charset, decidedBy } = decodeText(bytes, contentType, repairs);
  return { text, charset, decidedBy, repairs: repairs.list().map((repair) => repair.code) };
}
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const prolog = (charset: string, text: string): string => `<?xml version="1.0" encoding="${charset}"?><a>${text}</a>`;

describe('decodeText', () => {
  it('puts the BOM before the header, the header before the prolog, the prolog before the bytes', () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(prolog('koi8-r', 'é'))]);
    expect(decode(marked, 'text/xml; charset=big5')).toMatchObject({ charset: 'utf-8', decidedBy: 'bom', text: prolog('koi8-r', 'é') });
    expect(decode(latin1(prolog('koi8-r', '\xe9')), "text/xml; charset='windows-1252'")).toMatchObject({
      charset: 'windows-1252',
      decidedBy: 'http',
    });
    expect(decode(latin1(prolog('windows-1251', '\xe9')), 'text/xml').text).toContain('й');
    expect(decode(latin1('<a>\xe9</a>'))).toMatchObject({ charset: 'windows-1252', decidedBy: 'sniff', text: '<a>é</a>' });
  });

  it('drops a declaration that the bytes disprove', () => {
    expect(decode(latin1(prolog('utf-8', 'caf\xe9 \x93x\x94')))).toMatchObject({ charset: 'windows-1252', repairs: ['charset-mismatch'] });
    expect(decode(Buffer.from(prolog('iso-8859-1', 'déjà vu')))).toMatchObject({ charset: 'utf-8', repairs: ['charset-mismatch'] });
    expect(decode(Buffer.from(prolog('utf-16', 'x')))).toMatchObject({ charset: 'utf-8', repairs: ['charset-mismatch'] });
    expect(decode(Buffer.from(prolog('no-such', 'é')))).toMatchObject({ charset: 'utf-8', repairs: ['charset-unknown'] });
  });

  it('reads UTF-16 and UTF-32 with and without a BOM', () => {
    const little = Buffer.from('<a>é€</a>', 'utf16le');
    const wide = Buffer.alloc(8);
    wide.writeUInt32BE(0x3c, 0);
    wide.writeUInt32BE(0x1f600, 4);
    expect(decode(little).text).toBe('<a>é€</a>');
    expect(decode(Buffer.from(little).swap16()).text).toBe('<a>é€</a>');
    expect(decode(wide)).toMatchObject({ text: '<😀', charset: 'utf-32be' });
  });

  it('keeps UTF-8 with a cut or stray byte as UTF-8', () => {
    expect(decode(Buffer.from('<a>déjà vu à Zürich').subarray(0, -1)).text).toBe('<a>déjà vu à Züric');
    expect(decode(Buffer.concat([Buffer.from('<a>“vu”'), Buffer.from([0xe9, 0x20])]))).toMatchObject({
      charset: 'utf-8',
      repairs: ['invalid-bytes'],
    });
  });
});

describe('decodeDocument', () => {
  it('finds what a page says of itself', () => {
    const page = (meta: string): Uint8Array => latin1(`<!DOCTYPE html><html><head>${meta}<title>caf\xe9</title>`);
    expect(decodeDocument(page('<meta charset="iso-8859-1">'))).toMatchObject({ charset: 'windows-1252', decidedBy: 'prolog' });
    expect(decodeDocument(page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">')).text).toContain('cafй');
    expect(decodeDocument(page('<meta charset=utf-8>'))).toMatchObject({ charset: 'windows-1252', decidedBy: 'sniff' });
    expect(decodeDocument(page('<meta charset=koi8-r>'), 'text/html; charset=windows-1252')).toMatchObject({
      charset: 'windows-1252',
      decidedBy: 'http',
    });
  });
});
