// `copydesk recluster --compare`, as a process of its own: the services' code, the same environment, no service.
import { parseArgs } from 'node:util';
import { createKafkaBus } from '@copydesk/bus';
import { explainError } from '@copydesk/runtime';
import { readConfig } from '../config.ts';
import { readOptions } from '../settings.ts';
import { compare } from './compare.ts';
import { comparisonJson, comparisonText } from './report.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    set: { type: 'string', multiple: true, default: [] },
    limit: { type: 'string', default: '20' },
  },
});
try {
  const { kafka, clustering } = readConfig(process.env);
  const set = Object.fromEntries(values.set.map((each) => [each.split('=', 1)[0] ?? '', Number(each.slice(each.indexOf('=') + 1))]));
  const bus = createKafkaBus(kafka.bus);
  try {
    const found = await compare(bus, { ...clustering.options, ...readOptions(set) });
    const text = values.json ? comparisonJson(found, Number(values.limit)) : comparisonText(found, Number(values.limit));
    await new Promise<void>((written) => process.stdout.write(`${text}\n`, () => written()));
  } finally {
    await bus.close();
  }
} catch (error) {
  console.error(`copydesk: ${explainError(error)}`);
  process.exitCode = 1;
}
