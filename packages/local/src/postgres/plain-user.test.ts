import { expect, test } from 'vitest';
import { chooseUser, readUsers } from './plain-user.ts';

const root = 'root:x:0:0:root:/root:/bin/bash';
const daemon = 'daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin';
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';

test('the user list is read line by line, and a broken line is passed over', () => {
  expect(readUsers(`${root}\n\n# comment\nbroken:x:one:2\n${daemon}\n`)).toEqual([
    { name: 'root', uid: 0, gid: 0 },
    { name: 'daemon', uid: 1, gid: 1 },
  ]);
});

test.each([
  [[root, daemon, 'someone:x:1000:100::/home/someone:/bin/sh', 'postgres:x:110:118::/:/bin/sh'], 1000],
  [[root, daemon, 'postgres:x:110:118::/:/bin/sh', nobody], 110],
  [[root, nobody, daemon], 1],
  [[root, nobody], undefined],
])('%j: PostgreSQL appears as %s', (lines, uid) => {
  expect(chooseUser(readUsers(lines.join('\n')))?.uid).toBe(uid);
});
