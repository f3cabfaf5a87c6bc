import type { Comparator } from './comparator.ts';

const phrases = (comparator: Comparator, list: string): [string, Comparator][] =>
  list.split('|').map((phrase) => [phrase.trim(), comparator]);

/** Expressions that stand before the number, in lower case, tokens joined by a space. */
export const before: ReadonlyMap<string, Comparator> = new Map([
  ...phrases(
    'approx',
    'about|around|roughly|approximately|approx|approx.|appr.|circa|ca|ca.|c.|~|≈|∼|≃|some|nearly|almost|close to|near|nearing|in the region of|in the neighborhood of|in the neighbourhood of|on the order of|' +
      'in the order of|somewhere around|something like|in the vicinity of|an estimated|estimated|estimated at|estimated to be|an approximate|just about|round about|more or less|or so|' +
      'broadly|give or take|as good as|virtually|approaching|towards|toward|averaging around|averaged roughly|not far from|just shy of|well-nigh|give-or-take|hovering around|ballpark of|shade under|barely',
  ),
  ...phrases(
    'gt',
    'more than|greater than|larger than|bigger than|higher than|over|above|in excess of|exceeding|exceeds|exceeded|exceed|upwards of|upward of|north of|beyond|past|topping|topped|tops|surpassing|surpassed|surpass|surpasses|' +
      'just over|well over|far more than|far over|far above|well above|just above|slightly more than|slightly over|slightly above|a little over|a little more than|little over|little more than|just more than|not just|' +
      'well in excess of|longer than|older than|taller than|heavier than|faster than|better than|wider than|deeper than|farther than|further than|over than|>|stronger than|outnumbering|even more than|comfortably over|easily over|marginally higher at|slightly higher at',
  ),
  ...phrases(
    'gte',
    'at least|> =|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|minimum|starting at|starting from|starts at|from at least|at the very least|≥|>=|min.|as few as|as little as|never less than|never fewer than|no lower than|no smaller than|at or above|equal to or more than|more than or equal to|greater than or equal to',
  ),
  ...phrases(
    'lt',
    'less than|fewer than|under|below|lower than|smaller than|shorter than|younger than|lighter than|slower than|cheaper than|just under|well under|far less than|far fewer than|well below|just below|slightly less than|' +
      'slightly under|slightly fewer than|slightly below|a little less than|a little under|little less than|just less than|short of|just short of|shy of|sub -|<|not quite|barely under|even less than|much less than|considerably less than|marginally lower at',
  ),
  ...phrases(
    'lte',
    'at most|< =|up to|within|no more than|not more than|no greater than|no higher than|no longer than|no later than|no larger than|not exceeding|a maximum of|maximum of|as many as|as much as|as high as|as long as|as far as|at the most|no over|≤|<=|max.|' +
      'capped at|limited to|to a maximum of|anything up to|or up to|reaching up to|at or below|less than or equal to|not over|never more than|potentially as many as|perhaps as many as|up to as many as',
  ),
  ...phrases(
    'eq',
    'exactly|precisely|an average of|average of|on average|averaging|averaged|averages|only|just|a mere|a total of|total of|a combined|an additional|an extra|another|a further|a record|a whopping|a staggering|fully|a full|some exact|even|equal to|a single|=',
  ),
]);

/** Expressions that stand after the number. */
export const after: ReadonlyMap<string, Comparator> = new Map([
  ...phrases(
    'gte',
    'or more|or greater|or higher|or above|or over|or better|or longer|or older|and above|and over|and up|and older|and more|plus|at least|minimum|at a minimum|+|or larger|or farther|or further|or up|- plus',
  ),
  ...phrases(
    'lte',
    'or less|or fewer|or under|or below|or lower|or younger|or smaller|or shorter|and under|and below|and younger|at most|maximum|at the most|or so at most',
  ),
  ...phrases(
    'approx',
    'or so|or thereabouts|odd|- odd|ish|- ish|give or take|or around that|approximately|- some|and change|and counting|and some',
  ),
]);

/** Longest expression, in tokens. */
export const longestPhrase = 6;
