/** A relay as a process of its own: `node relay-process.ts <data folder> <quotas as JSON>`. It prints where it listens. */
import { flushCompileCache } from 'node:module';
import { startRelay } from '@leeward/relay';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { noPages } from './no-pages.ts';

const [data = '', quotas = '{}'] = process.argv.slice(2);
const relay = await startRelay(
  {
    data,
    port: 0,
    apps: noPages,
    quotas: { ...defaultQuotas, freeBytes: 0, ...(JSON.parse(quotas) as object) },
  },
  { log: () => {} },
);
const token = relay.organisations() === 0 ? await relay.token() : '';
// Written now: most of these processes are killed before they could.
flushCompileCache();
console.log(JSON.stringify({ ...relay.address, token, pid: process.pid }));
// Whatever becomes of the test that started it, it does not stay behind.
process.stdin.resume();
process.stdin.once('close', () => process.exit(1));
process.once('SIGTERM', () => {
  relay.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
