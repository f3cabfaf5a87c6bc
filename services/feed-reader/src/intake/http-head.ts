/** Bytes in which the head of an archived HTTP message has to end. */
const MAX_HEAD_BYTES = 256 * 1024;

/** The head of an HTTP message, and what of its body came along with it. */
export interface HttpHead {
  status: number;
  /** By names in lower case; repeated ones joined. */
  headers: ReadonlyMap<string, string>;
  body: Uint8Array;
}

/**
 * Reads an archived HTTP message up to the end of its head (RFC 9112, 2.1; bare line feeds are taken as line ends too); the rest of the body stays in the pieces.
 * Undefined for what is no HTTP response, or has no end of a head in 256 KB.
 */
export async function readHttpHead(pieces: AsyncIterator<Uint8Array>): Promise<HttpHead | undefined> {
  let read = Buffer.alloc(0);
  let searched = 0;
  for (;;) {
    const next = await pieces.next();
    if (next.done !== true) read = Buffer.concat([read, next.value]);
    const border = headEnd(read, searched);
    if (border !== undefined) return parsed(read, border);
    if (next.done === true || read.length > MAX_HEAD_BYTES) return undefined;
    // The empty line may have begun in this piece.
    searched = Math.max(0, read.length - 3);
  }
}

/** Where the body begins; undefined when the head does not end in these bytes. */
function headEnd(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return at + 3;
  }
  return undefined;
}

function parsed(bytes: Buffer, border: number): HttpHead | undefined {
  const [first = '', ...lines] = bytes.subarray(0, border).toString('latin1').split('\n');
  const status = /^HTTP\/\d(?:\.\d)? {1,8}(\d{3})(?!\d)/i.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    const folded = line.startsWith(' ') || line.startsWith('\t');
    if (!folded && colon <= 0) continue;
    if (!folded) name = line.slice(0, colon).trim().toLowerCase();
    const value = folded ? line.trim() : line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}${folded ? ' ' : ', '}${value}`);
  }
  return { status: Number(status), headers, body: bytes.subarray(border) };
}
