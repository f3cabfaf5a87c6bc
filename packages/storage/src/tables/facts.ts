import type { Fact } from '@copydesk/contracts';
import { pieces } from '@copydesk/pipeline';
import type { Queryable } from '../database.ts';
import { dropPatches, patchedBody, patchesOf, savePatches } from '../patch/patched-bodies.ts';

/** Rows of one statement. */
const ROWS = 200;

function columnsOf(fact: Fact) {
  return {
    story_id: fact.storyId,
    status: fact.status,
    type: fact.type,
    statement: fact.statement,
    articles: fact.support.articles,
    independent: fact.support.independent,
  };
}

const lengthOf = (fact: Fact): number => fact.mentions.length;

/**
 * Writes the latest state of facts; of several states of one fact the last counts.
 * @param before the state that the database has, of facts where it is known: of a long one only what changed is then written.
 */
export async function saveFacts(db: Queryable, facts: readonly Fact[], before: ReadonlyMap<string, Fact> = new Map()): Promise<void> {
  const latest = [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  const patched = await savePatches(db, 'facts', latest, before, { lengthOf, columns: columnsOf });
  const whole = latest.filter((fact) => !patched.has(fact.id));
  await dropPatches(db, whole, before, lengthOf);
  for (const some of pieces(whole, { items: ROWS })) {
    const rows = some.map((fact) => ({
      id: fact.id,
      revision: fact.revision,
      ...columnsOf(fact),
      body: JSON.stringify(fact),
    }));
    await db
      .insertInto('facts')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          story_id: eb.ref('excluded.story_id'),
          revision: eb.ref('excluded.revision'),
          status: eb.ref('excluded.status'),
          type: eb.ref('excluded.type'),
          statement: eb.ref('excluded.statement'),
          articles: eb.ref('excluded.articles'),
          independent: eb.ref('excluded.independent'),
          body: eb.ref('excluded.body'),
          body_revision: null,
        })),
      )
      .execute();
  }
  const aliases = new Map(latest.flatMap((fact) => fact.aliases.map((alias) => [alias, { alias, fact_id: fact.id }] as const)));
  for (const rows of pieces(aliases.values(), { items: ROWS })) {
    await db
      .insertInto('fact_aliases')
      .values(rows)
      .onConflict((conflict) => conflict.column('alias').doUpdateSet((eb) => ({ fact_id: eb.ref('excluded.fact_id') })))
      .execute();
  }
}

/** Active facts of a story, best supported first. */
export async function factsOfStory(db: Queryable, storyId: string): Promise<Fact[]> {
  const rows = await db
    .selectFrom('facts')
    .select(['body', patchesOf('facts')])
    .where('story_id', '=', storyId)
    .where('status', '=', 'active')
    .orderBy('independent', 'desc')
    .orderBy('articles', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => patchedBody(row));
}

/** One fact by its id or by any id it was joined from. */
export async function findFact(db: Queryable, id: string): Promise<Fact | undefined> {
  const alias = await db.selectFrom('fact_aliases').select('fact_id').where('alias', '=', id).executeTakeFirst();
  const row = await db
    .selectFrom('facts')
    .select(['body', patchesOf('facts')])
    .where('id', '=', alias?.fact_id ?? id)
    .executeTakeFirst();
  return row && patchedBody(row);
}

export interface FactFilter {
  storyId?: string;
  type?: string;
  /** Words that the statement must contain, case-insensitively. */
  text?: string;
  /** At least so many independent roots. */
  minIndependent?: number;
  after?: string;
  limit: number;
}

/** Active facts that match a filter, ordered by id, so that `after` pages through them. */
export async function listFacts(db: Queryable, filter: FactFilter): Promise<Fact[]> {
  let query = db
    .selectFrom('facts')
    .select(['body', patchesOf('facts')])
    .where('status', '=', 'active')
    .orderBy('id')
    .limit(filter.limit);
  if (filter.storyId !== undefined) query = query.where('story_id', '=', filter.storyId);
  if (filter.type !== undefined) query = query.where('type', '=', filter.type as Fact['type']);
  if (filter.minIndependent !== undefined) query = query.where('independent', '>=', filter.minIndependent);
  if (filter.text !== undefined) query = query.where('statement', 'ilike', `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`);
  if (filter.after !== undefined) query = query.where('id', '>', filter.after);
  return (await query.execute()).map((row) => patchedBody(row));
}
