import type { TopicKey } from '@copydesk/contracts';

/** One partition of one topic. */
export interface Place {
  readonly topic: TopicKey;
  readonly partition: number;
}

/** A member of a group; it is told what is its own now, and resolves when it no longer touches the rest. */
interface Member {
  readonly topics: readonly TopicKey[];
  assign(places: readonly Place[]): Promise<void>;
}

/** Consumers that share the partitions of their topics, and what they have committed. */
export interface MemoryGroup {
  /** The next offset by place; undefined before the first commit. */
  committed(place: Place): number | undefined;
  commit(place: Place, offset: number): void;
  join(member: Member): Promise<void>;
  leave(member: Member): Promise<void>;
}

const placeName = ({ topic, partition }: Place) => `${topic} ${partition}`;

/** An empty group. */
export function createMemoryGroup(partitionCount: (topic: TopicKey) => number): MemoryGroup {
  const offsets = new Map<string, number>();
  const members: Member[] = [];
  let turn = Promise.resolve();

  /** First everybody gives up what goes to others, then everybody takes: no partition ever has two owners. */
  async function share(): Promise<void> {
    const shares = new Map<Member, Place[]>(members.map((member) => [member, []]));
    for (const topic of new Set(members.flatMap((member) => member.topics))) {
      const readers = members.filter((member) => member.topics.includes(topic));
      for (let partition = 0; partition < partitionCount(topic); partition++) {
        const reader = readers[partition % readers.length];
        if (reader !== undefined) shares.get(reader)?.push({ topic, partition });
      }
    }
    await Promise.all(members.map((member) => member.assign((held.get(member) ?? []).filter((place) => has(shares.get(member), place)))));
    for (const [member, places] of shares) {
      held.set(member, places);
      await member.assign(places);
    }
  }
  const held = new Map<Member, readonly Place[]>();
  const has = (places: readonly Place[] | undefined, place: Place) => places?.some((each) => placeName(each) === placeName(place)) === true;
  const inTurn = (work: () => Promise<void>) => (turn = turn.then(work, work));

  return {
    committed: (place) => offsets.get(placeName(place)),
    commit: (place, offset) => void offsets.set(placeName(place), offset),
    join: (member) =>
      inTurn(() => {
        members.push(member);
        return share();
      }),
    leave: (member) =>
      inTurn(async () => {
        if (!members.includes(member)) return;
        members.splice(members.indexOf(member), 1);
        held.delete(member);
        await share();
      }),
  };
}
