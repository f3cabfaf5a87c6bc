import type { Mention, Quantity } from '@copydesk/contracts';

const MAX_STATEMENT = 300;

function clip(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= MAX_STATEMENT ? line : `${line.slice(0, MAX_STATEMENT - 1).replace(/(?<!\s)\s+\S*$/u, '')}…`;
}

/** Who a mention lays its statement to, as printed: name, else role, else organisation. */
export function speakerOf(mention: Mention): string | null {
  const source = mention.source;
  if (source === null) return null;
  return source.name ?? source.role ?? source.org ?? null;
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** True when the text ends with the words of the part. */
function endsWith(text: string, part: string): boolean {
  return ` ${text.toLowerCase()}`.endsWith(` ${part.toLowerCase()}`);
}

const bounds = {
  lt: 'less than',
  lte: 'at most',
  gt: 'more than',
  gte: 'at least',
  approx: 'about',
  eq: '',
  range: '',
  vague: '',
} as const;

/** A number as printed, with the bound that stands elsewhere in its sentence. */
function numberOf({ surface, comparator, value }: Quantity): string {
  return value !== null && bounds[comparator] !== '' && /^[\p{Sc}\d]/u.test(surface) ? `${bounds[comparator]} ${surface}` : surface;
}

/** The object as it reads beside its number: "homes" and "about 40" are "about 40 homes", "troops" and "2,500 troops" the latter; nothing is said twice. */
function objectOf({ subject, predicate, object, quantity }: Mention): string | null {
  if (object === null || endsWith(predicate ?? '', object)) return null;
  if (quantity === null) return object;
  const { surface, unit } = quantity;
  if (endsWith(surface, object)) return holds(subject ?? '', surface) ? null : numberOf(quantity);
  if (subject !== null && holds(subject, object)) return holds(subject, surface) ? null : numberOf(quantity);
  const counted = object.slice(object.lastIndexOf(' ') + 1);
  return unit !== '' && holds(counted, unit) && !holds(object, surface) ? `${numberOf(quantity)} ${object}` : object;
}

/** One readable line for what a mention says: the quotation with its speaker, or subject, predicate and object with number, place and time. */
export function statementOfMention(mention: Mention): string {
  const speaker = speakerOf(mention);
  if (mention.type === 'quote' && mention.quote !== null) return clip(`${speaker ?? 'Unnamed speaker'}: “${mention.quote.trim()}”`);
  const parts = [mention.subject, mention.predicate, objectOf(mention), mention.recipient].filter((part) => part !== null && part !== '');
  let text = parts.join(' ');
  const quantity = mention.quantity;
  if (text === '') text = quantity?.measure ?? mention.evidence.selectors[0].exact;
  if (quantity !== null && !holds(text, quantity.surface)) text = `${text}: ${numberOf(quantity)}`;
  if (mention.place !== null && !holds(text, mention.place)) text = `${text} (${mention.place})`;
  if (mention.time !== null && mention.time.surface !== '' && !holds(text, mention.time.surface)) text = `${text}, ${mention.time.surface}`;
  if (mention.polarity === 'negative' && !/\b(?:no|not|never|without|nor|neither|none|nothing|cannot)\b|n[’']t\b|n't\b/iu.test(text))
    text = `Not so: ${text}`;
  if (speaker !== null && !holds(text, speaker)) text = `${text} — ${speaker}`;
  return clip(text);
}
