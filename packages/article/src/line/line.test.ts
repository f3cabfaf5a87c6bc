import { describe, expect, it } from 'vitest';
import { measureLine } from './measure.ts';
import { phraseKind } from './phrases.ts';
import { bestStretch } from './prose.ts';

describe('measureLine', () => {
  it('counts words, sentences and capitals', () => {
    expect(measureLine('He said: “No.” Then, in May, Ada left.')).toMatchObject({
      words: 8,
      sentences: 2,
      commas: 2,
      quotes: 1,
      capitalised: 5,
      endsSentence: true,
      script: 'latin',
    });
  });
  it('knows an open end, a colon, and scripts without spaces', () => {
    expect(measureLine('To be continued...')).toMatchObject({ endsOpen: true, endsSentence: false });
    expect(measureLine('In this article:').endsColon).toBe(true);
    expect(measureLine('市議会は月曜日に道路の拡幅を決めた。')).toMatchObject({ script: 'cjk', sentences: 1, endsSentence: true });
    expect(measureLine('المرفأ اليوم').script).toBe('arabic');
    expect(measureLine('').script).toBe('none');
  });
});

describe('phraseKind', () => {
  it.each([
    ['Share this article', 'share'],
    ['Leave a Reply', 'comments'],
    ['12 Kommentare', 'comments'],
    ['Lesen Sie auch: Der Hafen', 'related'],
    ['The post A bridge opens appeared first on The Example.', 'feed-footer'],
    ['© 2021 The Example', 'copyright'],
    ['Advertisement', 'advert'],
    ['Photo: Ada Quill/The Example', 'caption'],
    ['By Ada Quill', 'byline'],
    ['ada.quill@news.example', 'contact'],
    ['The council voted to widen the road.', 'none'],
    ['They share the work, the mayor said.', 'none'],
  ])('%s is %s', (line, kind) => expect(phraseKind(line)).toBe(kind));
});

describe('bestStretch', () => {
  it('finds the stretch with the highest sum', () => {
    expect(bestStretch([-1, 2, -1, 3, -9, 1])).toEqual([1, 4]);
    expect(bestStretch([-1, -2])).toEqual([0, 0]);
  });
});
