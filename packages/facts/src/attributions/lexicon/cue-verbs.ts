import type { CueClass } from '../types.ts';

/**
 * What may follow a cue: `clause` ("said that …", "said …"), `infinitive` ("vowed to …"), `object` ("condemned the …"). `speech`: may carry a quotation.
 * A verb with a particle ("point out", "call for") is written with it.
 */
export interface CueVerb {
  lemma: string;
  cueClass: CueClass;
  clause: boolean;
  infinitive: boolean;
  object: boolean;
  speech: boolean;
  /** Reports only with "that", a quotation or a clause in the parse: "maintained that …", not "maintained 2,500 troops". */
  strict: boolean;
  /** Takes the person spoken to before the words: "told reporters". */
  addressee: boolean;
  particle: string | null;
}

const rows: readonly (readonly [CueClass, string, string])[] = [
  // class, frames (c clause, i infinitive, o object, s speech, a addressee), lemmas
  [
    'say',
    'cs',
    'say add note remark observe write tweet post recount explain reiterate repeat stress emphasize emphasise underline underscore declare proclaim state elaborate clarify conclude point_out spell_out lay_out sum_up',
  ],
  [
    'say',
    'cst',
    'comment reply respond answer continue begin joke quip interject mutter whisper shout yell cry exclaim recall blog volunteer boast brag lament complain counter retort opine muse text email testify chime_in cut_in go_on',
  ],
  ['say', 's', 'read chant sing scream crack deadpan'],
  ['say', 'csa', 'tell inform remind assure advise notify brief'],
  [
    'say',
    'o',
    'mention highlight discuss outline address express voice invoke detail speak_of talk_about speak_about talk_of comment_on point_to refer_to touch_on dwell_on',
  ],
  ['announce', 'cso', 'announce reveal disclose unveil'],
  ['confirm', 'cso', 'confirm acknowledge admit concede verify corroborate certify'],
  ['deny', 'cso', 'deny'],
  ['deny', 'o', 'reject dismiss refute dispute rebut downplay disavow rule_out brush_off shrug_off play_down'],
  ['warn', 'csa', 'warn caution'],
  ['warn', 'io', 'threaten'],
  ['claim', 'cs', 'claim allege assert insist argue suggest imply hint'],
  ['claim', 'cst', 'maintain contend purport reason'],
  ['predict', 'ci', 'predict forecast project anticipate estimate prophesy'],
  ['predict', 'cit', 'expect'],
  ['promise', 'cis', 'promise pledge vow swear'],
  ['promise', 'i', 'offer undertake guarantee'],
  ['demand', 'cso', 'demand urge'],
  ['demand', 'cs', 'recommend propose'],
  ['demand', 'o', 'call_for call_on push_for appeal_for press_for ask_for lobby_for advocate implore beg encourage order request exhort'],
  ['agree', 'ci', 'agree'],
  [
    'accuse',
    'os',
    'accuse blame criticize criticise blast slam condemn denounce rebuke mock ridicule scold chastise fault lambast lambaste deride decry assail berate castigate excoriate rip disparage bash admonish',
  ],
  ['accuse', 'o', 'attack belittle lash_out_at hit_out_at take_aim_at question challenge'],
  ['praise', 'o', 'praise hail laud applaud commend congratulate endorse defend welcome tout admire'],
  ['praise', 'o', 'support favor favour back'],
  ['oppose', 'o', 'oppose protest object_to vote_against speak_against speak_out_against resist'],
  ['describe', 'os', 'describe call label dub characterize characterise portray liken compare brand'],
  ['report', 'cs', 'report'],
  ['report', 'ct', 'show find indicate demonstrate document discover determine rule'],
  ['ask', 'cs', 'ask wonder inquire enquire query'],
  ['decline', 'i', 'decline refuse'],
  ['quote', 'so', 'cite'],
  ['quote', 'so', 'quote'],
  ['think', 'cs', 'think believe feel reckon concede'],
  ['think', 'ct', 'doubt hope fear worry suspect realize realise assume presume imagine consider understand know see'],
  ['want', 'io', 'want'],
  ['want', 'i', 'plan intend aim seek wish prefer decide vie hope'],
];

/** Irregular forms: lemma → [third person, past, participle, -ing]; an empty place is regular. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['says', 'said', 'said'],
  read: ['', 'read', 'read'],
  sing: ['', 'sang', 'sung'],
  tell: ['', 'told', 'told'],
  write: ['', 'wrote', 'written', 'writing'],
  begin: ['', 'began', 'begun', 'beginning'],
  swear: ['', 'swore', 'sworn'],
  find: ['', 'found', 'found'],
  show: ['', 'showed', 'shown'],
  think: ['', 'thought', 'thought'],
  feel: ['', 'felt', 'felt'],
  understand: ['', 'understood', 'understood'],
  know: ['', 'knew', 'known'],
  see: ['', 'saw', 'seen', 'seeing'],
  speak: ['', 'spoke', 'spoken'],
  lay: ['', 'laid', 'laid'],
  go: ['goes', 'went', 'gone'],
  spell: [],
  cut: ['', 'cut', 'cut', 'cutting'],
  hit: ['', 'hit', 'hit', 'hitting'],
  take: ['', 'took', 'taken', 'taking'],
  seek: ['', 'sought', 'sought'],
  beg: ['', 'begged', 'begged', 'begging'],
  plan: ['', 'planned', 'planned', 'planning'],
  admit: ['', 'admitted', 'admitted', 'admitting'],
  slam: ['', 'slammed', 'slammed', 'slamming'],
  commit: ['', 'committed', 'committed', 'committing'],
  quip: ['', 'quipped', 'quipped', 'quipping'],
  sum: ['', 'summed', 'summed', 'summing'],
  shrug: ['', 'shrugged', 'shrugged', 'shrugging'],
  blog: ['', 'blogged', 'blogged', 'blogging'],
  brag: ['', 'bragged', 'bragged', 'bragging'],
  label: ['', 'labeled', 'labeled', 'labeling'],
  dub: ['', 'dubbed', 'dubbed', 'dubbing'],
  rip: ['', 'ripped', 'ripped', 'ripping'],
  chime: [],
  rebut: ['', 'rebutted', 'rebutted', 'rebutting'],
  refer: ['', 'referred', 'referred', 'referring'],
  vie: ['', 'vied', 'vied', 'vying'],
  undertake: ['', 'undertook', 'undertaken', 'undertaking'],
  prefer: ['', 'preferred', 'preferred', 'preferring'],
  tout: [],
  see_: [],
};

const vowel = /[aeiou]/;
/** The finite and -ing forms of a verb, by the regular spelling rules and the table above. */
export function inflect(lemma: string): string[] {
  const [third, past, participle, ing] = irregular[lemma] ?? [];
  const consonantY = lemma.endsWith('y') && !vowel.test(lemma.at(-2) ?? '');
  const regularThird = consonantY ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const regularPast = lemma.endsWith('e') ? `${lemma}d` : consonantY ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`;
  const regularIng = lemma.endsWith('e') && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`;
  const pick = (form: string | undefined, regular: string): string => (form === undefined || form === '' ? regular : form);
  return [
    ...new Set([
      lemma,
      pick(third, regularThird),
      pick(past, regularPast),
      pick(participle, pick(past, regularPast)),
      pick(ing, regularIng),
    ]),
  ];
}

/** The verbs that a form may be, those with a particle first. */
const forms = new Map<string, CueVerb[]>();
for (const [cueClass, frames, lemmas] of rows) {
  for (const entry of lemmas.split(' ')) {
    const [lemma = entry, ...rest] = entry.split('_');
    const verb: CueVerb = {
      lemma: entry.replaceAll('_', ' '),
      cueClass,
      clause: frames.includes('c'),
      infinitive: frames.includes('i'),
      object: frames.includes('o'),
      speech: frames.includes('s'),
      strict: frames.includes('t'),
      addressee: frames.includes('a'),
      particle: rest.length > 0 ? rest.join(' ') : null,
    };
    for (const form of inflect(lemma)) forms.set(form, [...(forms.get(form) ?? []), verb]);
  }
}

for (const verbs of forms.values()) verbs.sort((a, b) => Number(b.particle !== null) - Number(a.particle !== null));
const noVerbs: readonly CueVerb[] = [];

/** The cue verbs a word form may be, those with a particle first. */
export function cueVerbs(form: string): readonly CueVerb[] {
  return forms.get(form) ?? noVerbs;
}

/** Forms that are verbs of saying whatever a tagger makes of them. */
export const sureForms: ReadonlySet<string> = new Set(['said', 'says', 'told', 'tells', 'wrote']);

export const isCueForm = (form: string): boolean => forms.has(form);
