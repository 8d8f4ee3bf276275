import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestRelay, type TestRelay } from '../../../../tests/support/relay.ts';
import { type StrippingProxy, startStrippingProxy } from '../../../../tests/support/stripping-proxy.ts';
import { main } from '../main.ts';

const apps = ['desk', 'door', 'files'] as const;

let folder: string;
let proxy: StrippingProxy;
let relay: TestRelay;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leeward-headers-'));
  for (const app of apps) {
    mkdirSync(join(folder, app));
    writeFileSync(
      join(folder, app, 'index.html'),
      '<!doctype html><script type="module" src="/a.js" integrity="sha256-x"></script>',
    );
  }
  proxy = await startStrippingProxy();
  const origin = (app: (typeof apps)[number]) => [proxy.origin(app)];
  relay = await startTestRelay({
    apps: { desk: join(folder, 'desk'), door: join(folder, 'door'), files: join(folder, 'files') },
    origins: { desk: origin('desk'), door: origin('door'), files: origin('files') },
  });
  proxy.target = relay.address.port;
});
afterEach(async () => {
  await relay.end();
  await proxy.end();
  rmSync(folder, { recursive: true, force: true });
});

async function check(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const code = await main(['check-headers', ...args], (text) => said.push(text));
  return { code, said: said.join('\n') };
}
const addresses = (): readonly string[] => apps.flatMap((app) => [`--${app}`, proxy.origin(app)]);

describe('leeward check-headers', () => {
  it('says that the pages of a server arrive with their protections', async () => {
    const { code, said } = await check(...addresses());
    expect(said.match(/arrives with all its protections/g)).toHaveLength(3);
    expect(code).toBe(0);
  });

  it('[fault 67] names what a proxy took away, and from which page', async () => {
    proxy.strip = ['content-security-policy'];
    const { code, said } = await check(...addresses());
    expect(said).toContain(`${proxy.origin('door')} (door) arrives without Content-Security-Policy`);
    expect(code).toBe(1);
  });

  it('asks every address of the configuration where none is given', async () => {
    const file = join(folder, 'relay.json');
    const gone = 'http://door.localhost:1';
    const doorOrigins = [proxy.origin('door'), gone];
    const config = {
      deskOrigins: [proxy.origin('desk')],
      doorOrigins,
      filesOrigins: [proxy.origin('files')],
    };
    writeFileSync(file, JSON.stringify(config));
    const { code, said } = await check('--config', file);
    expect(said.match(/arrives with all its protections/g)).toHaveLength(3);
    // The second address of the door was asked too: nobody answers there.
    expect(said).toContain('It did not work');
    expect(code).toBe(1);
  });

  it('says what it did not understand, and that a server does not answer', async () => {
    expect(await check('--desk', 'desk.example.org')).toMatchObject({
      code: 2,
      said: expect.stringContaining('is no address'),
    });
    expect(await check('--desc', 'x')).toMatchObject({ code: 2 });
    expect(await check('--desk', 'http://desk.localhost:1')).toMatchObject({
      code: 1,
      said: expect.stringContaining('It did not work'),
    });
  });
});
