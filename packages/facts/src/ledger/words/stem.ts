/** Endings taken off, the longest first, so that inflections and common derivations of a word meet (English only; other scripts pass unchanged). */
const ENDINGS = (
  'ization isation ational fulness ousness iveness ations ements ation ition ement ments ility ances ences ment ' +
  'ness ance ence able ible ings ions ists isms ians ally ity ion ing ies ied ian ist ism ers ors ive ous ful ese er or ed es ly al ic an en i s e y a d'
).split(' ');
const SHORTEST_STEM = 4;

/**
 * Reduces a folded word to a stem for matching: at most three endings off, never below four letters, a doubled last consonant halved.
 * It is meant to over-merge slightly ("secure", "security"): grouping asks for several shared words, so one false meeting does little harm.
 */
export function stem(word: string): string {
  let rest = word;
  for (let round = 0; round < 3; round++) {
    const ending = ENDINGS.find((candidate) => rest.length - candidate.length >= SHORTEST_STEM && rest.endsWith(candidate));
    if (ending === undefined) break;
    rest = rest.slice(0, rest.length - ending.length);
  }
  const last = rest.at(-1);
  if (rest.length > SHORTEST_STEM && last !== undefined && last === rest.at(-2) && !'aeiou'.includes(last)) rest = rest.slice(0, -1);
  return rest;
}
