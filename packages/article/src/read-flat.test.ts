import { describe, expect, it } from 'vitest';
import { readFlat } from './read-flat.ts';

const body = [
  'The council voted on Monday to widen the harbour road, although several members asked for a second study of the costs.',
  'Work is to begin in the autumn and to last for about two years, the mayor told reporters after the meeting.',
  'Fishermen had blocked the pier in protest last week, saying that the road would cut them off from the market.',
];
const flat = [
  'Home',
  'World',
  'Harbour road to be widened, council decides',
  'Share',
  ...body,
  'Share',
  'Leave a comment',
  'Your email address will not be published.',
  'Related Articles',
  'Mayor opens…',
].join('\n');

describe('readFlat', () => {
  it('keeps the body and nothing else, and maps every character back to the source', () => {
    const reading = readFlat(flat);
    expect(reading.text.split('\n')).toEqual(body);
    for (let i = 0; i < reading.text.length; i++) expect(flat[reading.map?.(i) ?? -1]).toBe(reading.text[i]);
    expect(reading.title).toBe('Harbour road to be widened, council decides');
    expect(flat.slice(reading.titleSpan?.start, reading.titleSpan?.end)).toBe(reading.title);
  });

  it('maps through line ends, control characters and spaces that scrubbing takes out', () => {
    const source = flat.replaceAll('\n', '\r\n').replace('council voted', 'council\u0000 vo\u00adted');
    const reading = readFlat(source);
    expect(reading.text).toContain('council voted');
    const at = reading.text.indexOf('Fishermen');
    expect(source.slice(reading.map?.(at), (reading.map?.(at) ?? 0) + 9)).toBe('Fishermen');
  });

  it('takes the first line for the headline where nothing stands above it', () => {
    const source = ['Harbour road to be widened, council decides', ...body].join('\n');
    const reading = readFlat(source);
    expect(reading.text.split('\n')).toEqual(body);
    expect(reading.title).toBe('Harbour road to be widened, council decides');
    expect(source.slice(reading.titleSpan?.start, reading.titleSpan?.end)).toBe(reading.title);
    for (let i = 0; i < reading.text.length; i++) expect(source[reading.map?.(i) ?? -1]).toBe(reading.text[i]);
    expect(readFlat(source, { title: 'Something else altogether' }).title).toBe('Something else altogether');
  });

  it('refuses what has no text', () => {
    expect(readFlat(' \n\n').rejected?.code).toBe('empty');
  });
});
