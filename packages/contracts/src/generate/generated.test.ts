import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asyncApi } from './async-api.ts';
import { jsonSchemas } from './json-schemas.ts';

const folder = new URL('../../schemas/', import.meta.url);
const committed = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('generated documents', () => {
  it('are committed as the code generates them (run `pnpm schemas` after changing a schema)', () => {
    for (const [name, document] of jsonSchemas()) expect(committed(name), name).toEqual(JSON.parse(JSON.stringify(document)));
    expect(committed('asyncapi.json')).toEqual(JSON.parse(JSON.stringify(asyncApi())));
  });

  it('holds no file that nothing generates', () => {
    expect(new Set(readdirSync(folder))).toEqual(new Set([...jsonSchemas().keys(), 'asyncapi.json']));
  });
});
