export { readConfig } from './config.ts';
export { createExtractor } from './service.ts';
export type { Extraction } from './ledger/reextract.ts';
