type Headers = Readonly<Record<string, string>>;

/**
 * What tells one version of a document from another byte by byte (RFC 9110, 8.8.1), fit for If-Range: a strong tag; where there is no tag, the time of the last change, when the answer was
 * made at least a second later (8.8.2.2).
 */
export function strongValidator(headers: Headers): string | undefined {
  const { etag, date, 'last-modified': changed } = headers;
  if (etag !== undefined) return etag.startsWith('"') ? etag : undefined;
  if (changed === undefined || date === undefined) return undefined;
  return Date.parse(date) - Date.parse(changed) >= 1_000 ? changed : undefined;
}

/** Names a version of a document as well as the server does; empty where it says nothing. @param length of the whole document, as the server wrote it. */
export function fingerprintOf(headers: Headers, length: string): string {
  const validator = strongValidator(headers) ?? headers['etag'] ?? headers['last-modified'];
  return validator === undefined ? '' : `${validator} ${length}`;
}

/** What a fingerprint was made of. */
export function fingerprintParts(fingerprint: string): { validator: string; length: string } {
  const border = fingerprint.lastIndexOf(' ');
  return { validator: fingerprint.slice(0, border), length: fingerprint.slice(border + 1) };
}

/** The length of the whole document when an answer is its rest from a byte on, and of the version that was asked for; empty where the server does not say it. Undefined for any other answer. */
export function restFrom(status: number, headers: Headers, offset: number, validator: string): string | undefined {
  const [, from, length = ''] = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  if (status !== 206 || Number(from) !== offset) return undefined;
  // A server may leave the time of the last change out of such an answer, but not the tag (RFC 9110, 15.3.7).
  const shown = validator.startsWith('"') ? headers['etag'] : (headers['last-modified'] ?? validator);
  return shown === validator ? length.replace('*', '') : undefined;
}
