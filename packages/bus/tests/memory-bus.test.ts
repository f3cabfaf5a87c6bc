import { testPrefix } from '@copydesk/testkit';
import { describe } from 'vitest';
import { busContract } from './contract-suite.ts';
import { createMemoryBus } from '../src/memory/memory-bus.ts';

describe('the bus in memory', () => {
  busContract((topicPrefix) => createMemoryBus({ topicPrefix }), testPrefix);
});
