import { toHex } from '@leeward/sealed-log/wire';
import { removeMember } from '@leeward/workspace/desk/removal.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { foundAt, openDesk } from '../support/desk.ts';
import { asFile, type DirectoryDesk, directoryAt, mechanism, releaseOf } from '../support/directory.ts';
import { isPart, offline, swallowsAnswers, swallowsRequests } from '../support/hostile-relay.ts';
import { type House, openHouse } from '../support/house.ts';
import { startTestRelay } from '../support/relay.ts';
import { settle, spokenTwice } from '../support/world.ts';

const houses: Pick<House, 'end'>[] = [];
afterEach(async () => {
  for (const house of houses.splice(0)) await house.end();
});

const shipped = releaseOf('2026.1.0', [mechanism('first-fund'), mechanism('second-fund')]);
const source = { source: 'https://example.org/news', sourceDate: '2025-12-20', note: '' };

async function directories() {
  const house = await openHouse();
  houses.push(house);
  return { ...house, atOne: directoryAt(house.one, shipped), atTwo: directoryAt(house.two, shipped) };
}

const entryOf = (view: DirectoryView, id: string) => {
  const found = view.entries.find(({ entry }) => entry.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
/** What is the same on every desk: all but what one member may do, and what she has not sent. */
const common = ({ may: _may, pending: _pending, proposals, ...view }: DirectoryView) => ({
  ...view,
  proposals: proposals.map(({ mayConfirm: _mine, ...one }) => one),
});
const change = (desk: DirectoryDesk, field: string, from: unknown, to: unknown, id = 'first-fund') =>
  desk.call('proposeChange', { mechanism: id, changes: [{ field, from, to }], confirm: true, ...source });

describe('two desks and one directory', () => {
  it('[fault 6] that both begin at the same moment is one record, with the work of both', async () => {
    const { one, two, hostile, atOne, atTwo } = await directories();
    hostile.does('one', offline);
    await change(atOne, 'speed.helpDays', 1, 3);
    await change(atOne, 'name', 'Synthetic second-fund', 'Synthetic Second Fund', 'second-fund');
    expect((await atOne.call('directory', {})).pending).toMatchObject([
      { command: 'proposeChange', delivery: 'kept', mechanism: 'first-fund' },
      { command: 'proposeChange', delivery: 'kept', mechanism: 'second-fund' },
    ]);
    await change(atTwo, 'speed.helpDays', 1, 5);
    await two.sync();
    hostile.does('one', swallowsAnswers(2), swallowsRequests(1));
    await settle([one, two]);
    hostile.behaves();
    await settle([one, two]);
    const [mine, theirs] = [await atOne.call('directory', {}), await atTwo.call('directory', {})];
    expect(common(mine)).toEqual(common(theirs));
    expect(mine.pending).toEqual([]);
    expect(entryOf(mine, 'second-fund').entry.name).toBe('Synthetic Second Fund');
    // Both were confirmed apart: the later in the log is shown, the other is beside it, and somebody chooses.
    const { entry, conflicts } = entryOf(mine, 'first-fund');
    expect(entry.speed.helpDays).toBe(3);
    expect(conflicts).toMatchObject([{ field: 'speed.helpDays', kinds: ['colleagues'] }]);
    expect(conflicts[0]?.mine.map(({ value }) => value)).toEqual([5, 3]);
    expect(spokenTwice(hostile)).toEqual([]);
    await change(atTwo, 'speed.helpDays', 3, 5);
    await settle([two, one]);
    const chosen = entryOf(await atOne.call('directory', {}), 'first-fund');
    expect([chosen.entry.speed.helpDays, chosen.conflicts]).toEqual([5, []]);
  });

  it('leads nobody to another address before a second member has confirmed it', async () => {
    const { one, two, hostile, atOne, atTwo } = await directories();
    const from = mechanism('first-fund').link.url;
    const kept = await change(atOne, 'link.url', from, 'https://example.com/moved');
    expect(kept).toMatchObject({ type: 'kept', needsOther: true });
    hostile.does('two', swallowsAnswers(1));
    await settle([one, two]);
    const proposed = await atTwo.call('directory', {});
    expect(entryOf(proposed, 'first-fund').entry.link.url).toBe(from);
    const [proposal] = proposed.proposals;
    if (proposal === undefined) throw new Error('nothing was proposed');
    expect(proposal).toMatchObject({ needsOther: true, mayConfirm: true });
    expect(await atOne.attempt('confirmChange', { proposal: proposal.proposal })).toMatchObject({
      error: { refusal: { code: 'second_needed' } },
    });
    await atTwo.call('confirmChange', { proposal: proposal.proposal });
    await settle([two, one]);
    const shown = entryOf(await atOne.call('directory', {}), 'first-fund');
    expect(shown.entry.link.url).toBe('https://example.com/moved');
    expect(shown.changes).toMatchObject([{ field: 'link.url', released: from, ...source }]);
  });

  it('[rule 1] gives no effect to a confirmation by somebody who was removed before it was written', async () => {
    const { one, two, hostile, atOne, atTwo } = await directories();
    const from = mechanism('first-fund').link.url;
    await change(atOne, 'link.url', from, 'https://example.com/moved');
    await settle([one, two]);
    const [proposal] = (await atTwo.call('directory', {})).proposals;
    hostile.does('two', offline);
    await two.sync();
    await atTwo.call('confirmChange', { proposal: proposal?.proposal ?? '' });
    expect(await removeMember(one.engine, toHex(two.engine.keys.member.id))).toMatchObject({ ok: true });
    hostile.behaves();
    await two.sync();
    await one.sync();
    const view = await atOne.call('directory', {});
    expect(entryOf(view, 'first-fund').entry.link.url).toBe(from);
    expect(view.proposals).toMatchObject([{ proposal: proposal?.proposal }]);
  });
});

describe('a newer public release', () => {
  const newer = releaseOf('2026.2.0', [
    mechanism('first-fund', { name: 'Synthetic First Fund', family: 'no' }),
    mechanism('third-fund'),
  ]);

  it('comes from one desk to all, under the work of all, and nothing of theirs is lost', async () => {
    const { one, two, hostile, atOne, atTwo } = await directories();
    await change(atTwo, 'family', 'yes', 'case-by-case');
    await change(atTwo, 'speed.helpDays', 1, 4);
    await change(atTwo, 'speed.helpDays', 1, 9, 'second-fund');
    await settle([two, one]);
    const read = await atOne.call('readRelease', { file: asFile(newer) });
    expect(read).toMatchObject({
      type: 'release',
      added: ['third-fund'],
      removed: ['second-fund'],
      changed: ['first-fund'],
      conflicts: [{ mechanism: 'first-fund', field: 'family' }],
    });
    const { hash } = read;
    // An older file, the one in use, and another one than was looked at change nothing.
    const older = releaseOf('2025.12.3', [mechanism('first-fund')]);
    for (const [file, why] of [
      [older, 'older'],
      [shipped, 'same'],
    ] as const)
      expect(await atOne.call('importRelease', { file: asFile(file), hash })).toMatchObject({
        why,
        inUse: '2026.1.0',
      });
    expect(await atOne.call('importRelease', { file: asFile(newer), hash: 'ab'.repeat(32) })).toMatchObject({
      why: 'another-file',
    });
    expect(one.engine.outbox).toEqual([]);
    hostile.does('one', swallowsAnswers(1, isPart), swallowsAnswers(1));
    expect(await atOne.call('importRelease', { file: asFile(newer), hash })).toMatchObject({
      type: 'release',
    });
    await settle([one, two]);
    hostile.behaves();
    expect((await atTwo.call('directory', {})).waitingFor).toMatchObject({ version: '2026.2.0', hash });
    let view = await atTwo.call('directory', {});
    for (let round = 0; view.waitingFor !== null && round < 200; round += 1) {
      await new Promise((resume) => setTimeout(resume, 10));
      view = await atTwo.call('directory', {});
    }
    expect(view.release).toMatchObject({ version: '2026.2.0', hash, from: 'imported' });
    expect(common(await atOne.call('directory', {}))).toEqual(common(view));
    const first = entryOf(view, 'first-fund');
    expect(first.entry).toMatchObject({ name: 'Synthetic First Fund', family: 'case-by-case' });
    expect(first.entry.speed.helpDays).toBe(4);
    expect(first.conflicts).toMatchObject([
      { field: 'family', kinds: ['release'], released: 'no', mine: [{ value: 'case-by-case', base: 'yes' }] },
    ]);
    expect(view.orphans).toMatchObject([
      { mechanism: 'second-fund', changes: [{ field: 'speed.helpDays', value: 9 }] },
    ]);
    // What the desk holds of it lies there sealed, under a name that tells nothing.
    for (const { name, value } of await two.store.values('')) {
      expect(name).not.toContain(hash);
      expect(new TextDecoder().decode(value)).not.toContain('first-fund');
    }
    // The same device on the next morning has it without asking anybody.
    const again = await two.reopened(async () => Promise.reject(new TypeError('no line')));
    const morning = await directoryAt(again, shipped).call('directory', {});
    expect(morning.release).toMatchObject({ hash });
    expect(common(morning)).toEqual(common(view));
    again.stop();
  });
});

describe('a desk', () => {
  it('[fault 14] keeps a form of the directory until its command was taken, tells screens, and exports what it shows', async () => {
    const relay = await startTestRelay();
    const directory = async () => new TextEncoder().encode(JSON.stringify(shipped));
    const desk = await openDesk(relay, { directory });
    houses.push({
      end: async () => {
        desk.stop();
        await relay.end();
      },
    });
    await foundAt(desk, relay);
    const typed = { entry: { name: 'Half a form' } };
    await desk.call('keepDraft', { command: 'addMechanism', record: null, form: typed });
    const wrong = await desk.call('addMechanism', { ...typed, ...source });
    expect(wrong.type).toBe('flaws');
    expect(await desk.call('drafts', {})).toMatchObject([{ command: 'addMechanism', form: typed }]);
    const before = desk.messages.length;
    const added = await desk.call('addMechanism', { entry: mechanism('ignored'), ...source });
    expect(added.type).toBe('kept');
    expect(await desk.call('drafts', {})).toEqual([]);
    const view = await desk.until('directory', {}, ({ pending }) => pending.length === 0);
    expect(view.entries.map(({ origin }) => origin)).toEqual(['release', 'local', 'release']);
    const told = desk.messages.slice(before).flatMap((one) => ('changed' in one ? one.changed : []));
    expect(told).toContain('directory');
    const { bytes } = await desk.call('exportDirectory', { format: 'csv', mechanisms: null, words: null });
    expect(new TextDecoder().decode(bytes).split('\r\n')).toHaveLength(5);
  });
});
