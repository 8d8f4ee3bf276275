import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import { contentKeyOf, epochCommitment, newEpochKey, wrapForPublicKey } from '../keys/epoch.ts';
import { nextEpochOf } from '../keys/rotation.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  admit,
  chainOf,
  epochOf,
  found,
  foundTeam,
  generationOf,
  judgementOf,
  memberReader,
  nextEpoch,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  rotateRecord,
  rotation,
  sealText,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import type { EpochBody } from '../wire/body.ts';
import { epochBody } from '../wire/body.ts';
import { decode, encode } from '../wire/codec.ts';
import { entry as entryCodec } from '../wire/entry.ts';
import type { EpochClear } from '../wire/record.ts';
import { epochClear } from '../wire/record.ts';
import { sealEpoch } from './epoch-entry.ts';
import type { SealedEntry } from './seal.ts';
import { openBody, sealBody, signEntry } from './seal.ts';

let ada: Desk;
let ben: Desk;
let cleo: Desk;
/** Ada and Ben; Cleo is in the organisation and not in the team. */
let team: Bytes;
let record: Bytes;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  cleo = await admit(ada, 'Cleo');
  team = await foundTeam(ada, [ada, ben]);
  await pull(ada, ben, cleo);
  record = await openRecord(ada, [teamReader(ada, team)]);
  await write(ada, record, 'before');
  await pull(ben, cleo);
});

type Parts = { readonly clear: EpochClear; readonly body: EpochBody };

/** The same epoch with other parts, signed by the desk that it came from. */
async function altered(
  desk: Desk,
  sealed: SealedEntry & { readonly key: Bytes },
  change: (parts: Parts) => Parts | Promise<Parts>,
): Promise<SealedEntry> {
  const { clear, body } = unwrap(decode(entryCodec, sealed.bytes));
  const key = await contentKeyOf(sealed.key);
  const parts = await change({
    clear: unwrap(decode(epochClear, clear)),
    body: unwrap(await openBody(key, sealed.header, body, epochBody)),
  });
  const resealed = await sealBody(key, sealed.header, encode(epochBody, parts.body));
  return signEntry(desk.device, sealed.header, encode(epochClear, parts.clear), resealed, null);
}

const last = async (desk: Desk): Promise<string> => (await verdictsOf(desk, record)).at(-1) ?? 'nothing';

async function postAltered(change: (parts: Parts) => Parts | Promise<Parts>, by = ben): Promise<string> {
  const sealed = await nextEpoch(by, record, [teamReader(by, team)]);
  await postEntry(by, record, await altered(by, sealed, change));
  await pull(ada, ben);
  return last(ada);
}

const place = () => ({ org: orgOf(ada), record, prev: chainOf(ben, record).links.at(-1)!.hash });

describe('an epoch', () => {
  it('is unchanged by a test that changes nothing', async () => {
    expect(await postAltered((parts) => parts)).toBe('in-force');
  });

  it('with one recipient more than it names blocks everybody from writing under it [rule 11]', async () => {
    const sealed = await nextEpoch(ben, record, [teamReader(ben, team)]);
    const extra = await wrapForPublicKey(sealed.key, place(), cleo.member.sealingKey);
    const withExtra = await altered(ben, sealed, ({ clear, body }) => ({
      clear: { ...clear, wraps: [...clear.wraps, extra] },
      body,
    }));
    await postEntry(ben, record, withExtra);
    await pull(ada);
    expect(await last(ada)).toBe('void: extra-recipient');
    // Writing goes on under the epoch before.
    await write(ada, record, 'under the epoch before');
    await pull(ben, cleo);
    expect(await textsOf(ben, record)).toEqual(['before', 'under the epoch before']);
  });

  it('cannot hide a recipient behind the tag of another, or among the dummies [rule 11][rule 26]', async () => {
    const sealed = await nextEpoch(ben, record, [teamReader(ben, team)]);
    const { sealed: forCleo } = await wrapForPublicKey(sealed.key, place(), cleo.member.sealingKey);
    const twins = await altered(ben, sealed, ({ clear, body }) => {
      const tag = body.recipients[0]!.tag;
      return { clear: { ...clear, wraps: [...clear.wraps, { tag, form: 2, sealed: forCleo }] }, body };
    });
    await postEntry(ben, record, twins);
    expect(await last(ben)).toBe('void: extra-recipient');
    const again = await nextEpoch(ben, record, [teamReader(ben, team)]);
    const posing = await altered(ben, again, ({ clear, body }) => {
      const dummy = clear.wraps.findIndex((one) => toHex(one.tag) !== toHex(body.recipients[0]!.tag));
      const wraps = clear.wraps.with(dummy, { ...clear.wraps[dummy]!, form: 2, sealed: forCleo });
      return { clear: { ...clear, wraps }, body };
    });
    await postEntry(ben, record, posing);
    expect(await last(ben)).toBe('void: extra-recipient');
  });

  it('that names a wrap for another than it is for is doubted by whoever can check it [rule 11]', async () => {
    const other = await foundTeam(ada, [ada]);
    await pull(ben);
    const doubtful = await postAltered(({ clear, body }) => {
      const recipients = body.recipients.map(({ tag }) => ({
        tag,
        recipient: { type: 'team' as const, team: other, generation: 1 },
      }));
      return { clear, body: { ...body, recipients } };
    });
    expect(doubtful).toBe('in-force');
    expect((await judgementOf(ada, record)).epochDoubt).toBe('misnamed-wrap');
  });

  it('whose author is not among its readers is doubted: she knows its key [rule 11]', async () => {
    const handed = await openRecord(cleo, [teamReader(cleo, team)]);
    await pull(ada);
    expect(await verdictsOf(ada, handed)).toEqual(['in-force']);
    expect((await judgementOf(ada, handed)).epochDoubt).toBe('author-is-no-reader');
    await rotateRecord(ada, handed, [teamReader(ada, team)]);
    expect((await judgementOf(ada, handed)).epochDoubt).toBeNull();
    expect((await judgementOf(ada, record)).epochDoubt).toBeNull();
  });

  it('cannot be taken over by somebody who does not read the one before [rule 28]', async () => {
    // With the relay’s help Cleo posts the next epoch, for the team and herself, with a key that she knows.
    const before = { hash: (await judgementOf(cleo, record)).epoch!.hash, key: newEpochKey() };
    const readers = [teamReader(cleo, team), memberReader(cleo)];
    const taken = await sealEpoch(cleo.device, placeOf(cleo, record), readers, before, []);
    await postEntry(cleo, record, taken);
    await pull(ada, ben);
    expect(await last(ada)).toBe('void: takes-over');
    await write(ada, record, 'not under hers');
    await pull(ben, cleo);
    expect(await textsOf(ben, record)).toEqual(['before', 'not under hers']);
    expect(await textsOf(cleo, record)).toEqual([]);
  });

  it('that does not carry the key before, or names a false append key, is void: it would lock readers out [rule 12][rule 28]', async () => {
    expect(
      await postAltered(({ clear, body }) => ({ clear: { ...clear, appendKey: randomBytes(32) }, body })),
    ).toBe('void: takes-over');
    expect(
      await postAltered(({ clear, body }) => ({
        clear: { ...clear, previousWrapped: randomBytes(120) },
        body,
      })),
    ).toBe('void: takes-over');
    expect(
      await postAltered(({ clear, body }) => ({ clear: { ...clear, previous: randomBytes(32) }, body })),
    ).toBe('void: wrong-epoch');
  });

  it('with a forged wrap is the loss of one reader, who sees it; the others agree, and the next epoch gives her the key [rule 8][rule 28]', async () => {
    const both = await openRecord(ada, [memberReader(ada), memberReader(ben)]);
    const sealed = await nextEpoch(ada, both, [memberReader(ada), memberReader(ben)]);
    const wrongKey = await wrapForPublicKey(
      sealed.key,
      { ...place(), prev: randomBytes(32) },
      ben.member.sealingKey,
    );
    const forged = await altered(ada, sealed, ({ clear, body }) => {
      const { tag } = body.recipients.find(
        ({ recipient }) => recipient.type === 'member' && toHex(recipient.member) === toHex(ben.member.id),
      )!;
      const wraps = clear.wraps.map((one) => (toHex(one.tag) === toHex(tag) ? { ...wrongKey, tag } : one));
      return { clear: { ...clear, wraps }, body };
    });
    await postEntry(ada, both, forged);
    await write(ada, both, 'Ben was shut out');
    await pull(ben);
    expect(await verdictsOf(ben, both)).toEqual(['in-force', 'in-force', 'waiting-for-key']);
    expect(chainOf(ben, both).links[1]!.opened).toMatchObject({ type: 'epoch', problem: 'no-wrap' });
    await rotateRecord(ada, both, [memberReader(ada), memberReader(ben)]);
    await pull(ben);
    expect(await textsOf(ben, both)).toEqual(['Ben was shut out']);
    expect(await verdictsOf(ben, both)).toEqual(await verdictsOf(ada, both));
  });

  it('cannot tell two readers two stories: a key that does not match the commitment opens nothing [rule 8]', async () => {
    const both = await openRecord(ada, [memberReader(ada), memberReader(ben)]);
    const sealed = await nextEpoch(ada, both, [memberReader(ada), memberReader(ben)]);
    const own = { org: orgOf(ada), record: both, prev: chainOf(ada, both).links.at(-1)!.hash };
    const second = newEpochKey();
    // Sealed for Ben under the commitment that the entry shows, with another key inside.
    const forBen = await wrapForPublicKey(second, own, ben.member.sealingKey);
    const split = await altered(ada, sealed, async ({ clear, body }) => {
      const { tag } = body.recipients[1]!;
      const wraps = clear.wraps.map((one) => (toHex(one.tag) === toHex(tag) ? { ...forBen, tag } : one));
      const commitment = await epochCommitment(second, own);
      return { clear: { ...clear, wraps, commitment }, body };
    });
    await postEntry(ada, both, split);
    await pull(ben);
    // The commitment is the second key’s: for the first reader nothing opens, and the second cannot read the body.
    expect(chainOf(ada, both).links.at(-1)!.opened).toMatchObject({ type: 'epoch', body: null });
    expect(await verdictsOf(ben, both)).toEqual(['in-force', 'void: unreadable']);
  });

  it('that shuts a reader out by a false wrap does not lock her out: she follows the one before [rule 12][rule 28]', async () => {
    const both = await openRecord(ada, [memberReader(ada), memberReader(ben)]);
    await pull(ben);
    const sealed = await nextEpoch(ada, both, [memberReader(ada), memberReader(ben)]);
    const junk = await altered(ada, sealed, ({ clear, body }) => {
      const { tag } = body.recipients[1]!;
      const wraps = clear.wraps.map((one) =>
        toHex(one.tag) === toHex(tag) ? { ...one, sealed: randomBytes(one.sealed.length) } : one,
      );
      return { clear: { ...clear, wraps }, body };
    });
    await postEntry(ada, both, junk);
    await pull(ben);
    const { device, log } = ben;
    const readers = [memberReader(ada), memberReader(ben)];
    const own = await judgementOf(ben, both);
    const next = await nextEpochOf(device, log.skeleton, chainOf(ben, both), own, readers, () => null);
    expect(next.ok && (await postEntry(ben, both, next.value))).toBe('posted');
    await write(ben, both, 'back again');
    await pull(ada);
    for (const desk of [ada, ben]) {
      expect(await verdictsOf(desk, both)).toEqual(['in-force', 'in-force', 'in-force', 'in-force']);
      expect(await textsOf(desk, both)).toEqual(['back again']);
    }
  });

  it('cannot be undone by somebody whom it left out: she reads the one before and not this one [rule 11][rule 28]', async () => {
    const shared = await openRecord(ada, [memberReader(ada), memberReader(ben), memberReader(cleo)]);
    await pull(ben, cleo);
    await rotateRecord(ada, shared, [memberReader(ada), memberReader(ben)]);
    await write(ada, shared, 'not for Cleo');
    await pull(ben, cleo);
    const { device, log } = cleo;
    const own = await judgementOf(cleo, shared);
    const back = await nextEpochOf(
      device,
      log.skeleton,
      chainOf(cleo, shared),
      own,
      [memberReader(cleo)],
      () => null,
    );
    expect(back.ok && (await postEntry(cleo, shared, back.value))).toBe('posted');
    await pull(ada, ben);
    for (const desk of [ada, ben]) expect((await verdictsOf(desk, shared)).at(-1)).toBe('void: takes-over');
  });

  it('is named by the hash of its entry: of two at one moment one stands, and the other is discarded [rule 10][rule 28]', async () => {
    const [byAda, byBen] = [
      await nextEpoch(ada, record, [teamReader(ada, team)]),
      await nextEpoch(ben, record, [teamReader(ben, team)]),
    ];
    expect(await postEntry(ben, record, byBen)).toBe('posted');
    expect(await postEntry(ada, record, byAda)).toBe('lost');
    await pull(ada);
    expect((await judgementOf(ada, record)).epoch!.hash).toEqual(byBen.hash);
    // Content under the epoch that lost names a hash that no chain knows.
    await postEntry(
      ada,
      record,
      await sealText(ada, record, 'lost', { epoch: { hash: byAda.hash, key: byAda.key } }),
    );
    await write(ada, record, 'under the one that stands');
    await pull(ben);
    expect((await verdictsOf(ben, record)).slice(-2)).toEqual(['void: wrong-epoch', 'in-force']);
  });

  it('is refused under a stale generation of a team, whoever signs it [rule 9]', async () => {
    const before = teamReader(ada, team);
    const facts = generationOf(ada, team);
    await pull(ada);
    await act(ada, [await rotation(ada, team)]);
    expect(facts.generation).toBe(1);
    await postEntry(
      ada,
      record,
      await sealEpoch(ada.device, placeOf(ada, record), [before], await epochOf(ada, record), []),
    );
    expect(await last(ada)).toBe('void: stale-epoch');
  });
});
