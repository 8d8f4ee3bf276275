import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { webcryptoAesGcm } from './crypto/aes-gcm.ts';
import type { Bytes } from './crypto/bytes.ts';
import { concat, lengthPrefixed, toHex } from './crypto/bytes.ts';
import { open, sealWithSalt } from './crypto/cobblestone.ts';
import { sha256 } from './crypto/hash.ts';
import { unwrap } from './crypto/result.ts';
import { openItem, openKeyBox, verifyItem } from './door/boxes.ts';
import { readDoorLink, trustDoor } from './door/descriptor.ts';
import { openReply, verifyReply } from './door/replies.ts';
import { deviceKeysFrom, memberKeysFrom } from './keys/device.ts';
import type { EpochPlace } from './keys/epoch.ts';
import {
  appendKeyOf,
  contentKeyOf,
  dummyWrap,
  epochCommitment,
  unwrapEpoch,
  unwrapEpochBefore,
} from './keys/epoch.ts';
import type { TeamContext, TeamSecret } from './keys/team.ts';
import {
  openTeamSecret,
  organisationContentKey,
  teamCommitment,
  teamSealingPair,
  teamTag,
  unwrapPrevious,
} from './keys/team.ts';
import { emptyChain, extendChainBy } from './log/chain.ts';
import { judge } from './log/judge.ts';
import { teamSecret } from './log/keyring.ts';
import { openOrganisationLog, takeGrants } from './organisation/log.ts';
import { mailboxKeys } from './phrase/keys.ts';
import { inVerdictWords } from './testing/desk.ts';
import { fromVector, pattern } from './testing/vectors.ts';
import type { Signed } from './wire/box.ts';
import type { Codec } from './wire/codec.ts';
import { decode, encode } from './wire/codec.ts';
import * as wire from './wire/index.ts';
import type { Wrap } from './wire/record.ts';
import type { SentReply } from './wire/reply.ts';
import { decodeReply, endless } from './wire/reply.ts';

const folder = join(import.meta.dirname, '../vectors');
const vector = <T>(name: string): T => fromVector<T>(readFileSync(join(folder, name), 'utf8'));

describe('what was written once opens for ever', () => {
  it('in every file of frozen vectors: none is without its test', () => {
    expect(globSync('*.json', { cwd: folder }).sort()).toEqual([
      'blob-1.json',
      'devices-1.json',
      'door-1.json',
      'grants-1.json',
      'keys-1.json',
      'reply-1.json',
      'story-1.json',
      'structures-1.json',
      'structures-2.json',
    ]);
  });

  it('values of every structure', () => {
    type Sample = { readonly codec: string; readonly value: unknown; readonly bytes: Bytes };
    const samples = ['structures-1.json', 'structures-2.json'].flatMap((name) =>
      vector<readonly Sample[]>(name),
    );
    expect(samples.length).toBeGreaterThan(90);
    for (const { codec, value, bytes } of samples) {
      const known = (wire as unknown as Record<string, Codec<unknown>>)[codec];
      expect(known, codec).toBeDefined();
      expect(decode(known!, bytes), codec).toEqual({ ok: true, value });
      expect(encode(known!, value), codec).toEqual(bytes);
    }
  });

  it('derived keys, commitments and tags are what they were, and what was sealed to them opens', async () => {
    type Keys = {
      readonly inputs: {
        readonly secret: TeamSecret;
        readonly before: TeamSecret;
        readonly context: TeamContext;
        readonly member: { readonly id: Bytes; readonly seed: Bytes };
        readonly place: EpochPlace;
        readonly epochKey: Bytes;
      };
      readonly derived: Readonly<Record<string, Bytes>> & { readonly dummy: Wrap };
      readonly sealed: {
        readonly grant: Bytes;
        readonly previous: Bytes;
        readonly epochBefore: Bytes;
        readonly forTeam: Wrap;
        readonly forTeamPrivately: Wrap;
        readonly forMember: Wrap;
      };
    };
    const { inputs, derived, sealed } = vector<Keys>('keys-1.json');
    const { secret, before, context, member, place, epochKey } = inputs;
    const commitment = await epochCommitment(epochKey, place);
    const sealing = (await teamSealingPair(secret, context)).publicKey;
    expect({
      memberSealing: await sha256((await memberKeysFrom(member.id, member.seed)).sealingKey),
      teamCommitment: await teamCommitment(secret, context),
      teamSealing: await sha256(sealing),
      organisationContentKey: await organisationContentKey(secret, context),
      epochCommitment: commitment,
      contentKey: await contentKeyOf(epochKey),
      appendKey: await appendKeyOf(epochKey),
      teamTag: await teamTag(secret, context, commitment),
      dummy: await dummyWrap(epochKey, place, 3),
    }).toEqual(derived);
    const expected = { commitment: await teamCommitment(secret, context), sealing };
    expect(unwrap(await openTeamSecret(sealed.grant, expected, context, member))).toEqual(secret);
    const earlier = { ...context, generation: 6 };
    const facts = {
      commitment: await teamCommitment(before, earlier),
      sealing: (await teamSealingPair(before, earlier)).publicKey,
    };
    expect(unwrap(await unwrapPrevious(secret, context, sealed.previous, facts, earlier))).toEqual(before);
    const fourteen = new Uint8Array(32).fill(14);
    const opened = await unwrapEpochBefore(epochKey, place, fourteen, sealed.epochBefore);
    expect(unwrap(opened)).toEqual(new Uint8Array(32).fill(15));
    for (const [wrap, by] of [
      [sealed.forTeam, { type: 'team', secret, context }],
      [sealed.forTeamPrivately, { type: 'team', secret, context }],
      [sealed.forMember, { type: 'seed', seed: member.seed }],
    ] as const) {
      const clear = {
        commitment,
        appendKey: derived['appendKey']!,
        previous: wire.zeros32,
        previousWrapped: new Uint8Array(0),
        wraps: [wrap],
      };
      expect(unwrap(await unwrapEpoch(clear, place, [by]))).toEqual(epochKey);
    }
  });

  it('one organisation and one record in which everything happened once, for each of its readers', async () => {
    type Story = {
      readonly org: Bytes;
      readonly organisation: readonly Bytes[];
      readonly record: Bytes;
      readonly entries: readonly Bytes[];
      readonly organisationVerdicts: readonly string[];
      readonly organisationTexts: readonly (string | null)[];
      readonly readers: readonly {
        readonly name: string;
        readonly member: {
          readonly id: Bytes;
          readonly seed: Bytes;
          readonly earlierSeeds: readonly Bytes[];
        };
        readonly generations: Readonly<Record<string, readonly number[]>>;
        readonly epoch: string | null;
        readonly verdicts: readonly string[];
        readonly texts: readonly string[];
      }[];
    };
    const told = vector<Story>('story-1.json');
    expect(told.readers).toHaveLength(4);
    for (const reader of told.readers) {
      const keys = await memberKeysFrom(reader.member.id, reader.member.seed);
      const member = { ...keys, earlierSeeds: reader.member.earlierSeeds };
      const { log, stopped } = unwrap(await openOrganisationLog(told.organisation, told.org, member));
      expect(stopped).toBeNull();
      expect(log.links.map((link) => link.verdict)).toEqual(told.organisationVerdicts);
      if (reader.name === 'Ada')
        expect(log.links.map((link) => link.body?.events ?? null)).toEqual(told.organisationTexts);
      const held = [...log.keyring.teams].map(([team, ones]) => [team, [...ones.keys()].sort()] as const);
      expect(Object.fromEntries(held)).toEqual(reader.generations);
      const empty = emptyChain(told.org, told.record);
      const { chain, stopped: at } = await extendChainBy(empty, told.entries, log.skeleton, log.keyring);
      expect(at).toBeNull();
      const { judged, effects, epoch } = await judge(chain, log.skeleton);
      expect(judged.map(inVerdictWords)).toEqual(reader.verdicts);
      const texts = effects.map((one) => (JSON.parse(one.body.events) as { text: string }[])[0]?.text);
      expect(texts).toEqual(reader.texts);
      expect(epoch === null ? null : toHex(epoch.hash)).toBe(reader.epoch);
    }
  });

  it('a second device’s way to its member’s keys: let in with a seed, and given the next after a third was lost', async () => {
    type Kept = {
      readonly org: Bytes;
      readonly organisation: readonly Bytes[];
      readonly member: Bytes;
      readonly device: { readonly signingSeed: Bytes; readonly sealingSeed: Bytes };
      readonly seeds: readonly Bytes[];
      readonly team: string;
      readonly generations: readonly number[];
      readonly verdicts: readonly string[];
    };
    const kept = vector<Kept>('devices-1.json');
    const device = await deviceKeysFrom(kept.device.signingSeed, kept.device.sealingSeed);
    const nothing = await memberKeysFrom(kept.member, new Uint8Array(32));
    const opened = unwrap(await openOrganisationLog(kept.organisation, kept.org, nothing, device));
    expect(opened.stopped).toBeNull();
    const { links, keyring } = opened.log;
    expect(links.map((link) => link.verdict)).toEqual(kept.verdicts);
    expect([keyring.member.seed, ...(keyring.member.earlierSeeds ?? [])]).toEqual(kept.seeds);
    expect([...(keyring.teams.get(kept.team)?.keys() ?? [])].sort()).toEqual(kept.generations);
  });

  it('the key of a generation that came with a blob, for each of its members', async () => {
    type Kept = {
      readonly org: Bytes;
      readonly organisation: readonly Bytes[];
      readonly team: Bytes;
      readonly blob: Bytes;
      readonly secret: TeamSecret;
      readonly readers: readonly { readonly member: { readonly id: Bytes; readonly seed: Bytes } }[];
    };
    const { org, organisation, team, blob, secret, readers } = vector<Kept>('grants-1.json');
    expect(readers).toHaveLength(3);
    for (const { member } of readers) {
      const keys = await memberKeysFrom(member.id, member.seed);
      const { log, stopped } = unwrap(await openOrganisationLog(organisation, org, keys));
      expect(stopped).toBeNull();
      expect(log.keyring.wanted).toMatchObject([{ team: toHex(team), generation: 2, length: blob.length }]);
      const taken = unwrap(await takeGrants(log, blob));
      expect(teamSecret(taken.keyring, team, 2)).toEqual(secret);
      expect([...(taken.keyring.teams.get(toHex(team))?.keys() ?? [])].sort()).toEqual([1, 2]);
    }
  });

  it('a door with its link, a defender’s item and the team’s reply', async () => {
    type Door = {
      readonly fragment: string;
      readonly descriptor: Bytes;
      readonly from: number;
      readonly entropy: Bytes;
      readonly intakeSeed: Bytes;
      readonly item: Signed;
      readonly itemHash: Bytes;
      /** In the form that had no last day. */
      readonly reply: Signed;
      readonly replyHash: Bytes;
    };
    const kept = vector<Door>('door-1.json');
    const link = readDoorLink(kept.fragment);
    const trusted = unwrap(await trustDoor(link!, kept.descriptor, kept.from + 60, 0));
    expect(trusted).toMatchObject({ org: link!.org, oneAdministrator: false, settings: { revision: 3 } });
    const late = await trustDoor(link!, kept.descriptor, kept.from + 8 * 24 * 3600, 0);
    expect(late).toEqual({ ok: false, error: 'expired' });
    const item = unwrap(await verifyItem(kept.item, link!.org));
    expect(item.hash).toEqual(kept.itemHash);
    const key = unwrap(await openKeyBox(item.item, kept.intakeSeed));
    expect(unwrap(await openItem(item.item, key)).message).toBe('{"type":"Message","v":1}');
    const before = { ...kept.reply, box: null };
    expect(unwrap(decodeReply(encode(wire.signed, kept.reply)))).toEqual(before);
    const reply = unwrap(await verifyReply(before, link!.org, item.mailbox));
    expect(reply.place.until).toBe(endless);
    expect(reply.hash).toEqual(kept.replyHash);
    const { sealingSeed } = await mailboxKeys(kept.entropy, link!.org);
    expect(unwrap(await openReply(reply, sealingSeed)).message).toBe('{"type":"Reply","v":1}');
  });

  it('a reply with its last day, and without its box once that is over', async () => {
    type Replies = {
      readonly org: Bytes;
      readonly entropy: Bytes;
      readonly mailbox: Bytes;
      readonly replies: readonly SentReply[];
      readonly hashes: readonly Bytes[];
    };
    const { org, entropy, mailbox, replies, hashes } = vector<Replies>('reply-1.json');
    const { sealingSeed } = await mailboxKeys(entropy, org);
    for (const [index, sent] of replies.entries()) {
      const whole = unwrap(await verifyReply(sent, org, mailbox));
      expect(whole.hash).toEqual(hashes[index]);
      expect(whole.place).toMatchObject({ sequence: index, until: 21_000 + index, below: index });
      const text = `{"type":"reply","v":1,"text":"${index}"}`;
      expect(unwrap(await openReply(whole, sealingSeed)).message).toBe(text);
      const left = unwrap(await verifyReply({ ...sent, box: null }, org, mailbox));
      expect(left).toMatchObject({ hash: hashes[index], box: null });
      expect(await openReply(left, sealingSeed)).toEqual({ ok: false, error: 'cannot-open' });
    }
    const [first, second] = replies;
    expect(await verifyReply({ ...first!, box: second!.box }, org, mailbox)).toEqual({
      ok: false,
      error: 'malformed',
    });
  });

  it('an attachment of three parts', async () => {
    type Attachment = {
      readonly org: Bytes;
      readonly blob: Bytes;
      readonly key: Bytes;
      readonly salt: Bytes;
      readonly size: number;
      readonly padded: number;
      readonly hash: Bytes;
      readonly sealedLength: number;
      readonly parts: readonly Bytes[];
    };
    const kept = vector<Attachment>('blob-1.json');
    expect(kept.parts).toHaveLength(3);
    const file = pattern(kept.size);
    expect(await sha256(file)).toEqual(kept.hash);
    const prefix = new Uint8Array(8);
    new DataView(prefix.buffer).setBigUint64(0, BigInt(kept.size));
    const framed = concat(prefix, file, new Uint8Array(kept.padded - kept.size - 8));
    const context = lengthPrefixed('leeward/v1/blob', kept.org, kept.blob);
    const sealed = await sealWithSalt(webcryptoAesGcm, kept.key, context, framed, kept.salt);
    expect(sealed.length).toBe(kept.sealedLength);
    for (const [index, part] of kept.parts.entries()) {
      const bytes = sealed.slice(index * wire.limits.part, (index + 1) * wire.limits.part);
      expect(await sha256(bytes)).toEqual(part);
    }
    expect(toHex(await sha256(unwrap(await open(kept.key, context, sealed))))).toBe(
      toHex(await sha256(framed)),
    );
  });
});
