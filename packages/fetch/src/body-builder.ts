const step = 1 << 20;

/** Puts a body together from pieces that are only lent, holding its bytes once: a list of pieces that is joined holds them twice. */
export class BodyBuilder {
  readonly #memory: ArrayBuffer;
  #length = 0;

  /** @param most bytes; more throw a `RangeError`. Only what is used of them is taken. */
  constructor(most: number) {
    this.#memory = new ArrayBuffer(0, { maxByteLength: most });
  }

  add(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#memory.byteLength) {
      const ample = Math.max(length, Math.min(this.#memory.byteLength * 2, this.#memory.byteLength + step));
      this.#memory.resize(Math.max(length, Math.min(ample, this.#memory.maxByteLength)));
    }
    new Uint8Array(this.#memory, this.#length, piece.length).set(piece);
    this.#length = length;
  }

  /** The whole body; afterwards the builder is empty. The bytes move from the end on, and their old place is given back as they go. */
  finish(): Buffer {
    const body = Buffer.allocUnsafeSlow(this.#length);
    while (this.#length > 0) {
      const from = Math.floor((this.#length - 1) / step) * step;
      body.set(new Uint8Array(this.#memory, from, this.#length - from), from);
      this.#memory.resize(from);
      this.#length = from;
    }
    return body;
  }
}
