import { randomBytes, toHex, utf8 } from '@leeward/sealed-log/wire';
import type { SearchView } from '@leeward/workspace/search/contract.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { testStore } from '../support/test-store.ts';

/* Search at a desk: the real session over a real relay, and a store that can be looked into. */

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

const question = (text: string) => ({ text, places: [], kinds: [], limit: 20 }) as const;
const finds =
  (count: number) =>
  ({ total }: SearchView): boolean =>
    total === count;

async function house() {
  const relay = await startTestRelay();
  const store = testStore();
  const desk = await openDesk(relay, { store });
  open.push(relay, desk);
  const view = await foundAt(desk, relay);
  const { case: record } = await desk.call('openCase', {
    record: toHex(randomBytes(32)),
    pseudonym: 'Alder',
    teams: [teamOf(view, 'protection')],
    urgent: true,
  });
  await desk.until('case', { record }, (file) => file.pending.length === 0);
  return { relay, store, desk, record };
}

describe('search at a desk', () => {
  it('finds what was written a moment ago, with the line of its record', async () => {
    const { desk, record } = await house();
    await desk.call('addNote', { record, text: 'Met Youssef at the canary wharf.' });
    const found = await desk.until('search', question('canary'), finds(1));
    expect(found.groups).toMatchObject([
      { kind: 'case', record, line: { pseudonym: 'Alder' }, excerpts: [{ part: 'note' }] },
    ]);
    expect((await desk.call('search', question('يوسف'))).total).toBe(1);
    expect((await desk.call('search', question('alder'))).total).toBe(1);
    expect((await desk.call('search', question('nobody'))).total).toBe(0);
  });

  it('is sealed on the device, and there again after the desk was closed', async () => {
    const { relay, store, desk, record } = await house();
    await desk.call('addNote', { record, text: 'A canary that is looked for later.' });
    await desk.until('search', question('canary'), finds(1));
    await desk.until('case', { record }, (file) => file.pending.length === 0);
    const kept = async (): Promise<boolean> => (await store.names('texts:')).length > 0;
    for (let round = 0; round < 200 && !(await kept()); round += 1)
      await new Promise((resume) => setTimeout(resume, 50));
    expect(await kept()).toBe(true);
    expect(store.everything().some((bytes) => Buffer.from(bytes).includes(Buffer.from(utf8('canary'))))).toBe(
      false,
    );
    await desk.call('lock', {});
    expect(await desk.attempt('search', question('canary'))).toMatchObject({ error: { code: 'locked' } });
    desk.stop();
    const again = await openDesk(relay, { store });
    open.push(again);
    await again.call('unlock', { passphrase });
    await again.until('search', question('canary'), finds(1));
  });

  it('is made anew where what was kept of it is lost or spoiled: it is a cache', async () => {
    const { relay, store, desk, record } = await house();
    await desk.call('addNote', { record, text: 'A canary in the logs.' });
    await desk.until('search', question('canary'), finds(1));
    await desk.until('case', { record }, (file) => file.pending.length === 0);
    await desk.call('lock', {});
    desk.stop();
    for (const name of await store.names('texts:')) await store.put(name, new Uint8Array([1, 2, 3]));
    const again = await openDesk(relay, { store });
    open.push(again);
    await again.call('unlock', { passphrase });
    await again.until('search', question('canary'), finds(1));
  });
});
