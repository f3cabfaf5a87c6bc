import type { Mention } from '@copydesk/contracts';

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

/** One readable line for what a mention says: the quotation with its speaker, or subject, predicate and object with number, place and time. */
export function statementOfMention(mention: Mention): string {
  const speaker = speakerOf(mention);
  if (mention.type === 'quote' && mention.quote !== null) return clip(`${speaker ?? 'Unnamed speaker'}: “${mention.quote.trim()}”`);
  const parts = [mention.subject, mention.predicate, mention.object, mention.recipient].filter((part) => part !== null && part !== '');
  let text = parts.join(' ');
  const quantity = mention.quantity;
  if (text === '') text = quantity?.measure ?? mention.evidence.selectors[0].exact;
  if (quantity !== null && !holds(text, quantity.surface)) text = `${text}: ${quantity.surface}`;
  if (mention.place !== null && !holds(text, mention.place)) text = `${text} (${mention.place})`;
  if (mention.time !== null && mention.time.surface !== '' && !holds(text, mention.time.surface)) text = `${text}, ${mention.time.surface}`;
  if (mention.polarity === 'negative' && !/\b(?:no|not|never|without|nor|neither|none|nothing|cannot)\b|n[’']t\b|n't\b/iu.test(text))
    text = `Not so: ${text}`;
  if (speaker !== null && !holds(text, speaker)) text = `${text} — ${speaker}`;
  return clip(text);
}
