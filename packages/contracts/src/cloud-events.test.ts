import { describe, expect, it } from 'vitest';
import { cloudEventHeaders, readCloudEventHeaders } from './cloud-events.ts';

describe('CloudEvents headers', () => {
  const headers = cloudEventHeaders({ id: 'e1', source: '/copydesk/test', type: 'copydesk.fact.v1', time: '2020-01-02T03:04:05.000Z' });

  it('read back as written', () => {
    const read = readCloudEventHeaders(headers);
    expect(read).toMatchObject({ ok: true, context: { ce_id: 'e1', ce_type: 'copydesk.fact.v1' } });
  });

  it('are refused with a reason when an attribute is missing or of another version', () => {
    const { ce_id: _, ...without } = headers;
    expect(readCloudEventHeaders(without)).toMatchObject({ ok: false, reason: expect.stringContaining('ce_id') });
    expect(readCloudEventHeaders({ ...headers, ce_specversion: '0.3' }).ok).toBe(false);
  });
});
