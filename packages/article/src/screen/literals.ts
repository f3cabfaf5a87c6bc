import { endSymbol, startSymbol, symbolOf } from './symbols.ts';

/** One way to match: strings of symbols, with gaps (undefined) where anything may stand. */
type Way = readonly (string | undefined)[];

const gap: readonly Way[] = [[undefined]];
const nothing: readonly Way[] = [[]];
/** A part with more ways to match than this is taken for a gap. */
const mostWays = 1_500;
const longestRun = 6;
/** What stands at an end of the line is as telling as this many characters. */
const anchorWeight = 3;
const longestLiteral = 9;

/**
 * Strings of symbols, one of which stands in every text that the expression matches; undefined where none can be named. The start and the end of the text are symbols
 * of their own. What is too manifold is left open: the strings are necessary, never sufficient.
 * @param source an expression without flags other than `i`, `g` and `y`, without back references.
 */
export function necessaryLiterals(source: string): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const way of new PatternReader(source).read()) {
    const best = way.reduce<string>((a, b) => (b !== undefined && weight(b) >= weight(a) ? b : a), '');
    if (best === '') return undefined;
    found.add(shortened(best));
  }
  return found;
}

/** Every string of symbols that the expression matches; undefined where they cannot be told one by one. */
export function spellings(source: string): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const way of new PatternReader(source).read()) {
    if (way.includes(undefined)) return undefined;
    found.add(way.join(''));
  }
  return found;
}

const startMark = String.fromCharCode(startSymbol);
const endMark = String.fromCharCode(endSymbol);

function weight(literal: string): number {
  const anchors = Number(literal.startsWith(startMark)) + Number(literal.endsWith(endMark));
  return Math.min(literal.length, longestLiteral) + anchors * (anchorWeight - 1);
}

const shortened = (literal: string): string => literal.slice(0, longestLiteral);

/** Reads an expression into its ways to match. Expressions are the reader's own: what it does not know becomes a gap. */
class PatternReader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Alternatives up to the end or to the bracket that closes the group. */
  read(): readonly Way[] {
    const ways = [...this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      ways.push(...this.sequence());
    }
    return ways.length > mostWays ? gap : ways;
  }

  private sequence(): readonly Way[] {
    let ways = nothing;
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')')
      ways = joined(ways, this.quantified(this.atom()));
    return ways;
  }

  private atom(): readonly Way[] {
    const { source } = this;
    const character = source[this.at++] ?? '';
    if (character === '(') return this.group();
    if (character === '[') return this.set();
    if (character === '.') return gap;
    if (character === '^') return [[startMark]];
    // "$(?<=…)" looks back from the end: what it looks for stands somewhere before.
    if (character === '$') return source.startsWith('(?<=', this.at) ? gap : [[endMark]];
    if (character === '\\') return this.escaped();
    return [[symbol(character)]];
  }

  private group(): readonly Way[] {
    const kind = /^\?(?::|<?[=!])/.exec(this.source.slice(this.at, this.at + 4))?.[0] ?? '';
    this.at += kind.length;
    const ways = this.read();
    this.at++;
    // A look-behind at the end names what stands in the text; other looks around are not needed to match.
    return kind === '?<=' ? joined(joined(gap, ways), gap) : kind === '' || kind === '?:' ? ways : nothing;
  }

  private escaped(): readonly Way[] {
    const character = this.source[this.at++] ?? '';
    if (character === 'b') return nothing;
    if (character === 's') return [[symbol(' ')]];
    if (character === 'd') return [[symbol('0')]];
    if (/[a-zA-Z0-9]/.test(character)) {
      if (character === 'p') this.at = this.source.indexOf('}', this.at) + 1;
      return gap;
    }
    return [[symbol(character)]];
  }

  private set(): readonly Way[] {
    const { source } = this;
    let end = this.at;
    while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    const inside = source.slice(this.at, end);
    this.at = end + 1;
    // Ranges and escapes in a set stand for too many characters to tell.
    if (/^\^|\\|.-./.test(inside)) return gap;
    return [...new Set(Array.from(inside, symbol))].map((one) => [one]);
  }

  private quantified(ways: readonly Way[]): readonly Way[] {
    const match = /^(?:([?*+])|\{(\d{1,4})(?:(,)(\d{0,4}))?\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (match === null) return ways;
    this.at += match[0].length;
    if (match[1] === '?') return ways === gap ? gap : [...nothing, ...ways];
    const [least, most] =
      match[1] === undefined
        ? [Number(match[2]), match[3] === undefined ? Number(match[2]) : Number(match[4] || Infinity)]
        : [Number(match[1] === '+'), Infinity];
    if (ways === gap || most > longestRun) return least === 0 ? gap : joined(ways, gap);
    let run = least === 0 ? nothing : [];
    let all = nothing;
    for (let times = 1; times <= most; times++) {
      all = joined(all, ways);
      if (times >= least) run = [...run, ...all];
    }
    return run.length > mostWays ? gap : run;
  }
}

/** Each way of the first followed by each of the second. */
function joined(first: readonly Way[], second: readonly Way[]): readonly Way[] {
  if (first.length * second.length > mostWays) return second.length > 1 ? joined(first, gap) : gap;
  const ways = new Map<string, Way>();
  for (const a of first)
    for (const b of second) {
      const way = follow(a, b);
      ways.set(way.map((part) => part ?? '\uffff').join('\ufffe'), way);
    }
  return [...ways.values()];
}

function follow(a: Way, b: Way): Way {
  const [last, next] = [a.at(-1), b[0]];
  if (a.length === 0 || b.length === 0) return [...a, ...b];
  if (last === undefined && next === undefined) return [...a, ...b.slice(1)];
  return last === undefined || next === undefined ? [...a, ...b] : [...a.slice(0, -1), last + next, ...b.slice(1)];
}

const symbol = (character: string): string => String.fromCharCode(symbolOf[character.charCodeAt(0)] ?? 0);
