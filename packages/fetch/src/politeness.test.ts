import { describe, expect, it } from 'vitest';
import { createLimiter, politenessKey } from './politeness.ts';

const never = new AbortController().signal;

describe('politenessKey', () => {
  it.each([
    ['www.news.co.uk', 'news.co.uk'],
    ['feeds.news.co.uk', 'news.co.uk'],
    ['127.0.0.1', '127.0.0.1'],
    ['Localhost', 'localhost'],
  ])('of %s is %s', (host, key) => {
    expect(politenessKey(host)).toBe(key);
  });
});

describe('createLimiter', () => {
  it('lets two in at once, the others in the order of asking', async () => {
    const limiter = createLimiter(2);
    const entered: number[] = [];
    const ends: (() => void)[] = [];
    const all = [0, 1, 2, 3].map(async (index) => {
      ends[index] = await limiter.acquire('a', never);
      entered.push(index);
    });
    await Promise.all(all.slice(0, 2));
    expect(entered).toEqual([0, 1]);
    ends[1]?.();
    ends[1]?.();
    await all[2];
    expect(entered).toEqual([0, 1, 2]);
    ends[0]?.();
    await all[3];
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  it('keeps domains apart', async () => {
    const limiter = createLimiter(1);
    await limiter.acquire('a', never);
    expect(typeof (await limiter.acquire('b', never))).toBe('function');
  });

  it('lets who gives up leave the row', async () => {
    const limiter = createLimiter(1);
    const end = await limiter.acquire('a', never);
    const gone = new AbortController();
    const left = limiter.acquire('a', gone.signal);
    const next = limiter.acquire('a', never);
    gone.abort(new Error('enough'));
    await expect(left).rejects.toThrow('enough');
    end();
    expect(typeof (await next)).toBe('function');
  });
});
