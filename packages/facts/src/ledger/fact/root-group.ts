import type { Root } from '@copydesk/contracts';
import { placeIn } from '../told/sorted-list.ts';
import type { Testimony } from './testimony.ts';

/** The earlier seen of two, ties by worth. */
function earlier(a: Testimony | undefined, b: Testimony): Testimony {
  if (a === undefined) return b;
  const [x, y] = [a.article.observedAt, b.article.observedAt];
  return y < x || (y === x && b.worth < a.worth) ? b : a;
}

/** So many articles are put in one by one. */
const FEW = 16;

/** Testimonies that go back to one root, as far as they are known; groups are joined when it shows that two are one. */
export class RootGroup {
  /** The group that this one was joined with. */
  #into: RootGroup | undefined;
  readonly #credits = new Set<string>();
  #members: Testimony[] = [];
  /** Sorted; one for each testimony. */
  #articles: string[] = [];
  #copy: readonly string[] | undefined;
  #originals = 0;
  #firstOriginal: Testimony | undefined;
  #first: Testimony | undefined;
  /** The name under which it was listed last. */
  listedAs: string | undefined;

  /** The group that holds now what this one held. */
  top(): RootGroup {
    if (this.#into === undefined) return this;
    const top = this.#into.top();
    this.#into = top;
    return top;
  }

  add(testimony: Testimony): void {
    this.#members.push(testimony);
    for (const credit of testimony.credits) this.#credits.add(credit);
    this.#putArticle(testimony.article.articleId);
    if (this.#see(testimony)) this.#originals++;
  }

  /** How many testimonies it holds. */
  get size(): number {
    return this.#members.length;
  }

  /** Takes out an uncredited original by which nothing else was joined. */
  remove(testimony: Testimony): void {
    this.#members.splice(this.#members.indexOf(testimony), 1);
    this.#articles.splice(placeIn(this.#articles, testimony.article.articleId), 1);
    this.#copy = undefined;
    this.#originals--;
    if (testimony !== this.#first && testimony !== this.#firstOriginal) return;
    [this.#first, this.#firstOriginal] = [undefined, undefined];
    for (const member of this.#members) this.#see(member);
  }

  #see(testimony: Testimony): boolean {
    const isOriginal = testimony.copies.length === 0 && !testimony.isWholeCopy;
    this.#first = earlier(this.#first, testimony);
    if (isOriginal) this.#firstOriginal = earlier(this.#firstOriginal, testimony);
    return isOriginal;
  }

  /** Takes over another group; both are tops. */
  join(other: RootGroup): void {
    other.#into = this;
    this.#originals += other.#originals;
    for (const credit of other.#credits) this.#credits.add(credit);
    for (const member of other.#members) this.#members.push(member);
    if (other.size < FEW) for (const articleId of other.#articles) this.#putArticle(articleId);
    else this.#articles = [...this.#articles, ...other.#articles].sort();
    this.#copy = undefined;
    if (other.#first !== undefined) this.#first = earlier(this.#first, other.#first);
    if (other.#firstOriginal !== undefined) this.#firstOriginal = earlier(this.#firstOriginal, other.#firstOriginal);
  }

  #putArticle(articleId: string): void {
    this.#articles.splice(placeIn(this.#articles, articleId), 0, articleId);
    this.#copy = undefined;
  }

  /** The root as `supportOf` names it; undefined where no testimony is in the group. */
  root(): Root | undefined {
    const first = this.#firstOriginal ?? this.#first;
    if (first === undefined) return undefined;
    const articles = (this.#copy ??= this.#articles.filter((id, at, all) => id !== all[at - 1])) as string[];
    if (this.#credits.size > 0) return { name: [...this.#credits].sort().join('/'), articles, reason: 'credited in the text' };
    const name = first.article.publisher ?? first.article.url ?? first.article.articleId;
    if (this.#originals === 0) return { name, articles, reason: 'one copy group, first place unknown' };
    if (this.#originals < this.size) return { name, articles, reason: 'its sentences were copied' };
    return { name, articles, reason: articles.length === 1 ? 'its own report' : 'one outlet' };
  }
}
