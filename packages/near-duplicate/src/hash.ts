/** Mixes 32 bits well (the finaliser of MurmurHash3, public domain). */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 64-bit hash of bytes as 16 hex digits (two 32-bit lanes). For comparing states, not against forgery. */
export function hashBytes(bytes: Uint8Array): string {
  let a = 0x243f6a88;
  let b = 0x85a308d3;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ byte, 0x5bd1e995) + (a >>> 13);
  }
  return (
    mix32(a ^ bytes.length)
      .toString(16)
      .padStart(8, '0') +
    mix32(b ^ a)
      .toString(16)
      .padStart(8, '0')
  );
}

/** A 32-bit hash of a string, 0 only for the empty one. */
export function hashText(text: string): number {
  if (text === '') return 0;
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix32(h) || 1;
}

/** 32 bits of a text's fingerprint. */
export function contentHash(content: number): number {
  return Math.floor(content / 0x200000);
}
