import { describe, expect, it } from 'vitest';
import { defaultConfig, readConfig } from './config.ts';
import { sitesOf } from './sites.ts';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig(null, {})).toEqual({ ok: true, value: defaultConfig() });
  });

  it('comes from a file, and the environment wins', () => {
    const file = JSON.stringify({
      data: '/var/lib/leeward',
      port: 9000,
      deskOrigins: ['https://desk.example.org'],
      doorOrigins: ['https://door.example.org', 'http://abcdefgh.onion'],
      filesOrigins: ['https://files.example.org'],
      quotas: { firstMessagesPerHour: 5 },
    });
    const read = readConfig(file, { LEEWARD_PORT: '9001', LEEWARD_METRICS_PORT: '9100', PATH: '/bin' });
    expect(read.ok && read.value).toMatchObject({
      data: '/var/lib/leeward',
      port: 9001,
      metricsPort: 9100,
      origins: {
        desk: ['https://desk.example.org'],
        door: ['https://door.example.org', 'http://abcdefgh.onion'],
      },
      quotas: { firstMessagesPerHour: 5, waitingMessages: 500 },
    });
  });

  it('names every mistake in it, and guesses nothing', () => {
    const cases: readonly (readonly [unknown, string])[] = [
      [{ prot: 8700 }, '"prot" is not a setting'],
      [{ port: 70_000 }, '"port" must be'],
      [{ port: '8700' }, '"port" must be'],
      [{ data: '' }, '"data" must be'],
      [{ doorOrigins: ['https://door.example.org/'] }, 'is not an origin'],
      [{ doorOrigins: ['ftp://door.example.org'] }, 'is not an origin'],
      [{ doorOrigins: [] }, 'must be a list'],
      [{ database: 'mysql://x' }, '"database" must be'],
      [{ databaseMaxBytes: 10 }, '"databaseMaxBytes" must be'],
      [{ source: 'git.example.org' }, '"source" must be'],
      [{ source: 'javascript:alert(1)' }, '"source" must be'],
      [{ quotas: { mailboxes: 3 } }, '"quotas.mailboxes" is not a setting'],
      [{ quotas: { joins: -1 } }, '"quotas.joins" must be'],
      [{ quotas: 7 }, '"quotas" must be'],
      [[], 'not a JSON object'],
    ];
    for (const [value, mistake] of cases) {
      const read = readConfig(JSON.stringify(value), {});
      expect(read.ok ? '' : read.error.join()).toContain(mistake);
    }
    expect(readConfig('{', {}).ok).toBe(false);
    const two = readConfig('{"port":-1,"listen":3}', {});
    expect(two.ok ? [] : two.error).toHaveLength(2);
  });

  it('gives each app a host of its own', () => {
    const one = ['https://one.example.org'];
    expect(() => sitesOf({ desk: one, door: one, files: ['https://files.example.org'] })).toThrow('two apps');
    expect(() => sitesOf({ desk: one, door: [], files: [] })).toThrow('door');
  });
});
