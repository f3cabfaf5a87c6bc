/** One line without its end; `tooLong` when it had more bytes than are kept, and then without content. */
export interface Line {
  text: string;
  tooLong: boolean;
  /** The byte of the stream with which it begins. */
  offset: number;
}

/**
 * Splits a stream at line feeds, holding one line at a time: the memory it takes does not depend on the size of the stream.
 * @param most bytes of a line; a longer one is dropped and said to be so.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let size = 0;
  let offset = 0;
  const add = (part: Uint8Array) => {
    size += part.length;
    // Once it is too long nothing more is kept of it.
    if (size > most) held = [];
    else held.push(part);
  };
  const line = (): Line => {
    const tooLong = size > most;
    const text = tooLong ? '' : Buffer.concat(held).toString('utf8').replace(/\r$/, '');
    const begun = offset;
    offset += size + 1;
    held = [];
    size = 0;
    return { text, tooLong, offset: begun };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      yield line();
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (size > 0) yield line();
}
