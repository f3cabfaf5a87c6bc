/** The rules of a robots.txt that apply to one program. */
export interface RobotsRules {
  /** True when the path (with its query) may be read. */
  allows(path: string): boolean;
}

interface Rule {
  allow: boolean;
  pattern: string;
}

const maxRules = 2000;
const maxPatternLength = 500;
/** Characters of all patterns together: what is kept per site stays small. */
const maxPatterns = 50_000;

/** A site without a robots.txt, or with one it will not show (RFC 9309, 2.3.1.3). */
export const allowAll: RobotsRules = { allows: () => true };

/**
 * Reads a robots.txt by RFC 9309: the groups that name the program's token (else `*`) count together; the longest pattern that matches decides, and
 * allow wins among equals. Never throws.
 * @param token product token of the User-Agent: `Copydesk` of `Copydesk/1.0 (+https://…)`.
 */
export function parseRobots(text: string, token: string): RobotsRules {
  const groups = new Map<string, Rule[]>();
  let current: string[] = [];
  let inRules = false;
  let count = 0;
  let characters = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const field = line.slice(0, colon).trim().toLowerCase();
    const value = (line.slice(colon + 1).split('#', 1)[0] ?? '').trim();
    if (field === 'user-agent') {
      if (inRules) current = [];
      inRules = false;
      const agent = value.toLowerCase().split('/', 1)[0]?.trim() ?? '';
      current.push(agent);
      if (!groups.has(agent)) groups.set(agent, []);
    } else if (field === 'allow' || field === 'disallow') {
      inRules = true;
      if (value === '' || value.length > maxPatternLength || ++count > maxRules || (characters += value.length) > maxPatterns) continue;
      for (const agent of current) groups.get(agent)?.push({ allow: field === 'allow', pattern: normalised(value) });
    }
  }
  const rules = groups.get(token.toLowerCase()) ?? groups.get('*') ?? [];
  return { allows: (path) => path === '/robots.txt' || decides(rules, normalised(path.slice(0, 4000))) };
}

/** The product token at the head of a User-Agent. */
export function productToken(userAgent: string): string {
  return /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? '*';
}

function decides(rules: readonly Rule[], path: string): boolean {
  let best: Rule | undefined;
  for (const rule of rules) {
    const longer =
      best === undefined || rule.pattern.length > best.pattern.length || (rule.pattern.length === best.pattern.length && rule.allow);
    if (longer && matches(rule.pattern, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** Percent-encodes what is not ASCII, so that both spellings of a path compare equal. */
function normalised(path: string): string {
  return path
    .replace(/[^\x21-\x7E]/gu, (character) => encodeURIComponent(character.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

/** `*` stands for anything, a final `$` for the end; otherwise a prefix. Each part is looked for once, leftmost first, which is enough for such patterns. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    if (anchored && index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !anchored || at === path.length;
}
