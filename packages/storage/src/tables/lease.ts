import { sql } from 'kysely';

/** Nobody holds anything longer: what seems to be held until later was held before the clock was set back. */
export const longestLease = sql<Date>`now() + interval '1 hour'`;

/** Whether nobody holds a row with a lease, by the database's clock. A holder that is taken over so only repeats its work. */
export const isFree = sql<boolean>`(leased_until is null or leased_until < now() or leased_until > ${longestLease})`;
