// `node packages/language/training/main.ts TREEBANKS [--out FILE] [--cache DIR] [--again STAGE,…] [--until STAGE]`: trains the English model from the treebank folder and
// writes its weights. With a cache folder a stage that is there already is not run again. The same input gives the same file.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { writeWeights } from '../src/weights-file.ts';
import { trainModel } from './train-model.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    cache: { type: 'string' },
    again: { type: 'string', default: '' },
    until: { type: 'string' },
    show: { type: 'string', default: '0' },
  },
});
const [treebanks] = positionals;
if (treebanks === undefined) throw new Error('usage: main.ts TREEBANKS [--out FILE] [--cache DIR] [--again STAGE,…]');
const file = trainModel(treebanks, {
  cache: values.cache,
  again: new Set(values.again.split(',')),
  show: Number(values.show),
  until: values.until,
});
if (file !== undefined) {
  const packed = writeWeights(file);
  writeFileSync(values.out ?? new URL('../data/en/weights.bin.gz', import.meta.url), packed);
  console.log(`${(packed.length / 1e6).toFixed(2)} MB`);
}
