import { RefusalError } from './result.ts';
import { allowAll, parseRobots, productToken, type RobotsRules } from './robots.ts';

export interface RobotsGate {
  /** Throws a refusal when robots.txt forbids the address, or cannot be had (RFC 9309, 2.3.1.4: then nothing may be read). */
  check(url: URL): Promise<void>;
}

export interface RobotsGateOptions {
  userAgent: string;
  now: () => number;
  fetchText: (url: URL) => Promise<{ status: number; text: string }>;
}

/** RFC 9309 (2.4) allows 24 hours; an hour lets a publisher's change take hold the same morning. A failure is asked about again sooner. */
const keepMs = 3_600_000;
const keepFailureMs = 300_000;
const maxOrigins = 1000;

/** Keeps the rules of the origins asked lately; concurrent questions about one origin share one request, which no single asker can cancel. */
export function createRobotsGate({ userAgent, now, fetchText }: RobotsGateOptions): RobotsGate {
  const token = productToken(userAgent);
  const kept = new Map<string, { until: number; rules: Promise<RobotsRules | RefusalError> }>();

  async function load(origin: string): Promise<RobotsRules | RefusalError> {
    try {
      const { status, text } = await fetchText(new URL('/robots.txt', origin));
      if (status === 200) return parseRobots(text, token);
      return status === 429 || status >= 500 ? new RefusalError('robots-unreachable', `${origin}: ${status}`) : allowAll;
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      // Redirects that lead nowhere count as no robots.txt (2.3.1.2); a file beyond its limits, or none at all for want of an answer, does not.
      if (error.code.startsWith('redirect-')) return allowAll;
      if (error.code === 'address-forbidden' || error.code === 'name-not-found') return error;
      return new RefusalError('robots-unreachable', `${origin}: ${error.code} ${error.message}`);
    }
  }

  return {
    async check(url) {
      const entry = kept.get(url.origin);
      let rules = entry !== undefined && entry.until > now() ? entry.rules : undefined;
      if (rules === undefined) {
        rules = load(url.origin);
        if (kept.size >= maxOrigins) kept.delete(kept.keys().next().value ?? '');
        kept.delete(url.origin);
        kept.set(url.origin, { until: now() + keepMs, rules });
        rules.then(
          (loaded) => {
            if (!(loaded instanceof RefusalError)) return;
            if (loaded.code === 'robots-unreachable')
              kept.set(url.origin, { until: now() + keepFailureMs, rules: Promise.resolve(loaded) });
            else kept.delete(url.origin);
          },
          () => kept.delete(url.origin),
        );
      }
      const loaded = await rules;
      if (loaded instanceof RefusalError) throw loaded;
      if (!loaded.allows(url.pathname + url.search)) throw new RefusalError('robots-disallowed', url.href);
    },
  };
}
