import { describe, expect, it } from 'vitest';
import { scanTags } from './scan-tags.ts';

/** What the scan tells, one token a string; raw content in braces, skipped content left out. */
function tokens(html: string, skip = ''): string[] {
  const told: string[] = [];
  let skipping = false;
  scanTags(html, {
    full: false,
    wants: () => !skipping,
    text: (text) => told.push(text),
    open: (name, attributes, closed) => {
      told.push(`<${[name, ...(attributes ?? [])].join('|')}${closed ? '/' : ''}>`);
      if (name === skip) skipping = true;
    },
    close: (name) => {
      told.push(`</${name}>`);
      if (name === skip) skipping = false;
    },
    raw: (text) => told.push(`{${text}}`),
  });
  return told;
}

describe('scanTags', () => {
  it('reads names and attributes as the standard does', () => {
    expect(tokens('<A CLASS=x/y id=\'a>b\' title="q&amp;r" onclick=no hidden>t</A >')).toEqual([
      '<a|class|x/y|id|a>b|title|q&r|hidden|>',
      't',
      '</a>',
    ]);
    expect(tokens('<br/><x-y a = "1" / ><p class = "c"id=d>')).toEqual(['<br/>', '<x-y>', '<p|class|c|id|d>']);
    expect(tokens('<i =class="x">')).toEqual(['<i>']);
  });

  it('passes over comments, declarations and instructions', () => {
    expect(tokens('a<!-- <b> -->b<!-->c<!--->d<!-- --!>e<!doctype html>f<?php x ?>g</ h>i</>j<!-- open').join('')).toBe('abcdefgij');
  });

  it('takes a sign that begins no tag for text', () => {
    expect(tokens('1 < 2 <3 a<').join('')).toBe('1 < 2 <3 a<');
  });

  it('decodes references in text, in titles and in attributes, each by its own rule', () => {
    expect(tokens('&lt;b&gt; &copy2<title>R&amp;D <b></title>')).toEqual(['<b> ©2', '<title>', 'R&D <b>', '</title>']);
    expect(tokens('<a href="?a=1&copy=2&amp;b">')).toEqual(['<a|href|?a=1&copy=2&b>']);
  });

  it('ends scripts at their own end tag in any case, and leaves what is skipped undecoded', () => {
    expect(tokens('<script>if (a</b) "</scripts>" </SCRIPT\n>x', 'script')).toEqual([
      '<script>',
      '{if (a</b) "</scripts>" }',
      '</script>',
      'x',
    ]);
    expect(tokens('<svg><title>a&amp;b</title></svg>y', 'svg')).toEqual(['<svg>', '<title>', '</title>', '</svg>', 'y']);
    expect(tokens('<style>a{}')).toEqual(['<style>', 'a{}']);
  });

  it('drops a tag that the end cuts off', () => {
    expect(tokens('a<p class="x')).toEqual(['a']);
    expect(tokens('a<p')).toEqual(['a']);
  });

  it('ends when the handler has enough', () => {
    let opened = 0;
    const handler = { full: false, wants: () => true, text: () => undefined, close: () => undefined, raw: () => undefined };
    scanTags('<i>'.repeat(9), {
      ...handler,
      get full() {
        return opened >= 3;
      },
      open: () => void opened++,
    });
    expect(opened).toBe(3);
  });
});
