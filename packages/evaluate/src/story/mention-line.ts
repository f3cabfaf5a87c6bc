import type { Mention, TimeValue } from '@copydesk/contracts';

/** The calendar date or period a time stands for, where it can be resolved: its TIMEX value, else the common part of its interval. */
function isoOf(time: TimeValue): string | undefined {
  if (/^\d{4}|^P/.test(time.timex)) return time.timex;
  if (time.interval === null) return undefined;
  const [from, to] = time.interval;
  if (from === to) return from;
  if (from.slice(0, 7) === to.slice(0, 7)) return from.slice(0, 7);
  return from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : undefined;
}

function timeLine(time: TimeValue | null): { iso?: string } | undefined {
  if (time === null) return undefined;
  const iso = isoOf(time);
  return iso === undefined ? {} : { iso };
}

/** A mention in the shape of the measuring contract, its offsets led back to the text given. A range is written with its lower bound as its value, as the gold writes it. */
export function mentionLine(mention: Mention, article: string, toSource: (offset: number) => number): object {
  const { start, end } = mention.evidence.selectors[1];
  const { source, quantity } = mention;
  return {
    kind: 'mention',
    id: mention.id,
    article,
    start: toSource(start),
    end: toSource(end - 1) + 1,
    type: mention.type,
    subject: mention.subject,
    predicate: mention.predicate,
    object: mention.object,
    ...(quantity === null
      ? {}
      : {
          quantity: {
            value: quantity.value ?? quantity.min,
            min: quantity.min,
            max: quantity.max,
            comparator: quantity.comparator,
            unit: quantity.unit,
          },
        }),
    ...(mention.place === null ? {} : { place: mention.place }),
    ...(mention.time === null ? {} : { time: timeLine(mention.time) }),
    ...(mention.statementTime === null ? {} : { statementTime: timeLine(mention.statementTime) }),
    ...(source === null
      ? {}
      : {
          source: {
            name: source.name ?? null,
            role: source.role ?? null,
            anonymous: source.kind === 'anonymous',
            via: source.via[0] ?? null,
          },
        }),
    ...(mention.quote === null ? {} : { quote: mention.quote }),
    modality: mention.modality,
    polarity: mention.polarity,
  };
}
