import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foundOrganisation, startTestRelay } from '../../../tests/support/relay.ts';
import { startRelay } from './index.ts';
import { databaseFile } from './storage/open.ts';

describe('a relay', () => {
  it('keeps its key and data for its own user alone', async () => {
    const relay = await startTestRelay();
    try {
      const data = join(relay.folder, 'data');
      expect(statSync(data).mode & 0o777).toBe(0o700);
      expect(statSync(join(data, 'relay.key')).mode & 0o777).toBe(0o600);
    } finally {
      await relay.end();
    }
  });

  it('stops in good order: nothing is left in the write-ahead log', async () => {
    const relay = await startTestRelay();
    try {
      await foundOrganisation(relay);
      await Promise.all([relay.stop(), relay.stop()]);
      expect(existsSync(join(relay.folder, 'data', `${databaseFile}-wal`))).toBe(false);
      expect(relay.lines.at(-1)).toContain('"stopped"');
    } finally {
      await relay.end();
    }
  });

  it('takes a data folder for itself alone, and a taken port is said as such', async () => {
    const relay = await startTestRelay();
    try {
      const data = join(relay.folder, 'data');
      await expect(startRelay({ data, port: 0 }, { log: () => {} })).rejects.toThrow(
        'in use by another relay',
      );
    } finally {
      await relay.end();
    }
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };
    const folder = mkdtempSync(join(tmpdir(), 'leeward-busy-'));
    await expect(startRelay({ data: folder, port }, { log: () => {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    // The failed start lets the folder go again.
    const second = await startRelay({ data: folder, port: 0 }, { log: () => {} });
    await second.stop();
    rmSync(folder, { recursive: true, force: true });
    server.close();
  });

  it('makes tokens of which each is good once, and can make the newest the only one', async () => {
    const relay = await startTestRelay();
    try {
      const [first, second] = [await relay.token(), await relay.token()];
      await foundOrganisation({ ...relay, token: async () => first });
      await expect(foundOrganisation({ ...relay, token: async () => first })).rejects.toThrow('bad-token');
      const third = await relay.token('only');
      await expect(foundOrganisation({ ...relay, token: async () => second })).rejects.toThrow('bad-token');
      await foundOrganisation({ ...relay, token: async () => third });
    } finally {
      await relay.end();
    }
  });

  it('serves counts on a loopback port of its own when asked to', async () => {
    const relay = await startTestRelay({ metricsPort: 0 });
    try {
      await foundOrganisation(relay);
      const answer = await fetch(`http://127.0.0.1:${relay.metricsPort}/metrics`);
      const text = await answer.text();
      expect(text).toContain('leeward_organisations 1\n');
      expect(text).toMatch(/leeward_answers_total\{status="2xx"\} [1-9]/);
      expect((await fetch(`http://127.0.0.1:${relay.metricsPort}/v1/health`)).status).toBe(404);
    } finally {
      await relay.end();
    }
  });
});
