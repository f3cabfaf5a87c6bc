import { describe, expect, it } from 'vitest';
import { createHealth } from './health.ts';

describe('health', () => {
  it('is not ready before any condition is known', () => {
    expect(createHealth(() => 0).readiness().ready).toBe(false);
  });

  it('is ready when every condition holds, and says which one does not', () => {
    const health = createHealth(() => 0);
    health.set('kafka', { ok: true, detail: 'connected' });
    expect(health.readiness().ready).toBe(true);
    health.set('postgres', { ok: false, detail: 'connection refused' });
    expect(health.readiness()).toMatchObject({ ready: false, conditions: { postgres: { detail: 'connection refused' } } });
  });

  it('stays alive without work, however long nothing moves', () => {
    let time = 0;
    const health = createHealth(() => time, 100);
    time = 10_000;
    expect(health.liveness().live).toBe(true);
  });

  it('is not alive when waiting work has not moved for the allowance, and is again after progress', () => {
    let time = 0;
    const health = createHealth(() => time, 100);
    health.waiting(true);
    time = 99;
    expect(health.liveness().live).toBe(true);
    time = 100;
    expect(health.liveness().live).toBe(false);
    health.progress();
    expect(health.liveness().live).toBe(true);
  });
});
