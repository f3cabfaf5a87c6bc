import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRobots, productToken } from './robots.ts';

const allows = (text: string, path: string, token = 'Copydesk'): boolean => parseRobots(text, token).allows(path);

describe('parseRobots', () => {
  it('takes the groups of the program, and those of everyone only when it has none', () => {
    const text =
      'User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-agent: COPYDESK/2.0\nDisallow: /a\n\nuser-agent: copydesk\nDisallow: /b # c';
    expect([allows(text, '/'), allows(text, '/a1'), allows(text, '/b'), allows(text, '/c', 'else')]).toEqual([true, false, false, false]);
  });

  it('lets the longest pattern decide, and allow among equals', () => {
    const text = 'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /x\nAllow: /x';
    expect([allows(text, '/news/shut'), allows(text, '/news/open/1'), allows(text, '/x')]).toEqual([false, true, true]);
  });

  it.each([
    ['/*.pdf$', '/a/b.pdf', true],
    ['/*.pdf$', '/a/b.pdf?x', false],
    ['/a*b*c', '/a-b-b-c-d', true],
    ['/a*b*c', '/a-c-b', false],
    ['/a$', '/a', true],
    ['/a$', '/ab', false],
    ['/*a*a$', '/a', false],
    ['*', '/anything', true],
    ['/ä', '/%C3%A4', true],
    ['/%c3%a4', '/ä', true],
  ])('matches %s against %s: %s', (pattern, path, matched) => {
    expect(allows(`user-agent:*\ndisallow:${pattern}`, path)).toBe(!matched);
  });

  it('reads an empty disallow as leave, and what it does not know as nothing', () => {
    expect(allows('User-agent: *\nDisallow:\nCrawl-delay: 9\nSitemap: https://a.example/s.xml\n<html>', '/a')).toBe(true);
  });

  it('answers any text, and patterns made to be slow', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => {
        expect(typeof allows(`user-agent: *\ndisallow: ${text}`, `/${path}`)).toBe('boolean');
      }),
    );
    const slow = `user-agent: *\n${`disallow: /${'a*'.repeat(240)}b\n`.repeat(20_000)}`;
    expect(allows(slow, `/${'a'.repeat(4000)}`)).toBe(true);
  });
});

describe('productToken', () => {
  it('is the name at the head of a User-Agent', () => {
    expect(productToken('Copydesk/1.0 (+https://desk.example/bot)')).toBe('Copydesk');
  });
});
