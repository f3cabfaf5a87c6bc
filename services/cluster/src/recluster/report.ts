import type { Comparison, CopyDifference, StoryDifference } from './compare.ts';

const clip = (text: string, width: number) => (text.length <= width ? text : `${text.slice(0, width - 1)}…`);
const plural = (count: number, noun: string) => `${count} ${count === 1 ? noun : noun.replace(/y$/, 'ie').concat('s')}`;
/** Titles come from outside: nothing of them may steer a terminal. */
const printable = (text: string) => text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');

function storyLine(arrow: string, { storyId, title, articles, others }: StoryDifference): string {
  const places = others.slice(0, 4).map((other) => `${other.storyId} (${other.articles})`);
  const more = others.length > 4 ? `, ${others.length - 4} more` : '';
  return `  ${storyId} ${clip(printable(title ?? ''), 60)}: ${plural(articles, 'article')} ${arrow} ${places.join(', ')}${more}`;
}

function copyLine({ articleId, before, after }: CopyDifference): string {
  const said = ({ relation, of }: CopyDifference['after']) => (of === null ? relation : `${relation} of ${of}`);
  return `  ${articleId}: ${said(before)} → ${said(after)}`;
}

function listed<Item>(title: string, items: readonly Item[], line: (item: Item) => string, limit: number): string[] {
  const more = items.length > limit ? [`  … and ${items.length - limit} more`] : [];
  return items.length === 0 ? [] : ['', `${title} (${items.length})`, ...items.slice(0, limit).map(line), ...more];
}

/** A comparison for a person. @param limit most lines of each kind */
export function comparisonText(found: Comparison, limit: number): string {
  const { rules, articles, stories, copies, split, merged, moved } = found;
  const same = rules.stored.every((stored) => stored === rules.own);
  return [
    `rules    ${rules.stored.join(', ') || 'none stored'} → ${rules.own}${same ? ' (the same)' : ''}`,
    `articles ${articles} compared, ${moved} under another story id`,
    `stories  ${stories.before} → ${stories.after}, ${stories.unchanged} unchanged, ${split.length} split, ${merged.length} merged`,
    `copies   ${copies.before} → ${copies.after}: ${copies.gained.length} gained, ${copies.lost.length} lost, ${copies.regrouped.length} in another group`,
    ...listed('Stories that would part', split, (item) => storyLine('→', item), limit),
    ...listed('Stories that would become one', merged, (item) => storyLine('←', item), limit),
    ...listed('Copies gained', copies.gained, copyLine, limit),
    ...listed('Copies lost', copies.lost, copyLine, limit),
    ...listed('Copies in another group', copies.regrouped, copyLine, limit),
    ...(same ? [] : ['', 'Nothing was changed. To switch, start the cluster service once with these options and CLUSTER_EPOCH=switch.']),
  ].join('\n');
}

/** The same as one JSON object: counts are whole, lists cut. */
export function comparisonJson(found: Comparison, limit: number): string {
  const cut = <Item>(items: readonly Item[]) => ({ count: items.length, first: items.slice(0, limit) });
  const { gained, lost, regrouped, ...counts } = found.copies;
  return JSON.stringify({
    ...found,
    split: cut(found.split),
    merged: cut(found.merged),
    copies: { ...counts, gained: cut(gained), lost: cut(lost), regrouped: cut(regrouped) },
  });
}
