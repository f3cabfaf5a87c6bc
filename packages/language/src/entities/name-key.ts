const special: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ə: 'a',
  ŋ: 'n',
};

/** Longest name that is compared, in UTF-16 code units. */
const longestName = 200;

const already = /^[A-Za-z0-9&]+(?: [A-Za-z0-9&]+)*$/;

/** A name in lower case without accents and apostrophes: letters, digits and single blanks. */
export function plainName(name: string): string {
  // Most names need no more; the rest is for accents and marks.
  if (name.length <= longestName && already.test(name)) return name.toLowerCase();
  return name
    .slice(0, longestName)
    .replace(/['’]s?$/u, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[øłđðıßæœþəŋ]/g, (c) => special[c] ?? c)
    .replace(/['’‘`ʼ.\p{M}]/gu, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}

/** Spellings that vary with the transliteration, brought to one; applied in this order. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/sch(?=t)/g, 'sh'],
  [/tsch|tch/g, 'ch'],
  [/dzh|dj|zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/dh/g, 'd'],
  [/ck|q|c(?![eiyh])/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/ae/g, 'a'],
  [/^(?:ye|ie)/g, 'e'],
  [/y|j(?=$|[^aeiou])/g, 'i'],
];

/** The sound of one plain word: variants of transliteration come out alike ("Zelenskyy" and "Zelensky"), doubled letters count once. */
export function soundOf(word: string): string {
  let sound = word;
  for (const [pattern, replacement] of sounds) sound = sound.replace(pattern, replacement);
  return sound.replace(/([a-z])\1+/g, '$1');
}

/** The consonants of a sound, with g and k, d and t, b and p, v and f as one where they stand first (they vary between transliterations). */
export function skeletonOf(sound: string): string {
  const bare = sound.replace(/[aeiou]/g, '');
  return /^[aeiou]/.test(sound) ? `a${bare}` : bare.replace(/^g/, 'k');
}
