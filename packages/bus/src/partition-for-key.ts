const multiplier = 0x5bd1e995;

/** murmur2, 32 bits, with the seed that Kafka's Java client uses; as a signed number. Source: Austin Appleby, MurmurHash2 (public domain). */
export function murmur2(bytes: Uint8Array): number {
  const { length } = bytes;
  const at = (index: number) => bytes[index] ?? 0;
  let hash = 0x9747b28c ^ length;
  const whole = length - (length % 4);
  for (let index = 0; index < whole; index += 4) {
    let word = at(index) | (at(index + 1) << 8) | (at(index + 2) << 16) | (at(index + 3) << 24);
    word = Math.imul(word, multiplier);
    word = Math.imul(word ^ (word >>> 24), multiplier);
    hash = Math.imul(hash, multiplier) ^ word;
  }
  const rest = length % 4;
  if (rest > 0) {
    const word = at(whole) | (rest > 1 ? at(whole + 1) << 8 : 0) | (rest > 2 ? at(whole + 2) << 16 : 0);
    hash = Math.imul(hash ^ word, multiplier);
  }
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return hash ^ (hash >>> 15);
}

/** The partition of a key among `count`: what Kafka's Java client, and every client that follows it, chooses by default. */
export function partitionForKey(key: string | Uint8Array, count: number): number {
  return (murmur2(typeof key === 'string' ? Buffer.from(key) : key) & 0x7fffffff) % count;
}
