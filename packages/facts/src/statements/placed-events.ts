import type { ParsedSentence } from '@copydesk/language';
import type { Candidate } from '../extract/candidate.ts';
import { eventClassOf } from './event-class.ts';
import { isNominal, phraseEnd, phraseFrom } from './flat-phrases.ts';
import { sites } from './places.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Nouns of what happens at a place, with the verb that has their class. Written for this project. */
const happenings: ReadonlyMap<string, string> = new Map(
  'attack:attack assault:assault shooting:shoot explosion:explode blast:explode bombing:bomb crash:crash collision:collide accident:crash fire:burn blaze:burn derailment:derail earthquake:quake quake:quake riot:riot massacre:kill stabbing:stab ambush:ambush clash:clash protest:protest demonstration:demonstrate rally:rally incident:attack landslide:sweep avalanche:sweep leak:leak spill:leak airstrike:bomb'
    .split(' ')
    .map((pair) => [pair.split(':', 1)[0] ?? '', pair.slice(pair.indexOf(':') + 1)] as const),
);
/** Words before the phrase behind which the event is taken for one that was. */
const presupposing = words('by after following during since despite in');
/** Verbs that tell the event themselves, or say that it was not. */
const telling = words(
  'carry conduct launch stage hold make plan plot prevent avert foil stop fear threaten expect organize organise attempt commit perpetrate be open catch set start face see avoid escape survive',
);
const unreal = /^(?:possible|planned|alleged|attempted|future|potential|foiled|suspected|imminent|mock)$/i;
const dated = /^(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun))/;
/** Words of a place, at most. */
const LONG_PLACE = 10;

/**
 * Events that hang on a noun and have a place: "shocked by an explosion at a chemical plant in the north". The first of each noun in an article that is not the subject of what is told
 * of it: later ones name what the reader knows.
 */
export function findPlacedEvents(text: string, sentences: readonly ParsedSentence[], told: readonly Candidate[]): Candidate[] {
  const found: Candidate[] = [];
  const seen = new Set<string>();
  const classes = told.filter(({ rule, modality }) => rule === 'clause' && modality === 'done');
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (const [at, token] of tokens.entries()) {
      const noun = token.text.toLowerCase();
      const lemma = token.upos === 'NOUN' && token.xpos === 'NN' ? happenings.get(noun) : undefined;
      if (lemma === undefined || seen.has(noun)) continue;
      const place = placeBehind(sentence, at);
      if (place === null) continue;
      seen.add(noun);
      const from = phraseFrom(tokens, at);
      const before = tokens[from - 1];
      const isPresupposed =
        before !== undefined &&
        (presupposing.has(before.text.toLowerCase()) || (before.upos === 'VERB' && !telling.has(before.lemma.toLowerCase())));
      const phrase = tokens.slice(from, at + 1);
      if (!isPresupposed || unreal.test(before.text) || phrase.some(({ text: word }) => unreal.test(word) || /^(?:no|any)$/i.test(word)))
        continue;
      const eventClass = eventClassOf(lemma);
      if (classes.some((other) => other.span.start < sentence.start && other.eventClass === eventClass)) continue;
      const slice = (begin: number, end: number) =>
        text.slice(tokens[begin]?.start ?? 0, tokens[end - 1]?.end ?? 0).replaceAll(/\s+/g, ' ');
      found.push({
        type: 'event',
        subject: slice(from, at + 1),
        predicate: `took place ${slice(at + 1, at + 2)}`,
        object: slice(at + 2, place.end),
        recipient: null,
        lemma,
        eventClass,
        place: place.name ?? slice(at + 2, place.end),
        time: null,
        statementTime: null,
        quantity: null,
        source: null,
        quote: null,
        modality: 'done',
        polarity: 'positive',
        salience: 'supporting',
        confidence: sentence.confidence,
        span: { start: sentence.start, end: sentence.end },
        reports: false,
        happened: true,
        beside: false,
        anchor: token.start,
        clause: null,
        rule: 'placed',
        slot: String(at),
      });
    }
  }
  return found;
}

/** The place right behind a token: where its phrase ends, and the first name in it; null where no place follows, or a verb that is told of the event. */
function placeBehind({ tokens, names }: ParsedSentence, at: number): { end: number; name: string | null } | null {
  if (!/^(?:at|in|near|outside|inside|aboard)$/i.test(tokens[at + 1]?.text ?? '')) return null;
  const limit = Math.min(tokens.length, at + 2 + LONG_PLACE);
  let end = phraseEnd(tokens, at + 2, limit);
  if (end === at + 2) return null;
  if (/^(?:in|on|near|of)$/i.test(tokens[end]?.text ?? '') && !dated.test(tokens[end + 1]?.text ?? '')) {
    const further = phraseEnd(tokens, end + 1, limit);
    if (further > end + 1) end = further;
  }
  // "a concert in Leeds this morning"
  const time = tokens.findIndex(
    ({ text }, index) => index > at + 2 && index < end && /^(?:this|last|next|earlier|late|early|\p{L}+day)$/iu.test(text),
  );
  if (time > 0) end = time;
  while (/^(?:in|on|of|the|at)$/i.test(tokens[end - 1]?.text ?? '')) end--;
  const next = tokens[end];
  if (next !== undefined && /^(?:VBD|VBZ|VBP|MD)$/.test(next.xpos)) return null;
  const inside = tokens.slice(at + 2, end);
  const name = names.find(({ type, tokenStart, tokenEnd }) => type === 'LOC' && tokenStart >= at + 2 && tokenEnd <= end);
  const isSite = inside.some((token) => isNominal(token) && sites.has(token.lemma.toLowerCase()));
  if (name === undefined && !isSite) return null;
  return {
    end,
    name:
      name === undefined
        ? null
        : tokens
            .slice(name.tokenStart, name.tokenEnd)
            .map(({ text }) => text)
            .join(' '),
  };
}
