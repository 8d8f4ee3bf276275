import { toHex, utf8 } from '@leeward/sealed-log/wire';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, type TestDesk } from '../support/desk.ts';
import { hostileRelay, offline } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';
import { testStore } from '../support/test-store.ts';

/* Views of lists and what is taken out of them: the real session over a real relay. */

const open: (TestDesk | TestRelay)[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await ('end' in one ? one.end() : one.stop());
});

async function house() {
  const relay = await startTestRelay();
  const store = testStore();
  const hostile = hostileRelay(relayFetch(relay.address));
  const desk = await openDesk(relay, { store, fetch: hostile.of('desk') });
  open.push(relay, desk);
  await foundAt(desk, relay);
  return { store, hostile, desk };
}

const table = [
  ['Request', 'Country'],
  ['=HYPERLINK("http://example.org")', 'Tunisia'],
] as const;
const taking = {
  list: 'requests',
  format: 'csv',
  table,
  columns: ['request', 'country'],
  filter: 'Country: Tunisia',
  sort: '',
  reason: 'For the meeting with the lawyer.',
  words: { sheet: 'Requests', rightToLeft: false },
} as const;

describe('taking out what a list shows', () => {
  it('[rule 24] is said in the log of the team before the file is given, with the hash of that very file', async () => {
    const { desk } = await house();
    const { name, bytes } = await desk.call('takeOut', taking);
    expect(name).toMatch(/^leeward-\d{4}-\d{2}-\d{2}\.csv$/);
    const text = new TextDecoder().decode(bytes ?? new ArrayBuffer(0));
    // What a stranger wrote is no formula in anybody's spreadsheet.
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`);
    const [told] = await desk.call('takenOut', { list: 'requests' });
    const hash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer(0))));
    const { table: _table, words: _words, ...said } = taking;
    expect(told).toMatchObject({ ...said, rows: 1, hash });
    expect(await desk.call('takenOut', { list: 'cases' })).toEqual([]);
  });

  it('keeps what was typed for it until it is done, and longer where it could not be', async () => {
    const { desk, hostile } = await house();
    const form = { format: 'csv', reason: taking.reason };
    await desk.call('keepDraft', { command: 'takeOut:requests', record: null, form });
    await desk.call('keepDraft', { command: 'keepView:requests', record: null, form: { name: 'Urgent, w' } });
    hostile.does('desk', offline);
    expect(await desk.attempt('takeOut', { ...taking, reason: ' ' })).toMatchObject({ ok: false });
    expect(await desk.call('drafts', {})).toHaveLength(2);
    hostile.behaves();
    await desk.until('session', {}, (one) => one.type === 'open' && one.connection === 'online');
    await desk.call('takeOut', taking);
    expect(await desk.call('drafts', {})).toMatchObject([{ command: 'keepView:requests' }]);
    const view = { view: '0'.repeat(32), list: 'requests', name: 'Urgent, waiting', form: '{}' };
    await desk.call('keepView', { view });
    expect(await desk.call('drafts', {})).toEqual([]);
  });

  it('[rule 24] gives nothing and says nothing where colleagues cannot be told, or no reason was typed', async () => {
    const { desk, hostile } = await house();
    expect(await desk.attempt('takeOut', { ...taking, reason: ' ' })).toMatchObject({
      error: { code: 'refused' },
    });
    hostile.does('desk', offline);
    expect(await desk.attempt('takeOut', taking)).toMatchObject({ error: { code: 'offline' } });
    hostile.behaves();
    await desk.until('session', {}, (view) => view.type === 'open' && view.unsent === 0);
    expect(await desk.call('takenOut', { list: 'requests' })).toEqual([]);
  });
});

describe('views of a list', () => {
  const view = {
    view: 'ab'.repeat(16),
    list: 'requests',
    name: 'canary view',
    form: '{"shape":{}}',
  } as const;

  it('of my own lie sealed on this device, and go when I say so', async () => {
    const { desk, store } = await house();
    await desk.call('keepView', { view });
    expect((await desk.call('views', { list: 'requests' })).mine).toEqual([view]);
    expect((await desk.call('views', { list: 'cases' })).mine).toEqual([]);
    const has = store.everything().some((bytes) => Buffer.from(bytes).includes(Buffer.from(utf8('canary'))));
    expect(has).toBe(false);
    await desk.call('dropView', { list: 'requests', view: view.view });
    expect((await desk.call('views', { list: 'requests' })).mine).toEqual([]);
  });

  it('that the team shares stand in its log until somebody takes them away', async () => {
    const { desk } = await house();
    await desk.call('shareView', { view });
    const shared = await desk.until('views', { list: 'requests' }, (views) => views.shared.length === 1);
    expect(shared).toMatchObject({ canShare: true, shared: [{ name: 'canary view' }] });
    await desk.call('withdrawView', { list: 'requests', view: view.view });
    await desk.until('views', { list: 'requests' }, (views) => views.shared.length === 0);
  });
});
