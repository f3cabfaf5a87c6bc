import type { Task } from './task.ts';

/** Each task is loaded on demand, so that measuring one part does not load (and count the memory of) the others. */
const loaders: Readonly<Record<string, () => Promise<{ run: Task }>>> = {
  sentences: () => import('./tasks/sentences.ts'),
  syntax: () => import('./tasks/syntax.ts'),
  names: () => import('./tasks/names.ts'),
  quantities: () => import('./tasks/quantities.ts'),
  times: () => import('./tasks/times.ts'),
  attributions: () => import('./tasks/attributions.ts'),
  'story-facts': () => import('./tasks/story-facts.ts'),
  stories: () => import('./tasks/stories.ts'),
  copies: () => import('./tasks/copies.ts'),
  pages: () => import('./tasks/pages.ts'),
  flat: () => import('./tasks/flat.ts'),
  feeds: () => import('./tasks/feeds.ts'),
  xml: () => import('./tasks/xml.ts'),
};

/** The task names, as the measuring contract spells them. */
export const taskNames = Object.keys(loaders);

/** Loads one task by name; undefined when there is none of that name. */
export async function loadTask(name: string): Promise<Task | undefined> {
  const load = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  return load === undefined ? undefined : (await load()).run;
}
