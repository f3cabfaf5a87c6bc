import { describe, expect, it } from 'vitest';
import { conditionalHeaders, maxValidatorAge, validatorsAfter } from './conditional.ts';

const now = Date.UTC(2024, 0, 1);

describe('conditionalHeaders', () => {
  it('sends both validators until they are eight days old', () => {
    const validators = { etag: 'W/"a"', lastModified: 'Sun, 31 Dec 2023 00:00:00 GMT', obtainedAt: now };
    expect(conditionalHeaders(validators, now + maxValidatorAge)).toEqual({
      'if-none-match': 'W/"a"',
      'if-modified-since': 'Sun, 31 Dec 2023 00:00:00 GMT',
    });
    expect(conditionalHeaders(validators, now + maxValidatorAge + 1)).toEqual({});
  });

  it('never sends what could break a header', () => {
    expect(conditionalHeaders({ etag: '"a"\r\nx: y', lastModified: '\u0000', obtainedAt: now }, now)).toEqual({});
  });
});

describe('validatorsAfter', () => {
  it('forgets on a 200 what the server no longer sends, and keeps it on a 304', () => {
    const previous = { etag: '"a"', lastModified: 'b', bodyHash: 'c', obtainedAt: 1 };
    expect(validatorsAfter({ etag: '"d"' }, Buffer.from(''), previous, now)).toEqual({
      etag: '"d"',
      bodyHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      obtainedAt: now,
    });
    expect(validatorsAfter({ etag: '"d"' }, undefined, previous, now)).toEqual({
      etag: '"d"',
      lastModified: 'b',
      bodyHash: 'c',
      obtainedAt: 1,
    });
  });
});
