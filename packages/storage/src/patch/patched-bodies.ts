import { pieces } from '@copydesk/pipeline';
import { sql } from 'kysely';
import type { Queryable } from '../database.ts';
import { applyPatch, diffJson } from './patch.ts';
import type { Patch } from './patch.ts';

/** A fact or a conflict. */
interface Stored {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
}

/** Objects that are long enough to be patched: what they list. */
const LONG = 100;
/** A body is written whole after so many patches, and after one for so many of its items: it is then at most a part of what was written since. */
const LEAST_PATCHES = 16;
const ITEMS_OF_PATCH = 8;
/** Longer patches save nothing. */
const LONGEST_PATCH = 30_000;
/** Rows of one statement. */
const ROWS = 200;

/** The patches behind a row's body, oldest first; null for none. To be selected together with the body, so that they belong together. */
export function patchesOf(table: 'facts' | 'conflicts') {
  return sql<Patch[] | null>`(
    select jsonb_agg(p.patch order by p.revision) from patches p
    where p.object_id = ${sql.ref(`${table}.id`)} and p.revision > ${sql.ref(`${table}.body_revision`)} and p.revision <= ${sql.ref(`${table}.revision`)}
  )`.as('patches');
}

/** The body as it is now. */
export function patchedBody<Body>({ body, patches }: { readonly body: Body; readonly patches: readonly Patch[] | null }): Body {
  return patches === null ? body : (patches.reduce<unknown>((value, patch) => applyPatch(value, patch), body) as Body);
}

/** One object's new state as a patch. */
interface PatchRow {
  readonly id: string;
  readonly before: number;
  readonly revision: number;
  /** Most revisions that the body may lie behind. */
  readonly most: number;
  readonly patch: string;
  /** Columns beside the body. */
  readonly columns: object;
}

/**
 * Writes long objects that changed little as patches.
 * @param before what the database has of them, as far as that is known.
 * @param columns what stands in the row beside the body.
 * @returns ids of those that are written; the others must be written whole.
 */
export async function savePatches<Item extends Stored>(
  db: Queryable,
  table: 'facts' | 'conflicts',
  items: readonly Item[],
  before: ReadonlyMap<string, Item>,
  { lengthOf, columns }: { lengthOf: (item: Item) => number; columns: (item: Item) => object },
): Promise<Set<string>> {
  const rows = items.flatMap((item): PatchRow[] => {
    const last = before.get(item.id);
    if (last === undefined || item.status !== 'active' || last.status !== 'active' || lengthOf(item) < LONG) return [];
    const patch = JSON.stringify(diffJson(last, item));
    if (patch.length > LONGEST_PATCH) return [];
    const most = Math.max(LEAST_PATCHES, Math.floor(lengthOf(item) / ITEMS_OF_PATCH));
    return [{ id: item.id, before: last.revision, revision: item.revision, most, patch, columns: columns(item) }];
  });
  const saved = new Set<string>();
  for (const some of pieces(rows, { items: ROWS })) {
    for (const id of await patchRows(db, table, some)) saved.add(id);
  }
  return saved;
}

const SET = {
  facts: sql`story_id = v.columns->>'story_id', status = v.columns->>'status', type = v.columns->>'type', statement = v.columns->>'statement',
    articles = (v.columns->>'articles')::int, independent = (v.columns->>'independent')::int`,
  conflicts: sql`story_id = v.columns->>'story_id', status = v.columns->>'status', severity = v.columns->>'severity'`,
};

async function patchRows(db: Queryable, table: 'facts' | 'conflicts', rows: readonly PatchRow[]): Promise<string[]> {
  const values = JSON.stringify(rows.map(({ patch: _patch, ...row }) => row));
  // Only what is just as it was when the patch was made.
  const updated = await sql<{ id: string }>`
    update ${sql.table(table)} t set revision = v.revision, body_revision = coalesce(t.body_revision, t.revision), ${SET[table]}
    from jsonb_to_recordset(${values}::jsonb) as v(id text, before int, revision int, most int, columns jsonb)
    where t.id = v.id and t.revision = v.before and v.revision - coalesce(t.body_revision, t.revision) <= v.most
    returning t.id`.execute(db);
  const ids = new Set(updated.rows.map(({ id }) => id));
  const patches = rows.filter(({ id }) => ids.has(id)).map(({ id, revision, patch }) => ({ object_id: id, revision, patch }));
  if (patches.length > 0) {
    await db
      .insertInto('patches')
      .values(patches)
      .onConflict((conflict) => conflict.columns(['object_id', 'revision']).doUpdateSet((eb) => ({ patch: eb.ref('excluded.patch') })))
      .execute();
  }
  return [...ids];
}

/** Removes the patches of objects that are written whole, where they may have some. */
export async function dropPatches<Item extends Stored>(
  db: Queryable,
  items: readonly Item[],
  before: ReadonlyMap<string, Item>,
  lengthOf: (item: Item) => number,
): Promise<void> {
  const ids = items
    .filter((item) => {
      const last = before.get(item.id);
      return item.revision > 1 && (last === undefined || lengthOf(last) >= LONG);
    })
    .map(({ id }) => id);
  for (const some of pieces(ids, { items: ROWS })) await db.deleteFrom('patches').where('object_id', 'in', some).execute();
}

/** Ids of the patched objects of which an older state holds this text, in the body or in a patch; their rows are locked. */
export async function withOldStatesOf(db: Queryable, table: 'facts' | 'conflicts', text: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} t where body_revision is not null and (strpos(body::text, ${text}) > 0
      or exists (select 1 from patches p where p.object_id = t.id and strpos(p.patch::text, ${text}) > 0))
    order by id for update`.execute(db);
  return rows.map(({ id }) => id);
}
