// `pnpm -s chaos [--kills N] [--minutes M] [--seed S] [--articles A] [--services-only] [--outage SECONDS]`: made articles flow through the four services while processes, the
// broker and the database are killed and stopped; what is in the ledger afterwards is compared with an undisturbed run. The last line is one JSON object; exit code 1 on any difference.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planAttacks } from './attacks.ts';
import { startKafka, startPostgres } from './backends.ts';
import { runCalm } from './calm.ts';
import { compareDumps } from './compare.ts';
import { createDice } from './dice.ts';
import { runDisturbed } from './disturbed.ts';
import { writeInput } from './feeding.ts';
import { madeInput } from './made-input.ts';
import { withoutNames } from './nameless.ts';
import { runOutage } from './outage.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    kills: { type: 'string', default: '12' },
    minutes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    articles: { type: 'string' },
    outage: { type: 'string' },
    'services-only': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const number = (name: string, text: string | undefined, otherwise: number): number => {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  console.error(`chaos: --${name} is not a number: ${text}`);
  process.exit(2);
};
const outage = values.outage === undefined ? undefined : number('outage', values.outage, 0);
const kills = outage === undefined ? number('kills', values.kills, 12) : 0;
const seed = number('seed', values.seed, 1);
// An attack takes about twelve seconds to get over: the group waits ten for a member that is gone.
const minutes = number('minutes', values.minutes, Math.max(1, kills / 4));
const articles = number('articles', values.articles, outage === undefined ? Math.max(150, kills * 20) : Math.round(outage * 2 + 90) * 20);

const say = (line: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
const folder = mkdtempSync(join(tmpdir(), 'copydesk-chaos-'));
mkdirSync(join(folder, 'input'));
const files = writeInput(join(folder, 'input'), madeInput(articles, seed), outage === undefined ? 20 : 200);
say(`${articles} articles in ${files.length} files below ${folder}`);
const kafka = await startKafka(folder);
const postgres = await startPostgres(folder);
let failed = false;
try {
  const place = { folder, files, brokers: kafka.address, postgres: postgres.address, say };
  const dice = createDice(seed + 1);
  const calm = await runCalm(place);
  const result =
    outage === undefined
      ? await runDisturbed(place, [kafka, postgres], planAttacks(kills, dice, { backends: !values['services-only'] }), { dice, minutes })
      : await runOutage(place, [kafka, postgres], { seconds: outage });
  const { examples, ...difference } = compareDumps(calm.dump, result.dump);
  for (const line of examples) say(line);
  const { dump: _, topicFaults, ...figures } = result;
  for (const fault of topicFaults.slice(0, 10)) say(`topic: ${fault}`);
  console.log(
    JSON.stringify({
      seed,
      articles,
      ...figures,
      ...difference,
      // What differs beyond the names of facts.
      differingBytesBeyondNames: compareDumps(withoutNames(calm.dump), withoutNames(result.dump)).differingBytes,
      topicFaults: topicFaults.length,
      undisturbedSeconds: calm.seconds,
      bytesPerArticle: calm.bytesPerArticle,
    }),
  );
  failed =
    difference.lost > 0 ||
    difference.doubled > 0 ||
    difference.differingBytes > 0 ||
    result.deadLettered > 0 ||
    topicFaults.length > 0 ||
    (figures.neverRed ?? []).length > 0 ||
    (figures.restarts ?? 0) > 0 ||
    figures.longestRecoverySeconds > 30;
} finally {
  await Promise.all([kafka.end(), postgres.end()]);
  if (!values.keep && !failed) rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
