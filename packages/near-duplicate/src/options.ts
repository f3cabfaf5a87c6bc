import { hashBytes } from './hash.ts';
import { RefusedError } from './refusal.ts';

/** Raised whenever a rule or a built-in number changes what is decided: states of different epochs do not mix. */
export const RULES_EPOCH = 4;

/** Settings of a clusterer. All have defaults; the services run on the defaults. */
export interface ClustererOptions {
  /** Hash seed of the installation, stored with the state. It moves places in tables, never a decision. */
  seed?: number;
  /** Articles per hour the installation expects at its peak: the window must hold them. */
  articlesPerHour?: number;
  /** Most articles of one language kept with their words (48 h) and as fingerprints (7 days). */
  denseArticles?: number;
  thinArticles?: number;
  denseHours?: number;
  thinHours?: number;
  /** Words read of one article, at most a million; the rest is left out. */
  maxWords?: number;
  /** Postings per word pair, and of those how many from one publisher. */
  bucketCap?: number;
  sourceQuota?: number;
  /** Share of rare-word mass that makes a copy, and how well an article must fit a story, two stories each other, the parts of one story each other. Each above 0, at most 2. */
  copyContainment?: number;
  storyJoin?: number;
  storyMerge?: number;
  storyApart?: number;
}

export type Settings = Required<ClustererOptions>;

const DEFAULTS: Settings = {
  seed: 0x2545f491,
  articlesPerHour: 4_000,
  denseArticles: 200_000,
  thinArticles: 700_000,
  denseHours: 48,
  thinHours: 168,
  maxWords: 16_384,
  bucketCap: 512,
  sourceQuota: 32,
  copyContainment: 0.5,
  storyJoin: 0.45,
  storyMerge: 0.78,
  storyApart: 0.88,
};

/** Options that are whole numbers, and the least they may be. */
const LEAST = {
  seed: 0,
  articlesPerHour: 1,
  denseArticles: 16,
  thinArticles: 16,
  denseHours: 1,
  thinHours: 1,
  maxWords: 64,
  bucketCap: 8,
  sourceQuota: 1,
} satisfies Partial<Settings>;
const SHARES = ['copyContainment', 'storyJoin', 'storyMerge', 'storyApart'] as const;

/** Fills in the defaults. Refuses (coded) settings that are no whole numbers in range, and windows too small for the expected stream. */
export function settle(options: ClustererOptions): Settings {
  const settings: Settings = { ...DEFAULTS, ...options };
  for (const [name, least] of Object.entries(LEAST) as [keyof typeof LEAST, number][]) {
    const value = settings[name];
    if (!Number.isInteger(value) || value < least || value > (name === 'maxWords' ? 1_000_000 : 0xffffffff))
      throw new RefusedError('NEAR_DUPLICATE_BAD_OPTION', `${name} must be a whole number from ${least}`);
  }
  for (const name of SHARES) {
    if (!(settings[name] > 0 && settings[name] <= 2))
      throw new RefusedError('NEAR_DUPLICATE_BAD_OPTION', `${name} must be above 0 and at most 2`);
  }
  if (settings.thinHours < settings.denseHours)
    throw new RefusedError('NEAR_DUPLICATE_BAD_OPTION', 'thinHours must not be less than denseHours');
  const dense = settings.articlesPerHour * settings.denseHours;
  const thin = settings.articlesPerHour * settings.thinHours;
  if (settings.denseArticles < dense || settings.thinArticles < thin) {
    throw new RefusedError(
      'NEAR_DUPLICATE_UNDERSIZED',
      `${settings.articlesPerHour} articles an hour need room for ${dense} (dense) and ${thin} (thin); there is room for ${settings.denseArticles} and ${settings.thinArticles}`,
    );
  }
  return settings;
}

/** What decides: the epoch of the rules and a hash of the options that can change a decision (neither the hash seed nor the expected stream can). */
export interface Rules {
  epoch: number;
  options: string;
}

export function rulesOf(settings: Settings): Rules {
  const { seed: _seed, articlesPerHour: _expected, ...deciding } = settings;
  const text = JSON.stringify(Object.entries(deciding).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { epoch: RULES_EPOCH, options: hashBytes(new TextEncoder().encode(text)) };
}
