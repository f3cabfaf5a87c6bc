// `pnpm schemas`: writes the JSON Schemas and the AsyncAPI document that the tests compare with the code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { asyncApi } from './async-api.ts';
import { jsonSchemas } from './json-schemas.ts';

const folder = new URL('../../schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, document] of [...jsonSchemas(), ['asyncapi.json', asyncApi()] as const]) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(document, null, 2)}\n`);
}
