import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * How PostgreSQL is run, which refuses root and wants its user to be in the system's user list:
 * `direct` as we are; `mapped` in a user namespace where we bear another user's number and keep our rights on files; `switched` as another user, who cannot enter our folders.
 */
export type RunAs =
  | { readonly way: 'direct' }
  | { readonly way: 'mapped'; readonly prefix: readonly string[] }
  | { readonly way: 'switched'; readonly uid: number; readonly gid: number };

interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The users in the text of /etc/passwd. */
export function readUsers(passwd: string): SystemUser[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name !== undefined && /^\d+$/.test(uid ?? '') && /^\d+$/.test(gid ?? '') ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** The kernel shows files of users it does not know under this number: a namespace must not use it for ours. */
const overflow = 65_534;

/** A user to appear as: the first ordinary one, else `postgres`, else any but root. */
export function chooseUser(users: readonly SystemUser[]): SystemUser | undefined {
  const plain = users.filter(({ uid }) => uid > 0 && uid !== overflow);
  return plain.find(({ uid }) => uid === 1000) ?? plain.find(({ name }) => name === 'postgres') ?? plain[0];
}

function works(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, [...args], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Which ways are open. */
export interface WayOptions {
  /** False leaves user namespaces out. */
  readonly allowNamespace?: boolean;
  /** The way that the data were made for: it is kept, as another way would look for them elsewhere. */
  readonly madeFor?: 'own' | 'switched' | undefined;
}

/** Finds out how PostgreSQL can be run by this user; undefined when there is no way. */
export function choosePlainUser({ allowNamespace = true, madeFor }: WayOptions = {}): RunAs | undefined {
  const uid = process.getuid?.();
  if (uid === undefined || process.platform !== 'linux') return { way: 'direct' };
  let users: SystemUser[];
  try {
    users = readUsers(readFileSync('/etc/passwd', 'utf8'));
  } catch {
    users = [];
  }
  if (uid !== 0 && users.some((user) => user.uid === uid)) return { way: 'direct' };
  const user = chooseUser(users);
  if (user === undefined) return uid === 0 ? undefined : { way: 'direct' };
  const prefix = ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`];
  if (madeFor !== 'switched' && allowNamespace && works('unshare', [...prefix.slice(1), 'unshare', '--version']))
    return { way: 'mapped', prefix };
  // A user from a directory service is not in the file either: let PostgreSQL decide.
  if (uid !== 0) return { way: 'direct' };
  return madeFor === 'own' ? undefined : { way: 'switched', uid: user.uid, gid: user.gid };
}
