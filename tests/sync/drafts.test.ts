import { randomBytes, toHex, utf8 } from '@leeward/sealed-log/wire';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk, passphrase, type TestDesk, teamOf } from '../support/desk.ts';
import { hostileRelay, offline } from '../support/hostile-relay.ts';
import { startTestRelay, type TestRelay } from '../support/relay.ts';
import { relayFetch } from '../support/relay-fetch.ts';
import { type TestStore, testStore } from '../support/test-store.ts';

/* What is half filled in at a desk: the real session, over a store that can be looked into and that can die. */

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
  const view = await foundAt(desk, relay);
  const { case: record } = await desk.call('openCase', {
    record: toHex(randomBytes(32)),
    pseudonym: 'Alder',
    teams: [teamOf(view, 'protection')],
    urgent: true,
  });
  await desk.until('case', { record }, (file) => file.pending.length === 0);
  return { relay, store, hostile, desk, record };
}

const has = (store: TestStore, text: string): boolean =>
  store.everything().some((bytes) => Buffer.from(bytes).includes(Buffer.from(utf8(text))));

describe('a form that is half filled in', () => {
  it('is there again after a lock, a reload and a battery that died, and for every command that has a form', async () => {
    const { relay, store, desk, record } = await house();
    const begun = [
      { command: 'addNote', record, form: { text: 'A note that is not finished.' } },
      { command: 'setNextStep', record, form: { text: 'Call', date: '2026-01-02' } },
      { command: 'decline', record: toHex(randomBytes(32)), form: { words: 'Kind words', days: 90 } },
      { command: 'setUrgency', record, form: { chosen: 'urg_high', reason: 'because' } },
      { command: 'publishDoor', record: null, form: { languages: ['ar'], name: { ar: 'عون' } } },
    ] as const;
    for (const draft of begun) await desk.call('keepDraft', draft);
    const kept = async (one: TestDesk) =>
      (await one.call('drafts', {})).map(({ since: _since, ...draft }) => draft);
    expect(await kept(desk)).toEqual(expect.arrayContaining([...begun]));

    await desk.call('lock', {});
    expect(await desk.attempt('drafts', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    await desk.call('unlock', { passphrase });
    expect(await kept(desk)).toHaveLength(begun.length);

    desk.stop();
    store.crash();
    const again = await openDesk(relay, { store });
    open.push(again);
    await again.call('unlock', { passphrase });
    expect(await kept(again)).toEqual(expect.arrayContaining([...begun]));
  });

  it('lies sealed on the device, under names that tell neither the form nor the record', async () => {
    const { store, desk, record } = await house();
    await desk.call('keepDraft', { command: 'addNote', record, form: { text: 'canary in a note' } });
    const names = await store.names('typed:');
    expect(names).toHaveLength(1);
    expect(names.join()).not.toContain(record);
    expect(names.join()).not.toContain('addNote');
    expect(has(store, 'canary in a note')).toBe(false);
  });

  it('goes with its own command, and with no other', async () => {
    const { desk, record } = await house();
    await desk.call('keepDraft', { command: 'addNote', record, form: { text: 'one' } });
    await desk.call('keepDraft', { command: 'setNextStep', record, form: { text: 'two', date: '' } });
    await desk.call('addNote', { record, text: 'one' });
    expect((await desk.call('drafts', {})).map((draft) => draft.command)).toEqual(['setNextStep']);
    await desk.call('setNextStep', { record, text: 'two', date: '' });
    expect(await desk.call('drafts', {})).toEqual([]);
  });

  it('goes when its author throws it away', async () => {
    const { store, desk, record } = await house();
    await desk.call('keepDraft', { command: 'addNote', record, form: { text: 'one' } });
    await desk.call('keepDraft', { command: 'addNote', record, form: null });
    expect(await desk.call('drafts', {})).toEqual([]);
    expect(await store.names('typed:')).toEqual([]);
  });

  it('stays where its command could not be carried out', async () => {
    const { hostile, desk } = await house();
    const form = { languages: ['en'], name: { en: 'Synthetic Aid' } };
    await desk.call('keepDraft', { command: 'publishDoor', record: null, form });
    hostile.does('desk', offline);
    const texts = { v: 1, languages: ['en'], name: { en: 'x' }, retention: {}, contacts: {} } as const;
    expect(await desk.attempt('publishDoor', { texts })).toMatchObject({ ok: false });
    expect(await desk.call('drafts', {})).toMatchObject([{ command: 'publishDoor', form }]);
  });

  it('is not said to be kept where the device has no space, and can be kept again afterwards', async () => {
    const { store, desk, record } = await house();
    const draft = { command: 'addNote', record, form: { text: 'one' } } as const;
    store.failAfter(0);
    expect(await desk.attempt('keepDraft', draft)).toMatchObject({ ok: false, error: { code: 'no-space' } });
    store.failAfter(null);
    await desk.call('keepDraft', draft);
    expect(await desk.call('drafts', {})).toMatchObject([draft]);
  });
});

describe('an act that was refused', () => {
  it('keeps what was done after it back until somebody decides, and no longer', async () => {
    const { desk, record } = await house();
    await desk.call('addNote', { record, text: 'x'.repeat(9000) });
    const refused = await desk.until('case', { record }, ({ pending }) => pending[0]?.delivery === 'refused');
    await desk.call('addNote', { record, text: 'Written after it.' });
    expect((await desk.call('case', { record })).pending).toHaveLength(2);
    await desk.call('discardPending', { action: refused.pending[0]?.action ?? '' });
    // At once, and not with the next round, which comes after a minute.
    const file = await desk.until('case', { record }, ({ pending }) => pending.length === 0);
    expect(file.state.notes.map(({ text }) => text)).toEqual(['Written after it.']);
  });
});
