import { describeOn, testBrokerContainer, testPrefix } from '@copydesk/testkit';
import { busContract } from './contract-suite.ts';
import { createKafkaBus } from '../src/index.ts';

describeOn("the bus on Kafka's image", await testBrokerContainer(), (brokers) => {
  busContract((topicPrefix) => createKafkaBus({ brokers, topicPrefix, sessionTimeoutMs: 6000 }), testPrefix);
});
