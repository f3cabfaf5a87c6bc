import { expect, test } from 'vitest';
import { explainError } from './explain.ts';

test('an error is one sentence, with a hint where its code is known, and never a password', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  expect(explainError(new AggregateError([refused]))).toBe('connect ECONNREFUSED 127.0.0.1:5432 (nothing listens there)');
  expect(explainError(new Error('bad address postgresql://me:secret@host/db\n  at line 3'))).toBe(
    'bad address postgresql://me:***@host/db; at line 3',
  );
  expect(explainError('broken')).toBe('broken');
});
