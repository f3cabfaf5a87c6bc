import { sha256 } from '@copydesk/contracts';
import type { Assignment, Mention } from '@copydesk/contracts';
import type { Dice } from '../chaos/dice.ts';

/** One article of a made story, as the extractor gets it, and what is read in it. */
export interface MadeArticle {
  readonly event: Assignment;
  readonly mentions: Mention[];
}

/** How the mentions of an article are drawn. */
export interface StoryShape {
  /** Claims that very many articles tell: each stands in 25 to 90 % of them. */
  readonly great: number;
  /** Mentions of an article that few others have. */
  readonly small: number;
}

const syllables = 'ba ce di fo gu la me ni po ru sa te vi zo ka ne mi to lu ra'.split(' ');
const agencies = ['Reuters', 'AFP', 'AP', 'dpa'];
const MENTION_LENGTH = 120;

function inventWord(dice: Dice): string {
  return Array.from({ length: 2 + dice.below(3) }, () => dice.pick(syllables)).join('');
}

interface Claim {
  readonly share: number;
  readonly wordings: readonly Pick<Mention, 'subject' | 'predicate' | 'object' | 'lemma'>[];
  readonly type: 'event' | 'quantity' | 'quote';
  /** What outlets give; most have the first. */
  readonly values: readonly number[];
  readonly quote: string;
  readonly speaker: string;
  readonly isAnonymous: boolean;
}

/** A made story without an end: a great one's claims in many wordings, with numbers that differ, agencies, copies and speakers without a name. */
export function* madeStory(shape: StoryShape, dice: Dice): Generator<MadeArticle> {
  const words = Array.from({ length: 6000 }, () => inventWord(dice));
  const outlets = Array.from({ length: 700 }, () => `${inventWord(dice)}${inventWord(dice)}.example`);
  // As in language: few words are frequent, most are rare.
  const word = (): string => words[Math.floor(words.length * dice.next() ** 2)] ?? '';
  const some = (count: number): string => Array.from({ length: count }, word).join(' ');
  const claim = (index: number, share: number): Claim => {
    const [subject, verb, object] = [some(3), word(), some(4)];
    const value = 20 + dice.below(900);
    return {
      share,
      type: (['event', 'quantity', 'quote'] as const)[index % 3] ?? 'event',
      values: [value, value, value, value, value + 3 + dice.below(20), value * 10],
      wordings: Array.from({ length: share > 0.1 ? 60 : 3 }, (_, turn) => ({
        subject: turn % 2 === 0 ? subject : subject.split(' ').slice(1).join(' '),
        predicate: verb,
        lemma: verb,
        object: turn === 0 ? object : `${object} ${word()}`,
      })),
      quote: some(12),
      speaker: `${inventWord(dice)} ${inventWord(dice)}`,
      isAnonymous: index % 4 === 1,
    };
  };
  const great = Array.from({ length: shape.great }, (_, index) => claim(index, 0.25 + (0.65 * index) / Math.max(1, shape.great - 1)));
  const small: Claim[] = Array.from({ length: 40 }, (_, index) => claim(index, 0));
  const originals: Assignment[] = [];

  for (let at = 0; ; at++) {
    const articleId = `a_${sha256(`made ${at}`).slice(0, 32)}`;
    if (small.length < 400 || dice.next() < 0.5) small.push(claim(at, 0), claim(at + 1, 0));
    const told = great.filter((each) => dice.next() < each.share);
    // Of the lesser claims those of the last days.
    for (let index = 0; index < shape.small; index++) {
      const claims = small.slice(-400);
      told.push(dice.next() < 0.3 ? (small[small.push(claim(at + index, 0)) - 1] ?? dice.pick(claims)) : dice.pick(claims));
    }
    const observedAt = new Date(Date.UTC(2031, 4, 6, 0, at * 3)).toISOString();
    const origin = originals.length > 0 && dice.next() < 0.3 ? dice.pick(originals.slice(-60)) : undefined;
    const length = (told.length + 1) * MENTION_LENGTH;
    const text = `${articleId} `.padEnd(length, 'x');
    const event: Assignment = {
      kind: 'assignment',
      storyId: 's_made',
      article: {
        kind: 'revision',
        articleId,
        revision: 1,
        language: 'en',
        url: null,
        title: `Title ${at}`,
        text,
        textHash: sha256(text),
        headlines: [],
        authors: [],
        publisher: dice.pick(outlets),
        wireCredit: dice.next() < 0.25 ? [dice.pick(agencies)] : [],
        published: null,
        updated: null,
        observedAt,
        intake: { kind: 'file', name: 'made' },
      },
      group: origin?.group ?? `g_${at}`,
      relation: origin === undefined ? 'original' : 'contains',
      of: origin?.article.articleId ?? null,
      directed: true,
      score: 0.5,
      reasons: [],
      copies:
        origin === undefined
          ? []
          : [
              {
                start: 0,
                end: length / 2,
                group: origin.group,
                origin: { articleId: origin.article.articleId, start: 0, end: length / 2 },
              },
            ],
    };
    if (origin === undefined) originals.push(event);
    yield { event, mentions: told.map((each, index) => mentionOf(each, index, event.article, dice)) };
  }
}

function mentionOf(claim: Claim, index: number, article: Assignment['article'], dice: Dice): Mention {
  // The first wordings are the frequent ones.
  const wording = claim.wordings[Math.floor(claim.wordings.length * dice.next() ** 3)];
  const value = claim.values[Math.floor(claim.values.length * dice.next() ** 2)] ?? 0;
  const start = index * MENTION_LENGTH;
  return {
    id: `m_${sha256(`${article.articleId} ${index}`).slice(0, 32)}`,
    articleId: article.articleId,
    revision: 1,
    type: claim.type,
    subject: wording?.subject ?? null,
    predicate: wording?.predicate ?? null,
    object: wording?.object ?? null,
    recipient: null,
    lemma: wording?.lemma ?? null,
    eventClass: null,
    place: null,
    time: null,
    statementTime: null,
    quantity:
      claim.type === 'quantity'
        ? {
            value,
            min: null,
            max: null,
            comparator: 'eq',
            unit: 'person',
            unitClass: 'count',
            measure: wording?.object ?? '',
            surface: `${value}`,
          }
        : null,
    source: claim.isAnonymous
      ? { kind: 'anonymous', via: [], cue: 'said', cueClass: 'say', direct: 'indirect' }
      : claim.type === 'quote'
        ? { kind: 'named', name: claim.speaker, via: [], cue: 'said', cueClass: 'say', direct: 'direct' }
        : null,
    quote: claim.type === 'quote' ? claim.quote : null,
    modality: dice.next() < 0.05 ? 'possible' : 'done',
    polarity: 'positive',
    salience: 'core',
    evidence: {
      articleId: article.articleId,
      revision: 1,
      textHash: article.textHash,
      sentence: index >> 1,
      role: 'body',
      selectors: [
        { type: 'TextQuote', exact: article.text.slice(start, start + MENTION_LENGTH - 20), prefix: '', suffix: '' },
        { type: 'TextPosition', start, end: start + MENTION_LENGTH - 20 },
      ],
    },
    extractor: { name: 'made', version: '1', rule: 'made' },
    confidence: 0.9,
  };
}
