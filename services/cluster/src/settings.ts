import type { ClustererOptions } from '@copydesk/near-duplicate';
import { z } from 'zod';

const whole = z.int().nonnegative().optional();
const share = z.number().positive().optional();

/** The options of clustering that an operator may set, as JSON in `CLUSTER_OPTIONS`. Bounds are those of near-duplicate, which says so when one is not kept. */
const optionsSchema = z.strictObject({
  articlesPerHour: whole,
  denseArticles: whole,
  thinArticles: whole,
  denseHours: whole,
  thinHours: whole,
  maxWords: whole,
  bucketCap: whole,
  sourceQuota: whole,
  copyContainment: share,
  storyJoin: share,
  storyMerge: share,
  storyApart: share,
});

/** Options set over the defaults of near-duplicate; the hash seed is none of them. */
export type ClusterOptions = Omit<ClustererOptions, 'seed'>;

/** Reads options that came as an object. @throws Error saying, in one line, which are none. */
export function readOptions(value: unknown): ClusterOptions {
  const parsed = optionsSchema.safeParse(value);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error).replaceAll(/\s+/g, ' '));
  return Object.fromEntries(Object.entries(parsed.data).filter(([, option]) => option !== undefined));
}

/** The same from JSON text, for a variable of the environment. */
export const optionsVariable = z.string().transform((text, context): ClusterOptions => {
  try {
    return readOptions(JSON.parse(text));
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'not a JSON object' });
    return z.NEVER;
  }
});
