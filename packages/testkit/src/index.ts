export type { MadeArticle } from './articles.ts';
export { madeArticle, madeArticles, madeAt, madeVerdict, madeWithdrawal } from './articles.ts';
export type { MadeCertificate } from './certificate.ts';
export { makeCertificate } from './certificate.ts';
export type { Backend } from './backends.ts';
export {
  createTestDatabase,
  describeOn,
  skipReason,
  testBroker,
  testBrokerContainer,
  testPostgres,
  testPostgresContainer,
  testPrefix,
} from './backends.ts';
