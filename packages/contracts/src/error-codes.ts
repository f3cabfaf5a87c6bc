/**
 * Every stable error code, with the sentence that explains it. Codes appear in outcomes, dead letters, API problems and metrics; they are never renamed.
 */
export const errorCodes = {
  'message-not-json': 'The message value is not JSON in UTF-8.',
  'message-not-cloudevent': 'The message lacks the CloudEvents headers, or they contradict its topic.',
  'message-schema': 'The message value does not match its topic’s schema.',
  'message-key': 'The message key is not what its value says.',
  'text-hash-mismatch': 'The text of the article does not have the hash that the message says.',
  'article-too-large': 'The article is larger than is read, or than a message may be.',
  'article-too-many-nodes': 'The page nests deeper or has more nodes than is read.',
  'article-empty': 'There is no text.',
  'article-no-body': 'No article text was found.',
  'article-challenge': 'The page is a bot challenge, not an article.',
  'article-consent': 'The page is a consent wall, not an article.',
  'article-login': 'The page asks to log in; the article is not on it.',
  'article-error-page': 'The page says that there is no such page.',
  'article-deadline': 'Reading the page took longer than is allowed.',
  'article-out-of-memory': 'Reading the page took more memory than is allowed.',
  'article-failed': 'Reading the page failed.',
  'input-unreadable': 'The file cannot be read.',
  'input-format': 'The file or record is not of a form that is read.',
  'step-failed': 'A step failed on this message for good.',
  'not-found': 'There is no such object.',
  'bad-request': 'The request is not as the API describes it.',
  unauthorized: 'A key is needed: Authorization: Bearer KEY.',
  forbidden: 'The key does not allow this.',
  'too-large': 'The request is larger than is read.',
  'rate-limited': 'Too many requests; try again later.',
  unavailable: 'The service cannot answer right now; try again later.',
  internal: 'The service failed; the log has the reason.',
} as const;
export type ErrorCode = keyof typeof errorCodes;
