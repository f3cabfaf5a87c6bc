import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { rulesName } from './state/epoch.ts';

const read = (variables: Record<string, string>) => readConfig({ KAFKA_BROKERS: 'broker:9092', ...variables }).clustering;

describe('the configuration of clustering', () => {
  it('is the defaults where nothing is set', () => {
    expect(read({})).toEqual({ options: {}, onOtherEpoch: 'keep', snapshotEvery: undefined });
  });

  it('takes options as one JSON object', () => {
    expect(read({ CLUSTER_OPTIONS: '{"denseHours":24,"storyJoin":0.5}' }).options).toEqual({ denseHours: 24, storyJoin: 0.5 });
  });

  it.each(['{"densehours":24}', '{"denseHours":"24"}', '[1]', '{', '{"seed":3}', '{"denseHours":1.5}'])(
    'refuses %s, naming the variable',
    (text) => {
      expect(() => read({ CLUSTER_OPTIONS: text })).toThrow(/CLUSTER_OPTIONS: /);
    },
  );

  it('refuses what is no policy', () => {
    expect(() => read({ CLUSTER_EPOCH: 'always' })).toThrow(/CLUSTER_EPOCH/);
    expect(() => read({ CLUSTER_SNAPSHOT_EVERY: '-1' })).toThrow(/CLUSTER_SNAPSHOT_EVERY/);
  });

  it('names rules by what decides, and by nothing else', () => {
    expect(rulesName({ denseHours: 48 })).toBe(rulesName({}));
    expect(rulesName({ articlesPerHour: 100 })).toBe(rulesName({}));
    expect(rulesName({ storyJoin: 0.46 })).not.toBe(rulesName({}));
  });
});
