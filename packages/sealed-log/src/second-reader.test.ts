import { describe, expect, it } from 'vitest';
import { randomBytes } from './crypto/bytes.ts';
import { publicKeyOf } from './crypto/ed25519.ts';
import { keyPairFromSeed, openWith } from './crypto/hpke.ts';
import { unwrap } from './crypto/result.ts';
import { openKeyBox, sealItem } from './door/boxes.ts';
import { sealReply } from './door/replies.ts';
import { teamSecret } from './log/keyring.ts';
import { mailboxKeys } from './phrase/keys.ts';
import { entriesOf, found, foundTeam, openRecord, orgOf, teamReader, write } from './testing/index.ts';
import { rotateRecord } from './testing/records.ts';
import * as second from './testing/second-reader.ts';
import { inItem } from './wire/box.ts';
import { decode } from './wire/codec.ts';
import { mailboxId } from './wire/hashes.ts';

describe('a second reader, written from docs/protocol.md alone', () => {
  it('learns an organisation from its genesis entry and follows its log', async () => {
    const anna = await found('Anna');
    const entries = anna.shared.organisation.map(second.readEntry);
    expect(entries.every((entry) => entry.holds && entry.log === 1)).toBe(true);
    expect(entries[0]?.hash).toEqual(orgOf(anna));
    expect(entries[1]?.prev).toEqual(entries[0]?.hash);
    expect(entries[1]?.org).toEqual(entries[0]?.hash);
  });

  it('[rule 6] [rule 8] [rule 10] opens a record with a team’s secret, through a change of its keys', async () => {
    const anna = await found('Anna');
    const team = await foundTeam(anna, [anna]);
    const record = await openRecord(anna, [teamReader(anna, team)]);
    await write(anna, record, 'before');
    await rotateRecord(anna, record, [teamReader(anna, team)]);
    await write(anna, record, 'after');

    const org = orgOf(anna);
    const secret = teamSecret(anna.log.keyring, team, 1)!;
    const [first, before, next, after] = entriesOf(anna.shared, record).map(second.readEntry);
    if (!first || !before || !next || !after) throw new Error('four entries were written');
    expect([first, before, next, after].every((entry) => entry.holds)).toBe(true);

    const epochKey = (entry: typeof first) => {
      const { commitment, wraps } = second.readEpochClear(entry.clear);
      expect(wraps).toHaveLength(4);
      const tag = second.derive(secret.root, 'team tag', org, team, second.u32(1), commitment).slice(0, 16);
      const wrap = wraps.find((one) => second.hex(one.tag) === second.hex(tag))!;
      expect([wrap.form, wrap.sealed.length]).toEqual([1, 104]);
      const label = 'leeward/v1/epoch key under team key';
      const context = second.labelled(label, org, record, entry.prev, commitment, team, second.u32(1));
      const key = second.open(secret.wrapKey, context, wrap.sealed);
      expect(second.commit(key, 'epoch', org, record, entry.prev)).toEqual(commitment);
      const dummies = [0, 1, 2].map((index) => second.hex(second.dummy(key, org, record, entry.prev, index)));
      const others = wraps.filter((one) => one !== wrap);
      expect(others.map((one) => second.hex(one.tag) + second.hex(one.sealed)).toSorted()).toEqual(
        dummies.toSorted(),
      );
      return key;
    };
    const [oldKey, newKey] = [epochKey(first), epochKey(next)];

    const said = (key: Uint8Array, entry: typeof first): unknown =>
      JSON.parse(
        second.readContent(second.openBody(second.derive(key, 'epoch content'), entry)).events,
      ) as unknown;
    expect(said(oldKey, before)).toEqual([{ type: 'Said', v: 1, text: 'before' }]);
    expect(said(newKey, after)).toEqual([{ type: 'Said', v: 1, text: 'after' }]);

    const clear = second.readEpochClear(next.clear);
    expect(clear.previous).toEqual(first.hash);
    const label = 'leeward/v1/epoch key before';
    const context = second.labelled(label, org, record, next.prev, first.hash);
    expect(second.open(second.derive(newKey, 'epoch before'), context, clear.previousWrapped)).toEqual(
      oldKey,
    );
    expect(clear.appendKey).toEqual(await publicKeyOf(new Uint8Array(second.derive(newKey, 'epoch append'))));
    expect(after.epoch).toEqual(next.hash);
  });

  it('[rule 16] derives a defender’s mailbox from her words and opens what she sent', async () => {
    const anna = await found('Anna');
    const team = await foundTeam(anna, [anna]);
    const org = orgOf(anna);
    const words = randomBytes(16);
    const seeds = await mailboxKeys(words, org);
    expect(second.mailboxSeed(words, org, 'signing')).toEqual(seeds.signingSeed);
    expect(second.mailboxSeed(words, org, 'sealing')).toEqual(seeds.sealingSeed);
    const mailboxKey = await publicKeyOf(seeds.signingSeed);
    expect(second.H('mailbox', org, mailboxKey)).toEqual(await mailboxId(org, mailboxKey));

    const secret = teamSecret(anna.log.keyring, team, 1)!;
    const seed = second.derive(secret.root, 'team sealing seed', org, team, second.u32(1));
    const { sealing } = anna.log.skeleton.teams.get(second.hex(team))!.generations[0]!;
    const place = {
      org,
      mailboxKey,
      sequence: 0,
      prev: new Uint8Array(32),
      lastReply: 0,
      lastReplyHash: new Uint8Array(32),
      team,
      generation: 1,
    };
    const message = {
      claimedTime: 7,
      sealingKey: new Uint8Array(0),
      message: '{"type":"close","v":1}',
      blobs: [],
    };
    const { signed, hash } = await sealItem(place, message, sealing, seeds.signingSeed);

    expect(second.H('item', signed.bytes)).toEqual(hash);
    expect(
      second.signed(mailboxKey, second.labelled('leeward/v1/sign item', signed.bytes), signed.signature),
    ).toBe(true);
    const fields = second.reader(signed.bytes);
    expect(fields.number(1)).toBe(1);
    expect([fields.take(32), fields.take(32)]).toEqual([org, mailboxKey]);
    expect([fields.number(4), fields.take(32), fields.number(4), fields.take(32)]).toEqual([
      0,
      second.none,
      0,
      second.none,
    ]);
    expect([fields.take(16), fields.number(4)]).toEqual([team, 1]);
    fields.variable();
    const sealed = fields.variable();
    expect(fields.atEnd()).toBe(true);
    // HPKE is somebody else's standard; what stands behind it is ours.
    const key = unwrap(await openKeyBox(unwrap(decode(inItem, signed.bytes)), new Uint8Array(seed)));
    const zero = second.u32(0);
    const context = second.labelled(
      'leeward/v1/in-item',
      ...[org, mailboxKey, zero, second.none, zero, second.none, team, second.u32(1)],
    );
    const opened = second.open(key, context, sealed);
    expect(opened).toHaveLength(32 * 1024);
    const inside = second.reader(second.unpad(opened));
    expect([inside.number(6), inside.variable().length]).toEqual([7, 0]);
    expect(Buffer.from(inside.variable()).toString('utf8')).toBe(message.message);
  });

  it('reads a reply of the team with its last day, and that its box is the one that was signed', async () => {
    const anna = await found('Anna');
    const org = orgOf(anna);
    const words = randomBytes(16);
    const { sealingSeed } = await mailboxKeys(words, org);
    const { publicKey } = await keyPairFromSeed(sealingSeed);
    const device = anna.device.signingKey;
    const [mailbox, prev, lastItemHash] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const numbers = { sequence: 4, lastItem: 2, until: 21_000, below: 3 };
    const place = { org, mailbox, prev, lastItemHash, device, ...numbers };
    const message = { claimedTime: 7, message: '{"type":"confirmed","v":1}', blobs: [] };
    const { reply, hash } = await sealReply(place, message, publicKey, anna.device.signingSeed);

    expect(second.H('reply', reply.bytes)).toEqual(hash);
    const toSign = second.labelled('leeward/v1/sign reply', reply.bytes);
    expect(second.signed(device, toSign, reply.signature)).toBe(true);
    const header = second.reader(reply.bytes);
    expect([header.number(1), header.take(32), header.take(32)]).toEqual([2, org, mailbox]);
    expect([header.number(4), header.take(32), header.number(4)]).toEqual([4, prev, 2]);
    expect([header.take(32), header.take(32)]).toEqual([lastItemHash, device]);
    expect([header.number(4), header.number(4)]).toEqual([21_000, 3]);
    expect(header.take(32)).toEqual(second.H('reply box', reply.box!));
    expect(header.atEnd()).toBe(true);

    const box = second.reader(reply.box!);
    const [keyBox, sealed] = [box.variable(), box.variable()];
    expect(box.atEnd()).toBe(true);
    const context = second.labelled(
      'leeward/v1/out-item',
      ...[org, mailbox, second.u32(4), prev, second.u32(2), lastItemHash, device],
      ...[second.u32(21_000), second.u32(3)],
    );
    const key = unwrap(await openWith(sealingSeed, Uint8Array.from(context), Uint8Array.from(keyBox)));
    const inside = second.reader(second.unpad(second.open(key, context, sealed)));
    expect(inside.number(6)).toBe(7);
    expect(Buffer.from(inside.variable()).toString('utf8')).toBe(message.message);
  });
});
