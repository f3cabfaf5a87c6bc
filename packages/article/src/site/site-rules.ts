import { z } from 'zod';
import type { Selector } from './selector.ts';
import { parseSelector } from './selector.ts';

const selector = z.string().transform((text, context): Selector => {
  const parsed = parseSelector(text);
  if (!('fault' in parsed)) return parsed;
  context.addIssue({ code: 'custom', message: parsed.fault });
  return z.NEVER;
});
const selectors = z.array(selector).min(1).max(50).optional();
const host = z
  .string()
  .regex(
    /^(?:\*\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}$/,
    'a host in small letters, `*.` before it for all below it; without `www.`',
  );
const phrase = z.string().min(3).max(300);

/** The rules of one site, as they stand in its file. */
const rulesSchema = z.strictObject({
  /** Why the rules are there, for people. */
  note: z.string().max(1_000).optional(),
  hosts: z.array(host).min(1).max(100),
  /** Where the body stands: on a page that has such a part, all else is left out. */
  body: selectors,
  /** Parts that are taken out before anything is read. */
  drop: selectors,
  /** Lines that are never body: whole lines, or with `…` at their end how they begin. Case and white space do not count. */
  dropLines: z.array(phrase).max(200).optional(),
  title: selectors,
  authors: selectors,
  /** A part with a date in its `datetime` or `content`, else in its text. */
  published: selectors,
  updated: selectors,
  publisher: z.string().min(1).max(200).optional(),
  /** The page that shows that the rules still fit; checked by `copydesk sites check`. */
  test: z.strictObject({
    /** File beside this one. */
    page: z.string().regex(/^[\w.-]{1,100}\.html$/),
    url: z.url(),
    title: z.string().optional(),
    authors: z.array(z.string()).optional(),
    published: z.string().optional(),
    updated: z.string().optional(),
    publisher: z.string().optional(),
    begins: z.string().min(1),
    ends: z.string().min(1),
    lacks: z.array(z.string().min(1)).optional(),
  }),
});

/** Rules for the pages of one site, and the test that belongs to them. Plain data: a thread takes it as it is. */
export type SiteRules = z.infer<typeof rulesSchema>;

/** Reads one file of rules. @returns what is wrong with it, for people, where it cannot be used. */
export function parseSiteRules(json: string): SiteRules | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { fault: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = rulesSchema.safeParse(value);
  return parsed.success ? parsed.data : { fault: z.prettifyError(parsed.error) };
}

/** The rules for an address: those that name its host, else those for all hosts below the nearest one above it. */
export function rulesFor(rules: ReadonlyMap<string, SiteRules>, address: string | null): SiteRules | undefined {
  if (rules.size === 0 || address === null || !URL.canParse(address)) return undefined;
  const name = new URL(address).hostname.replace(/^www\./, '');
  const own = rules.get(name);
  if (own !== undefined) return own;
  const labels = name.split('.');
  for (let i = 1; i < labels.length - 1; i++) {
    const above = rules.get(`*.${labels.slice(i).join('.')}`);
    if (above !== undefined) return above;
  }
  return undefined;
}
