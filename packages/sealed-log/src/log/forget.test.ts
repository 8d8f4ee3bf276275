import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import type { Desk } from '../testing/index.ts';
import {
  admit,
  chainOf,
  entriesOf,
  epochOf,
  forgetting,
  found,
  foundTeam,
  judgementOf,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  remove,
  rotateRecord,
  rotateTeam,
  saying,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import { decode, encode } from '../wire/codec.ts';
import { entry } from '../wire/entry.ts';
import { capabilities } from '../wire/organisation.ts';
import type { ForgetTarget } from '../wire/record.ts';
import { emptyChain, extendChainBy } from './chain.ts';
import { applyForgotten, forgottenBlobs, sealForget, targetsFor, withoutParts } from './forget.ts';
import { judge } from './judge.ts';
import { planReadmission, sealReadmission } from './readmit.ts';
import { prefixOf } from './tails.ts';

let ada: Desk;
let ben: Desk;
/** May have things forgotten, without being an administrator. */
let cleo: Desk;
let team: Bytes;
let record: Bytes;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  cleo = await admit(ada, 'Cleo', capabilities.forget);
  team = await foundTeam(ada, [ada, ben, cleo]);
  await pull(ada, ben, cleo);
  record = await openRecord(ada, [teamReader(ada, team)]);
  for (const text of ['stays', 'a name', 'stays too']) await write(ada, record, text);
  await pull(ben, cleo);
});

const hashAt = (position: number): Bytes => chainOf(ada, record).links[position]!.hash;
const entryAt = (position: number): ForgetTarget => ({ type: 'entry', position, entry: hashAt(position) });

describe('a forget entry', () => {
  it('takes the words and leaves the chain [rule 5]', async () => {
    await postEntry(cleo, record, await forgetting(cleo, record, [entryAt(2)]));
    await pull(ada, ben);
    expect(await textsOf(ben, record)).toEqual(['stays', 'stays too']);
    expect(await verdictsOf(ben, record)).toEqual([
      'in-force',
      'in-force',
      'forgotten',
      'in-force',
      'in-force',
    ]);
    const forgotten = await applyForgotten(chainOf(ben, record), await judgementOf(ben, record));
    expect(toHex(forgotten.links[2]!.bytes)).not.toContain(
      toHex(chainOf(ada, record).links[2]!.read.entry.body),
    );
    // What is left still verifies from its bytes alone, and means the same.
    const bytes = forgotten.links.map((link) => link.bytes);
    const { skeleton, keyring } = ben.log;
    const again = await extendChainBy(emptyChain(orgOf(ben), record), bytes, skeleton, keyring);
    expect(again.stopped).toBeNull();
    const judgement = await judge(again.chain, skeleton);
    expect(judgement.effects.map((effect) => effect.position)).toEqual([1, 3]);
    expect(await applyForgotten(again.chain, judgement)).toEqual(again.chain);
  });

  it('needs the right, at the head that it cites', async () => {
    await postEntry(ben, record, await forgetting(ben, record, [entryAt(2)]));
    await pull(ada);
    expect((await verdictsOf(ada, record)).at(-1)).toBe('void: may-not-forget');
    expect(await textsOf(ada, record)).toContain('a name');
  });

  it('of a removed person beyond the cut destroys nothing [rule 1]', async () => {
    const late = await forgetting(cleo, record, [{ type: 'record' }]);
    await remove(ada, [cleo]);
    await rotateTeam(ada, team);
    await postEntry(cleo, record, late);
    await pull(ada);
    await rotateRecord(ada, record, [teamReader(ada, team)]);
    expect(await verdictsOf(ada, record)).toContain('set-aside');
    expect(await textsOf(ada, record)).toEqual(['stays', 'a name', 'stays too']);
    expect((await judgementOf(ada, record)).forgotten).toEqual([]);
  });

  it('cannot take an epoch or another forget entry away from under the rest', async () => {
    const forgets = await forgetting(cleo, record, [entryAt(0), entryAt(2)]);
    await postEntry(cleo, record, forgets);
    await pull(ada);
    expect(await textsOf(ada, record)).toEqual(['stays', 'stays too']);
    await postEntry(ada, record, await forgetting(ada, record, [entryAt(4)]));
    expect(await textsOf(ada, record)).toEqual(['stays', 'stays too']);
    expect(targetsFor(chainOf(ada, record), [hashAt(0)])).toEqual({ ok: false, error: 'not-content' });
    expect(targetsFor(chainOf(ada, record), [hashAt(4)])).toEqual({ ok: false, error: 'not-content' });
    expect(targetsFor(chainOf(ada, record), [randomBytes(32)])).toEqual({
      ok: false,
      error: 'unknown-entry',
    });
  });

  it('takes a whole record, keys and all', async () => {
    await postEntry(ada, record, await forgetting(ada, record, [{ type: 'record' }]));
    await pull(ben);
    expect(await textsOf(ben, record)).toEqual([]);
    const forgotten = await applyForgotten(chainOf(ben, record), await judgementOf(ben, record));
    expect(forgotten.keys.size).toBe(0);
    expect(forgotten.links.slice(0, 4).every((link) => link.opened.type === 'missing')).toBe(true);
    expect((await judge(forgotten, skeletonOf(ben))).judged.at(-1)!.verdict.type).toBe('in-force');
  });

  it('names blobs, whose parts go too', async () => {
    const blob = randomBytes(32);
    await postEntry(ada, record, await forgetting(ada, record, [{ type: 'blob', blob }]));
    expect(forgottenBlobs(await judgementOf(ada, record))).toEqual([blob]);
  });

  it('names everything that repeats the words: twins of an action, and readmissions of it [rule 3]', async () => {
    const body = saying('said twice', randomBytes(16));
    await write(ben, record, '', { body });
    await write(ben, record, '', { body });
    await pull(ada);
    const targets = unwrap(targetsFor(chainOf(ada, record), [hashAt(4)]));
    expect(targets.map((one) => (one.type === 'entry' ? one.position : -1))).toEqual([4, 5]);
    const epoch = await epochOf(ada, record);
    await postEntry(
      ada,
      record,
      await sealForget(ada.device, placeOf(ada, record), epoch, targets, saying('asked')),
    );
    await pull(ben);
    expect(await textsOf(ben, record)).toEqual(['stays', 'a name', 'stays too']);
  });

  it('holds against what comes back later: a readmission, a withheld body, a restored backup [rule 3]', async () => {
    const before = chainOf(ben, record);
    const backup = [...entriesOf(ada.shared, record)];
    await postEntry(ada, record, await forgetting(ada, record, [entryAt(2)]));
    await pull(ben, cleo);
    // Ben’s device held the words when they were forgotten and would readmit them.
    const prefix = prefixOf(chainOf(ben, record), 1);
    const plan = planReadmission(before, before.links.slice(2), prefix, await judgementOf(ben, record));
    expect(plan.leave.map((one) => one.why)).toEqual(['forgotten']);
    const readmitted = { hash: hashAt(2), displaced: before.links[2]!.bytes, epochs: [] };
    const epoch = await epochOf(ben, record);
    await postEntry(ben, record, await sealReadmission(ben.device, placeOf(ben, record), epoch, readmitted));
    await pull(cleo);
    expect((await verdictsOf(cleo, record)).at(-1)).toBe('readmitted: duplicate');
    // A desk restored from a backup pulls the rest, and forgets again before it shows anything.
    const entries = [...backup, ...entriesOf(ada.shared, record).slice(backup.length)];
    const { skeleton, keyring } = cleo.log;
    const { chain } = await extendChainBy(emptyChain(orgOf(cleo), record), entries, skeleton, keyring);
    const restored = await applyForgotten(chain, await judge(chain, skeleton));
    expect(restored.links[2]!.opened.type).toBe('missing');
    expect(restored.links[2]!.bytes).toEqual(withoutParts(backup[2]!));
  });

  it('keeps its effect where its reason is withheld', async () => {
    await postEntry(ada, record, await forgetting(ada, record, [entryAt(2)]));
    const entries = entriesOf(ada.shared, record);
    const parts = unwrap(decode(entry, entries.at(-1)!));
    entries[entries.length - 1] = encode(entry, { ...parts, body: new Uint8Array(0) });
    await pull(ben);
    expect(await textsOf(ben, record)).toEqual(['stays', 'stays too']);
  });
});
