import { describe, expect, it } from 'vitest';
import { decodePage } from './decode-page.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodePage', () => {
  it('goes by the mark, the transport, then the page', () => {
    expect(decodePage(Uint8Array.of(0xff, 0xfe, 0x41, 0x00)).text).toBe('A');
    expect(decodePage(latin('<p>Grü\u00dfe'), 'text/html; charset=ISO-8859-1')).toEqual({ text: '<p>Grüße', encoding: 'windows-1252' });
    expect(decodePage(latin('<meta charset="iso-8859-1"><p>Grüße')).text).toContain('Grüße');
  });
  it('believes the bytes more than the declaration', () => {
    expect(decodePage(utf8('<meta charset=iso-8859-1>Grüße')).text).toContain('Grüße');
    expect(decodePage(latin('<meta charset=utf-8>Grüße')).text).toContain('Grüße');
    expect(decodePage(Uint8Array.of(...latin('<html lang=zh><meta charset=utf-8>'), 0xd6, 0xd0, 0xb9, 0xfa)).text).toContain('中国');
  });
  it('keeps UTF-8 that is cut off in a letter, and reads unknown labels and empty input', () => {
    expect(decodePage(utf8('Grüße aus Köln, viele Grüße aus Köln, schöne Grüße ü').subarray(0, -1)).encoding).toBe('utf-8');
    expect(decodePage(utf8('<meta charset=bogus>é')).text).toContain('é');
    expect(decodePage(new Uint8Array()).text).toBe('');
  });
});
