/** Deeds that exclude one another when the same actor is said to have done both to the same thing. Written by hand from general English. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ['approve', 'reject'],
  ['rise', 'drop'],
  ['win', 'lose'],
  ['start', 'stop'],
  ['continue', 'stop'],
  ['confirm', 'reject'],
  ['claim', 'reject'],
  ['convict', 'acquit'],
  ['strengthen', 'weaken'],
  ['praise', 'condemn'],
  ['arrest', 'release'],
  ['buy', 'sell'],
  ['allow', 'ban'],
  ['leave', 'remain'],
  ['hire', 'dismiss'],
];
