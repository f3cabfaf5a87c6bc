import { hashString } from '../linear/hash.ts';
import { nameTypes } from './name-classes.ts';

const organisations =
  'inc corp corporation ltd limited llc llp plc gmbh holdings group bank university college institute ministry department party council committee commission association agency ' +
  'federation foundation organisation organization authority bureau army navy police court parliament senate league club airlines airways newspaper times herald tribune guardian ' +
  'observatory alliance coalition movement brigade brigades militia corps force forces company society academy congress assembly trust fund partners ventures technologies systems industries';
const places =
  'river lake mountain mountains island islands street avenue road boulevard airport province county valley sea ocean bay peninsula desert strait gulf district square bridge canal coast hills ' +
  'governorate prefecture oblast heights highway plaza beach forest park';

const countries = 'us u.s u.s. usa u.s.a. uk u.k u.k. uae u.a.e. ussr drc';
const countrySet = new Set(countries.split(' ').map(hashString));

const types = new Map<number, number>([
  ...organisations.split(' ').map((w): [number, number] => [hashString(w), nameTypes.indexOf('ORG')]),
  ...places.split(' ').map((w): [number, number] => [hashString(w), nameTypes.indexOf('LOC')]),
]);
const ofHeads = new Set(
  'ministry department university bank bureau council church academy office institute ministry house court college'
    .split(' ')
    .map(hashString),
);
const of = hashString('of');
const bank = hashString('bank');
const shores = new Set('west east south north left right'.split(' ').map(hashString));

/**
 * The type that the words of a name tell by themselves: its last word ("Holdings", "River"), its first two ("Bank of …"), or all ("U.S.").
 * @param lower hashes of the words in lower case
 * @returns index in `nameTypes`; undefined when the words tell nothing
 */
export function typeByHead(lower: readonly number[]): number | undefined {
  if (lower.length === 1 && countrySet.has(lower[0] as number)) return nameTypes.indexOf('LOC');
  if (lower.length < 2) return undefined;
  if (lower[1] === of && ofHeads.has(lower[0] as number)) return nameTypes.indexOf('ORG');
  if (lower.includes(of) || (lower.length === 2 && lower[1] === bank && shores.has(lower[0] as number))) return undefined;
  return types.get(lower.at(-1) as number);
}

const bodies = new Set(
  'army navy coalition parliament senate congress pentagon kremlin cabinet treasury vatican assembly knesset duma bundestag taliban'
    .split(' ')
    .map(hashString),
);

/** True when a word that is written with a capital inside a sentence names one body by itself ("the Senate"). */
export function isBody(lower: number): boolean {
  return bodies.has(lower);
}
