import { describeOn, testPostgres } from '@copydesk/testkit';
import { storageContract } from './storage-suite.ts';

describeOn('the store on PostgreSQL', await testPostgres(), storageContract);
