import { madeArticle } from '@copydesk/testkit';
import { assert, oneof, property, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeEvent, readEvent } from './event-codec.ts';

const article = madeArticle();
const { value, headers } = encodeEvent({ topic: 'articlesRaw', key: 'en', id: 'e1', time: article.observedAt, event: article }, '/test');

describe('reading a message', () => {
  test('an event is read back', () => {
    expect(readEvent('articlesRaw', { value, headers })).toMatchObject({
      ok: true,
      event: article,
      context: { ce_id: 'e1', ce_source: '/test' },
    });
  });

  test('what is no CloudEvent, or one of another topic, is refused with a code', () => {
    const { ce_id: _, ...lacking } = headers;
    expect(readEvent('articlesRaw', { value, headers: lacking })).toMatchObject({ ok: false, code: 'message-not-cloudevent' });
    expect(readEvent('stories', { value, headers })).toMatchObject({
      ok: false,
      code: 'message-not-cloudevent',
      detail: expect.stringContaining('copydesk.story.v1') as string,
    });
  });

  test('bytes that are not UTF-8 or not JSON are refused', () => {
    for (const bytes of [Buffer.from([0x22, 0xff, 0x22]), Buffer.from('{"kind":'), Buffer.alloc(0)]) {
      expect(readEvent('articlesRaw', { value: bytes, headers })).toMatchObject({ ok: false, code: 'message-not-json' });
    }
  });

  test('JSON of another shape is refused, and the detail says where', () => {
    const wrong = Buffer.from(JSON.stringify({ ...article, revision: 'one' }));
    expect(readEvent('articlesRaw', { value: wrong, headers })).toMatchObject({
      ok: false,
      code: 'message-schema',
      detail: expect.stringMatching(/^revision: /) as string,
    });
  });

  test('nothing throws, whatever comes', () => {
    const bytes = oneof(
      uint8Array().map((any) => Buffer.from(any)),
      string().map((any) => Buffer.from(JSON.stringify({ kind: 'revision', text: any }))),
    );
    assert(property(bytes, (any) => !readEvent('articlesRaw', { value: any, headers }).ok));
  });
});
