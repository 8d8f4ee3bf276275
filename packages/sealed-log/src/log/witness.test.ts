import { beforeEach, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { generateSigningSeed, publicKeyOf, sign } from '../crypto/ed25519.ts';
import { unwrap } from '../crypto/result.ts';
import type { Desk } from '../testing/index.ts';
import {
  admit,
  branchOf,
  chainOf,
  entriesOf,
  found,
  foundTeam,
  openRecord,
  orgOf,
  pull,
  sealText,
  skeletonOf,
  teamReader,
  write,
} from '../testing/index.ts';
import { decode, encode } from '../wire/codec.ts';
import { entry as entryCodec } from '../wire/entry.ts';
import { signedBytes } from '../wire/hashes.ts';
import type { HeadStatement } from '../wire/relay.ts';
import { headStatement } from '../wire/relay.ts';
import type { Chain } from './chain.ts';
import { checkpointOf, compareCheckpoint } from './checkpoint.ts';
import { findEquivocations, flaggedBy, proveEquivocation } from './equivocation.ts';
import { contradictions, heldAgainst, readHead } from './head-proofs.ts';

let ada: Desk;
let ben: Desk;
let team: Bytes;
let record: Bytes;

beforeEach(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  team = await foundTeam(ada, [ada, ben]);
  await pull(ada, ben);
  record = await openRecord(ada, [teamReader(ada, team)]);
  await write(ada, record, 'one');
  await pull(ben);
});

const chainsOf = (desk: Desk): readonly Chain[] => [...desk.chains.values()];
const lookIn =
  (desk: Desk) =>
  (wanted: Bytes): Chain | null =>
    desk.chains.get(toHex(wanted)) ?? null;

describe('a checkpoint', () => {
  it('names each record that changed since the last one, and how far somebody holds it [rule 7]', async () => {
    const heads = checkpointOf(chainsOf(ada), []);
    expect(heads).toEqual([{ record, position: 1, head: chainOf(ada, record).links[1]!.hash }]);
    expect(checkpointOf(chainsOf(ada), heads)).toEqual([]);
    await write(ada, record, 'two');
    expect(checkpointOf(chainsOf(ada), heads).map((one) => one.position)).toEqual([2]);
  });

  it('is the same, behind, or ahead of mine [rule 7]', async () => {
    const early = checkpointOf(chainsOf(ada), []);
    const said = (): readonly string[] =>
      compareCheckpoint(early, lookIn(ben)).map((one) => one.comparison.type);
    expect(said()).toEqual(['same']);
    await write(ben, record, 'two');
    expect(said()).toEqual(['ahead']);
    const late = checkpointOf(chainsOf(ben), early);
    expect(compareCheckpoint(late, lookIn(ada))[0]!.comparison).toEqual({ type: 'behind', by: 1 });
    const unknown = [{ record: randomBytes(32), position: 4, head: randomBytes(32) }];
    expect(compareCheckpoint(unknown, lookIn(ada))[0]!.comparison).toEqual({ type: 'behind', by: 5 });
  });

  it('shows with its proof that two people were shown two records [rule 7][fault 3]', async () => {
    const other = branchOf(ada.shared);
    await write(ada, record, 'for Ada');
    ben.shared = other;
    await write(ben, record, 'for Ben');
    await write(ben, record, 'and more');
    const heads = checkpointOf(chainsOf(ada), []);
    const [{ comparison }] = compareCheckpoint(heads, lookIn(ben)) as [
      ReturnType<typeof compareCheckpoint>[number],
    ];
    expect(comparison).toEqual({
      type: 'fork',
      position: 2,
      mine: chainOf(ben, record).links[2]!.bytes,
      theirs: chainOf(ada, record).links[2]!.hash,
    });
  });

  it('shows a partition as soon as anything crosses it: a tail that one side never saw [rule 28]', async () => {
    const withheld = branchOf(ada.shared);
    ben.shared = withheld;
    for (const text of ['two', 'three']) await write(ada, record, text);
    await pull(ben);
    const heads = checkpointOf(chainsOf(ada), []);
    expect(compareCheckpoint(heads, lookIn(ben))[0]!.comparison).toEqual({ type: 'behind', by: 2 });
  });
});

describe('a device that signs two entries for one place', () => {
  it('is found, proved, and both are flagged [rule 6][fault 30]', async () => {
    const [one, two] = [await sealText(ben, record, 'to some'), await sealText(ben, record, 'to others')];
    const other = await sealText(ada, record, 'at the same place, by another');
    const seen = [...entriesOf(ada.shared, record), one.bytes, other.bytes, two.bytes, one.bytes];
    const proofs = await findEquivocations(seen, skeletonOf(ada));
    expect(proofs).toHaveLength(1);
    expect(proofs[0]!.device).toEqual(ben.device.signingKey);
    expect(flaggedBy(proofs)).toEqual(new Set([toHex(one.hash), toHex(two.hash)]));
    // Two witnesses who met them in another order keep the same proof.
    expect(unwrap(await proveEquivocation(two.bytes, one.bytes, skeletonOf(ben)))).toEqual(proofs[0]);
  });

  it('cannot be made to look so by anybody else [fault 30]', async () => {
    const one = await sealText(ben, record, 'honest');
    const parts = unwrap(decode(entryCodec, one.bytes));
    const forgedHeader = parts.header.slice();
    forgedHeader[forgedHeader.length - 1]! ^= 1;
    const withheld = encode(entryCodec, { ...parts, body: new Uint8Array(0) });
    const forged = encode(entryCodec, { ...parts, header: forgedHeader, body: new Uint8Array(0) });
    const elsewhere = await sealText(ben, await openRecord(ben, [teamReader(ben, team)]), 'elsewhere');
    const prove = async (two: Bytes): Promise<unknown> => {
      const result = await proveEquivocation(one.bytes, two, skeletonOf(ada));
      return result.ok ? 'proved' : result.error;
    };
    expect(await prove(one.bytes)).toBe('same-entry');
    expect(await prove(withheld)).toBe('same-entry');
    expect(await prove(forged)).toBe('bad-signature');
    expect(await prove(elsewhere.bytes)).toBe('not-one-place');
    expect(await prove(entriesOf(ada.shared, record)[1]!)).toBe('not-one-place');
    expect(await prove(randomBytes(500))).toBe('malformed');
    expect(await findEquivocations([one.bytes, forged, withheld], skeletonOf(ada))).toEqual([]);
    // Nor can a forgery stand in front of two that are genuine.
    const two = await sealText(ben, record, 'not so honest');
    expect(await findEquivocations([forged, one.bytes, two.bytes], skeletonOf(ada))).toHaveLength(1);
  });
});

describe('heads that the relay signed', () => {
  const seed = generateSigningSeed();
  const say = async (change: Partial<HeadStatement> = {}, by = seed) => {
    const statement: HeadStatement = {
      org: orgOf(ada),
      log: 2,
      record,
      position: 2,
      head: randomBytes(32),
      hour: 1_700_000_000,
      ...change,
    };
    const bytes = encode(headStatement, statement);
    return { bytes, signature: await sign(by, signedBytes.head(bytes)) };
  };

  it('are believed only under a key that the organisation named, old ones too [rule 7]', async () => {
    const [old, now] = [generateSigningSeed(), seed];
    const keys = [await publicKeyOf(old), await publicKeyOf(now)];
    expect((await readHead(await say(), orgOf(ada), keys)).ok).toBe(true);
    expect((await readHead(await say({}, old), orgOf(ada), keys)).ok).toBe(true);
    expect(await readHead(await say({}, generateSigningSeed()), orgOf(ada), keys)).toMatchObject({
      error: 'bad-signature',
    });
    expect(await readHead(await say({ org: randomBytes(32) }), orgOf(ada), keys)).toMatchObject({
      error: 'wrong-organisation',
    });
    const { signature } = await say();
    expect(await readHead({ bytes: randomBytes(40), signature }, orgOf(ada), keys)).toMatchObject({
      error: 'malformed',
    });
  });

  it('are a proof against it when two disagree at one place, and only then [rule 7]', async () => {
    const keys = [await publicKeyOf(seed)];
    const kept = async (change: Partial<HeadStatement>) =>
      unwrap(await readHead(await say(change), orgOf(ada), keys));
    const head = randomBytes(32);
    const [one, later, next, elsewhere, mailbox] = [
      await kept({ head }),
      await kept({ head, hour: 1_700_003_600 }),
      await kept({ position: 3 }),
      await kept({ record: randomBytes(32) }),
      await kept({ log: 3 }),
    ];
    expect(contradictions([one, later, next, elsewhere, mailbox])).toEqual([]);
    const other = await kept({ hour: 1_700_007_200 });
    expect(contradictions([one, later, other])).toEqual([{ one, two: other }]);
  });

  it('say afterwards whether what it serves is what it promised [rule 2][fault 4]', async () => {
    const { links } = chainOf(ada, record);
    const kept = unwrap(
      await readHead(await say({ position: 1, head: links[1]!.hash }), orgOf(ada), [await publicKeyOf(seed)]),
    );
    expect(heldAgainst(kept, links)).toBe('agrees');
    expect(heldAgainst(kept, links.slice(0, 1))).toBe('went-back');
    expect(heldAgainst(kept, [links[0]!, links[0]!])).toBe('other-entry');
  });
});
