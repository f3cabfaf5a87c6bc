import { gunzipSync, gzipSync } from 'node:zlib';
import { LanguageError } from './errors.ts';

/** The typed arrays a weights file may hold. */
export type Section = Int32Array | Uint32Array | Uint16Array | Uint8Array;
const kinds = { Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
const magic = 'copydesk-weights-1';
const LONGEST = 1 << 27;

/** A weights file: named arrays, and one JSON value that says what they mean. */
export interface WeightsFile {
  meta: unknown;
  sections: Map<string, Section>;
}

interface Header {
  magic: string;
  meta: unknown;
  sections: { name: string; kind: keyof typeof kinds; offset: number; length: number }[];
}

/** Packs named arrays: gzip over [header length, header JSON, arrays at multiples of 8]. The same input gives the same bytes. */
export function writeWeights(file: WeightsFile): Uint8Array {
  let offset = 0;
  const sections = [...file.sections].map(([name, array]) => {
    const entry = { name, kind: array.constructor.name as keyof typeof kinds, offset, length: array.length };
    offset += Math.ceil(array.byteLength / 8) * 8;
    return entry;
  });
  const json = new TextEncoder().encode(JSON.stringify({ magic, meta: file.meta, sections } satisfies Header));
  const start = bodyStart(json.length);
  const bytes = new Uint8Array(start + offset);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  for (const [i, array] of [...file.sections.values()].entries()) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + (sections[i]?.offset ?? 0));
  }
  return gzipSync(bytes, { level: 9 });
}

/**
 * Reads what `writeWeights` wrote.
 * @throws LanguageError weights-invalid when the bytes are not such a file
 */
export function readWeights(packed: Uint8Array): WeightsFile {
  let header: Header;
  try {
    const raw = gunzipSync(packed, { chunkSize: unpackedSize(packed) });
    const length = new DataView(raw.buffer, raw.byteOffset).getUint32(0, true);
    header = JSON.parse(new TextDecoder().decode(raw.subarray(4, 4 + length))) as Header;
    if (header.magic !== magic) throw new Error('wrong magic');
    const start = bodyStart(length);
    const sections = header.sections.map((s): [string, Section] => {
      return [s.name, new kinds[s.kind](raw.buffer, raw.byteOffset + start + s.offset, s.length)];
    });
    return { meta: header.meta, sections: new Map(sections) };
  } catch (error) {
    throw new LanguageError('weights-invalid', `not a weights file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Length of what is packed, as the end of a gzip file says it (RFC 1952, ISIZE): unpacked in one piece it is held once. */
function unpackedSize(packed: Uint8Array): number {
  const size = packed.length < 18 ? 0 : new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true);
  return Math.min(Math.max(size, 1024), LONGEST);
}

function bodyStart(jsonLength: number): number {
  return Math.ceil((4 + jsonLength) / 8) * 8;
}
