/** Seeded random numbers 0..1 (mulberry32, public domain): benches must measure the same articles each time. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ka',
  'le',
  'mi',
  'no',
  'pu',
  'ra',
  'se',
  'ti',
  'vo',
  'zu',
  'bra',
  'cle',
  'dri',
  'flo',
  'gru',
];

function madeWord(rank: number): string {
  let rest = rank + 3;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/** Words in use at any time, and how many stories are told at once. */
const WORDS = 60_000;
const STORIES = 400;

/**
 * Makes articles of about `words` words with a Zipf-like vocabulary: each belongs to one of the stories now told (a third of its words are the story's own),
 * one in ten is a copy of an earlier one with another opening. Stories end and new ones begin, with new names.
 */
export function createArticleMaker(
  seed: number,
  words = 120,
): (index: number) => { id: string; title: string; text: string; publisher: string } {
  const random = seededRandom(seed);
  const dictionary = Array.from({ length: WORDS }, (_, rank) => madeWord(rank));
  const zipf = (): string => dictionary[Math.min(WORDS - 1, Math.floor(WORDS ** random() - 1))] ?? '';
  const stories = Array.from({ length: STORIES }, (_, i) => ({ birth: i, own: Array.from({ length: 60 }, zipf) }));
  const recent: string[] = [];
  let born = STORIES;
  return (index) => {
    const place = Math.floor(random() ** 2 * STORIES);
    if (random() < 0.05) {
      stories[place] = {
        birth: born,
        own: [...Array.from({ length: 20 }, (_, k) => madeWord(WORDS + born * 20 + k)), ...Array.from({ length: 40 }, zipf)],
      };
      born += 1;
    }
    const own = stories[place]?.own ?? [];
    const pick = (): string => (random() < 0.33 ? (own[Math.floor(random() ** 2 * own.length)] ?? '') : zipf());
    const sentence = (length: number): string => {
      const list = Array.from({ length }, pick);
      const first = list[0] ?? '';
      return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${list.slice(1).join(' ')}.`;
    };
    const title = sentence(8).slice(0, -1);
    const copied = random() < 0.1 ? recent[Math.floor(random() * recent.length)] : undefined;
    const text =
      copied === undefined ? Array.from({ length: Math.round(words / 15) }, () => sentence(15)).join(' ') : `${sentence(12)} ${copied}`;
    if (copied === undefined) recent[index % 2000] = text;
    return { id: `a_${index.toString(36)}`, title, text, publisher: `paper ${Math.floor(random() * 300)}` };
  };
}
