/**
 * JSON with object keys sorted and no white space, so that equal values give equal bytes (the ordering rule of RFC 8785, JSON Canonicalization Scheme).
 * Members that are undefined are left out, as in JSON.stringify.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  let json = '';
  if (Array.isArray(value)) {
    for (const item of value) json += json === '' ? canonicalJson(item) : `,${canonicalJson(item)}`;
    return `[${json}]`;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${json}}`;
}
