/**
 * What the lexicon knows of a word, packed into 32 bits:
 * bits 0–7 the distributional cluster (0 = not clustered), 8–11 WordNet's parts of speech, 12–16 the lexicographer file of the first noun
 * sense, 17–20 that of the first verb sense, 21–31 the name flags below.
 */
export const wordFlag = {
  givenName: 1 << 21,
  surname: 1 << 22,
  place: 1 << 23,
  country: 1 << 24,
  demonym: 1 << 25,
  region: 1 << 26,
  organisation: 1 << 27,
  organisationHead: 1 << 28,
  placeHead: 1 << 29,
  female: 1 << 30,
  male: 1 << 31,
} as const;

/** WordNet's parts of speech (bit 0 noun, 1 verb, 2 adjective, 3 adverb). */
export const partsOfSpeech = (wordClass: number): number => (wordClass >> 8) & 0xf;

/** The lexicographer file (coarse sense, 1…26) of the first noun sense; 0 when it is no noun. */
export const nounSense = (wordClass: number): number => (wordClass >> 12) & 0x1f;

/** All name flags as one number. */
export const nameFlags = (wordClass: number): number => wordClass >>> 21;
