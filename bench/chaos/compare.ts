/** How two dumps differ. */
export interface Difference {
  /** Objects of the undisturbed run that are missing. */
  lost: number;
  /** Objects that the undisturbed run does not have. */
  doubled: number;
  /** Bytes of all lines that stand in one dump only. */
  differingBytes: number;
  /** The first differing lines, for a person. */
  examples: string[];
}

function identity(line: string): string {
  const { kind, id, articleId, revision, article } = JSON.parse(line) as Record<string, unknown> & { article?: { articleId?: string } };
  return JSON.stringify([kind, id ?? articleId ?? article?.articleId, kind === 'outcome' ? revision : null]);
}

function only(lines: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}

/** Where two lines of one object part, with what stands around. */
function parting(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const around = (line: string) => line.slice(Math.max(0, at - 80), at + 160);
  return `…${around(before)}…\n     became …${around(after)}…`;
}

/** Compares the dump of a disturbed run with that of an undisturbed one, line by line and object by object. */
export function compareDumps(calm: readonly string[], disturbed: readonly string[]): Difference {
  const missing = only(calm, disturbed);
  const added = only(disturbed, calm);
  const calmObjects = calm.map((line) => identity(line));
  const objects = disturbed.map((line) => identity(line));
  const others = new Map(added.map((line) => [identity(line), line]));
  return {
    lost: only(calmObjects, objects).length,
    doubled: only(objects, calmObjects).length,
    differingBytes: [...missing, ...added].reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0),
    examples: missing.slice(0, 6).map((line) => {
      const other = others.get(identity(line));
      return `${identity(line)} ${other === undefined ? 'is missing' : parting(line, other)}`;
    }),
  };
}
