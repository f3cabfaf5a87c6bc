const pageSize = 1 << 16;
/** Regions begin at lines of the cache. */
const line = 64;

/** Hands out the regions of a memory one after the other, and makes the memory when all are known. */
export class Layout {
  private end = 0;
  private readonly constants: (readonly [offset: number, bytes: Uint8Array])[] = [];

  /** Room for so many bytes; returns where it begins. */
  reserve(bytes: number): number {
    const begin = this.end;
    this.end = Math.ceil((begin + bytes) / line) * line;
    return begin;
  }

  /** Bytes that stand in the memory from the beginning; returns where. */
  constant(array: Int32Array | Uint8Array): number {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    // Packed closely: constants are read one after the other.
    const begin = this.end;
    this.end = Math.ceil((begin + bytes.length) / 16) * 16;
    this.constants.push([begin, bytes]);
    return begin;
  }

  /** Size in units of 64 KiB. */
  get pages(): number {
    return Math.max(1, Math.ceil(this.end / pageSize));
  }

  create(): WebAssembly.Memory {
    const memory = new WebAssembly.Memory({ initial: this.pages, maximum: this.pages });
    for (const [offset, bytes] of this.constants) new Uint8Array(memory.buffer).set(bytes, offset);
    return memory;
  }
}
