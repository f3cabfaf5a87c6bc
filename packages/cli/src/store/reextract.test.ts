import { markExtracted, migrate, openDatabase, saveArticle, takeOverExtraction } from '@copydesk/storage';
import type { Database } from '@copydesk/storage';
import { createTestDatabase, describeOn, madeArticle, testPostgres } from '@copydesk/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CommandError } from '../failure.ts';
import { reextractCommand } from './reextract.ts';

describeOn('copydesk reextract', await testPostgres(), (server) => {
  let database: Database;
  let drop: () => Promise<void>;
  const command = async (...args: string[]) => {
    const lines: string[] = [];
    const code = await reextractCommand(args, database, (line) => lines.push(line), 'b');
    return { code, said: lines.join('\n') };
  };
  beforeAll(async () => {
    const made = await createTestDatabase(server);
    database = openDatabase({ url: made.url, applicationName: 'test' });
    await migrate(database);
    drop = made.drop;
  });
  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  test('has nothing to do on an empty ledger, and nothing with options that it does not know', async () => {
    expect(await command()).toEqual({ code: 0, said: 'The ledger is empty: nothing to do.' });
    await expect(command('--now')).rejects.toBeInstanceOf(CommandError);
  });

  test('asks once, tells how far it is, and ends when every article is read', async () => {
    await takeOverExtraction(database, 'a');
    const place = { group: 'g', relation: 'original', of: null, directed: false, score: 1, reasons: [], copies: [] } as const;
    const article = madeArticle({ url: 'https://outlet.example/1', revision: 1, text: 'The level is 3 metres.' });
    await saveArticle(database, { kind: 'assignment', storyId: 's_1', article, ...place, reasons: [], copies: [] }, 'a');
    expect(await command('--status')).toMatchObject({ code: 3, said: 'The ledger is made with extractor a, this program is b.' });
    // To look is not to ask.
    expect(await takeOverExtraction(database, 'b')).toEqual({ version: 'a', wanted: null });
    expect(await command('--no-wait')).toMatchObject({
      code: 3,
      said: expect.stringContaining('1 articles, read by extractor a, wait') as string,
    });
    expect(JSON.parse((await command('--no-wait', '--json')).said)).toEqual({ wanted: 'b', version: 'a', left: 1, state: 'asked' });
    // A third version is not the one that was asked for.
    expect(await takeOverExtraction(database, 'c')).toEqual({ version: 'a', wanted: 'b' });
    expect(await takeOverExtraction(database, 'b')).toEqual({ version: 'b', wanted: null });
    expect(await command('--status')).toMatchObject({ code: 3, said: '1 articles are still to be read again by extractor b.' });
    const following = command();
    await markExtracted(database, 's_1', 'b');
    expect(await following).toMatchObject({ code: 0, said: expect.stringMatching(/Every article is read by extractor b\.$/) as string });
  });
});
