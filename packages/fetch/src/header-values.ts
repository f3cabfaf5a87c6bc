/** The longest wait a server can impose: a feed is never put aside for good by a header. */
export const maxRetryAfter = 7 * 24 * 3600;

/** RFC 9110 (5.6.7): the form in use, and the two obsolete ones of RFC 850 and asctime. */
const dateForms = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];

/** HTTP-date in milliseconds since 1970; undefined for anything else. */
export function httpDate(value: string | undefined): number | undefined {
  if (value === undefined || !dateForms.some((form) => form.test(value))) return undefined;
  const at = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
  return Number.isNaN(at) ? undefined : at;
}

/** Retry-After in seconds from now: a count, or a date measured against the server's own clock. */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  const at = httpDate(value);
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : at === undefined ? undefined : (at - (httpDate(headers['date']) ?? now)) / 1000;
  return seconds === undefined ? undefined : Math.min(maxRetryAfter, Math.max(0, Math.ceil(seconds)));
}

/** Seconds for which an answer stays fresh (RFC 9111, 4.2): max-age less Age, else Expires less Date; 0 for no-store and no-cache. */
export function freshSeconds(headers: Readonly<Record<string, string>>, now: number): number | undefined {
  const directives = (headers['cache-control'] ?? '').toLowerCase();
  if (/\b(?:no-store|no-cache)\b/.test(directives)) return 0;
  const maxAge = /\bmax-age\s{0,3}=\s{0,3}"?(\d{1,9})/.exec(directives)?.[1];
  const age = /^\d{1,9}$/.test(headers['age'] ?? '') ? Number(headers['age']) : 0;
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - age);
  const expires = httpDate(headers['expires']);
  if (expires === undefined) return headers['expires'] === undefined ? undefined : 0;
  return Math.max(0, Math.round((expires - (httpDate(headers['date']) ?? now)) / 1000));
}
