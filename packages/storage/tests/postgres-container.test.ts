import { describeOn, testPostgresContainer } from '@copydesk/testkit';
import { storageContract } from './storage-suite.ts';

describeOn("the store on PostgreSQL's image", await testPostgresContainer(), storageContract);
