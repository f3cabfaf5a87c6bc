import { afterAll, describe } from 'vitest';
import { databaseChapters } from './contract/databases.ts';
import { deliveryChapters } from './contract/delivery.ts';
import { removeStore } from './contract/harness.ts';
import { intakeChapters } from './contract/intake.ts';
import { ledgerChapters } from './contract/ledger.ts';
import { lineChapters } from './contract/lines.ts';
import { outcomeChapters } from './contract/outcomes.ts';
import { patchChapters } from './contract/patches.ts';
import { storyChapters } from './contract/stories.ts';

/**
 * What the store promises, as tests for any PostgreSQL.
 * @param server address of a database of a role that may create others
 */
export function storageContract(server: string): void {
  afterAll(() => removeStore(server));
  describe('databases and migrations', () => {
    databaseChapters(server);
  });
  describe('intake', () => {
    intakeChapters(server);
  });
  describe('outcomes', () => {
    outcomeChapters(server);
  });
  describe('offsets and outbox', () => {
    deliveryChapters(server);
  });
  describe('lines of messages', () => {
    lineChapters(server);
  });
  describe('stories', () => {
    storyChapters(server);
  });
  describe('articles and what was published', () => {
    ledgerChapters(server);
  });
  describe('long facts and conflicts', () => {
    patchChapters(server);
  });
}
