/** How to make a lemma of a word: take this many characters off its end and append this. */
export interface LemmaRule {
  cut: number;
  append: string;
}

/** What training found: by XPOS tag, endings (longest first wins) with rules by frequency, and whole words that no ending explains. */
export interface LemmaTable {
  endings: Record<string, Record<string, LemmaRule[]>>;
  words: Record<string, Record<string, string>>;
}

const longestEnding = 5;
/** WordNet's part-of-speech bit for the tags whose lemma can be checked there. */
const partBits: Readonly<Record<string, number>> = { N: 1, V: 2, J: 4, R: 8 };

/** Lemmas by learned endings, checked against the lexicon: of the rules seen with an ending the first that gives a known word wins. */
export class Lemmatiser {
  private readonly endings: Map<string, Map<string, LemmaRule[]>>;
  private readonly words: Map<string, Map<string, string>>;
  private readonly partsOf: (word: string) => number;
  private readonly irregular: ReadonlyMap<string, string>;

  /**
   * @param partsOf WordNet's parts of speech of a lower-case word, as bits
   * @param irregular past forms of verbs to their lemmas, for those that training did not see
   */
  constructor(table: LemmaTable, partsOf: (word: string) => number, irregular: ReadonlyMap<string, string> = new Map()) {
    const byTag = <T>(o: Record<string, Record<string, T>>): Map<string, Map<string, T>> =>
      new Map(Object.entries(o).map(([k, v]) => [k, new Map(Object.entries(v))]));
    this.endings = byTag(table.endings);
    this.words = byTag(table.words);
    this.partsOf = partsOf;
    this.irregular = irregular;
  }

  /** The lemma of a word with its tags; names keep their case, other words come in lower case. */
  lemma(word: string, upos: string, xpos: string): string {
    if (upos === 'PUNCT' || upos === 'SYM' || upos === 'X' || word.length > 40) return word;
    const proper = upos === 'PROPN';
    const form = proper ? word : word.toLowerCase();
    const known = this.words.get(xpos)?.get(form.replace('’', "'"));
    if (known !== undefined) return known;
    const base = xpos === 'VBD' || xpos === 'VBN' ? this.irregular.get(form) : undefined;
    return base ?? this.byEnding(form, xpos);
  }

  private byEnding(form: string, xpos: string): string {
    const endings = this.endings.get(xpos);
    if (endings === undefined) return form;
    const bit = partBits[xpos.charAt(0)] ?? 0;
    for (let n = Math.min(longestEnding, form.length - 1); n >= 0; n--) {
      const rules = endings.get(form.slice(form.length - n));
      if (rules === undefined) continue;
      for (const rule of rules) {
        const lemma = applyRule(form, rule);
        if (lemma.length > 1 && (this.partsOf(lemma) & bit) !== 0) return lemma;
      }
      return applyRule(form, rules[0] as LemmaRule);
    }
    return form;
  }
}

/** Applies a rule to a word; a rule that cuts more than there is leaves the word. */
function applyRule(form: string, rule: LemmaRule): string {
  return rule.cut >= form.length ? form : form.slice(0, form.length - rule.cut) + rule.append;
}

/** Reads a table of irregular verbs: lemma, past and participle a line, forms of equal standing separated by a slash. @returns past forms to lemmas */
export function readIrregularVerbs(table: string): Map<string, string> {
  const lemmas = new Map<string, string>();
  for (const line of table.trimEnd().split('\n')) {
    const [lemma = '', ...forms] = line.split(' ');
    for (const form of forms.flatMap((each) => each.split('/'))) lemmas.set(form, lemma);
  }
  return lemmas;
}
