import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readWeights, writeWeights, type Section } from '../src/weights-file.ts';

/** Gives the arrays of a stage by name, made by the function unless they are kept. */
export type Stage = (name: string, make: () => Record<string, Section>) => Record<string, Section>;

/** Runs a stage once: its arrays are kept in the cache folder, if there is one, and read from there next time. */
export function createStages(cache: string | undefined, again: ReadonlySet<string>): Stage {
  return (name, make) => {
    const file = cache === undefined ? undefined : `${cache}/${name}.bin`;
    const begun = performance.now();
    if (file !== undefined && existsSync(file) && !again.has(name)) return Object.fromEntries(readWeights(readFileSync(file)).sections);
    console.log(`${name} …`);
    const made = make();
    if (file !== undefined) writeFileSync(file, writeWeights({ meta: null, sections: new Map(Object.entries(made)) }));
    console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    return made;
  };
}
