import { z } from 'zod';
import { topics } from '../topics.ts';

/** JSON Schema (draft 2020-12) of every topic's value: file name → document. */
export function jsonSchemas(): Map<string, unknown> {
  const files = new Map<string, unknown>();
  for (const topic of Object.values(topics)) {
    files.set(`${topic.name}.schema.json`, {
      $id: `urn:copydesk:schema:${topic.type}`,
      title: topic.type,
      ...z.toJSONSchema(topic.schema, { io: 'output', unrepresentable: 'any' }),
    });
  }
  return files;
}
