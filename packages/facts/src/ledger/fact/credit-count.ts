import { isAnonymous } from './testimony.ts';
import type { Testimony } from './testimony.ts';

/** How often each agency is credited for a claim, and which one stands in for a speaker without a name. */
export class CreditCount {
  readonly #counts = new Map<string, { count: number; anonymous: boolean }>();

  clear(): void {
    this.#counts.clear();
  }

  add(testimony: Testimony): void {
    for (const credit of testimony.credits) {
      const known = this.#counts.get(credit) ?? { count: 0, anonymous: false };
      this.#counts.set(credit, { count: known.count + 1, anonymous: known.anonymous || isAnonymous(testimony) });
    }
  }

  get size(): number {
    return this.#counts.size;
  }

  has(agency: string): boolean {
    return this.#counts.has(agency);
  }

  /** Of the agencies that are credited for words of an unnamed speaker the most credited one; ties by name. */
  anonymous(): string | undefined {
    let [best, most] = [undefined as string | undefined, 0];
    for (const [agency, { count, anonymous }] of this.#counts)
      if (anonymous && (count > most || (count === most && best !== undefined && agency < best))) [best, most] = [agency, count];
    return best;
  }
}
