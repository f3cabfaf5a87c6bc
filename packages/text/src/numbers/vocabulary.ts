/** English number words. */
const entries = (list: string): [string, number][] =>
  list.split(' ').map((pair) => {
    const [word = '', value = ''] = pair.split(':');
    return [word, Number(value)];
  });

/** 0 to 19. */
export const ones: ReadonlyMap<string, number> = new Map(
  entries(
    'zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19',
  ),
);

/** 20, 30 … 90. */
export const tens: ReadonlyMap<string, number> = new Map(
  entries('twenty:20 thirty:30 forty:40 fourty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90'),
);

/** Scale words, after digits or words. */
export const scales: ReadonlyMap<string, number> = new Map(
  entries(
    'hundred:100 thousand:1e3 lakh:1e5 lakhs:1e5 million:1e6 crore:1e7 crores:1e7 billion:1e9 trillion:1e12 quadrillion:1e15 milliard:1e9',
  ),
);

/** Words for a dozen and its like: they multiply what stands before them. */
export const groups: ReadonlyMap<string, number> = new Map(entries('dozen:12'));

/** Abbreviated scales that are never a unit. */
export const scaleAbbreviations: ReadonlyMap<string, number> = new Map(
  entries('k:1e3 mn:1e6 mln:1e6 mio:1e6 mm:1e6 bn:1e9 bln:1e9 tn:1e12 trn:1e12 tril:1e12 mil:1e6 bil:1e9'),
);

/** Letters that are a scale beside money or a count, and a unit elsewhere. */
export const scaleLetters: ReadonlyMap<string, number> = new Map(entries('m:1e6 M:1e6 b:1e9 B:1e9 t:1e12 T:1e12'));

/** Plurals that name an order of magnitude and no number. */
export const vaguePlurals: ReadonlyMap<string, number> = new Map(
  entries(
    'tens:10 dozens:12 scores:20 hundreds:100 thousands:1e3 lakhs:1e5 millions:1e6 crores:1e7 billions:1e9 trillions:1e12 gazillions:1e12 zillions:1e12',
  ),
);

/** Ordinal words. */
export const ordinals: ReadonlyMap<string, number> = new Map(
  entries(
    'first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12 thirteenth:13 fourteenth:14 fifteenth:15 sixteenth:16 ' +
      'seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20 thirtieth:30 fortieth:40 fiftieth:50 sixtieth:60 seventieth:70 eightieth:80 ninetieth:90 hundredth:100 thousandth:1e3 millionth:1e6 billionth:1e9',
  ),
);

/** What a fraction word divides by: "third", "thirds", "quarters". */
export const denominators: ReadonlyMap<string, number> = new Map(
  entries(
    'half:2 halves:2 third:3 quarter:4 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 twelfth:12 sixteenth:16 twentieth:20 hundredth:100 thousandth:1e3',
  ).flatMap(([word, value]): [string, number][] =>
    word.startsWith('hal')
      ? [[word, value]]
      : [
          [word, value],
          [`${word}s`, value],
        ],
  ),
);

/** Fractions in one character. */
export const fractionSigns: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅐', 1 / 7],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
  ['⅑', 1 / 9],
  ['⅒', 1 / 10],
]);
