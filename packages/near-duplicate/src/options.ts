import { RefusedError } from './refusal.ts';

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
  /** Words read of one article; the rest is left out. */
  maxWords?: number;
  /** Postings per word pair, and of those how many from one publisher. */
  bucketCap?: number;
  sourceQuota?: number;
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
};

const LEAST: Settings = {
  seed: 0,
  articlesPerHour: 1,
  denseArticles: 16,
  thinArticles: 16,
  denseHours: 1,
  thinHours: 1,
  maxWords: 64,
  bucketCap: 8,
  sourceQuota: 1,
};

/** Fills in the defaults. Refuses (coded) settings that are no whole numbers in range, and windows too small for the expected stream. */
export function settle(options: ClustererOptions): Settings {
  const settings: Settings = { ...DEFAULTS, ...options };
  for (const [name, least] of Object.entries(LEAST) as [keyof Settings, number][]) {
    const value = settings[name];
    if (!Number.isInteger(value) || value < least || value > 0xffffffff)
      throw new RefusedError('NEAR_DUPLICATE_BAD_OPTION', `${name} must be a whole number from ${least}`);
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
