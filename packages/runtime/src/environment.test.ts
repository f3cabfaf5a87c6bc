import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigurationError, flagSchema, portSchema, readEnvironment } from './environment.ts';

const schema = z.object({ PORT: portSchema.default(8080), SECRET: z.string().min(8), ON: flagSchema.default(false) });

describe('readEnvironment', () => {
  it('parses, applies defaults and takes an empty string as unset', () => {
    expect(readEnvironment(schema, { PORT: '', SECRET: 'long enough', ON: '1' })).toEqual({ PORT: 8080, SECRET: 'long enough', ON: true });
  });

  it('names every variable at fault and never shows a value', () => {
    const read = () => readEnvironment(schema, { PORT: '70000', SECRET: 'hunter2' });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(/PORT.*SECRET/);
    expect(read).not.toThrow(/hunter2/);
  });
});
