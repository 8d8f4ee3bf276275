import { beforeAll, describe, expect, it } from 'vitest';
import type { Bytes } from '../crypto/bytes.ts';
import { randomBytes, toHex } from '../crypto/bytes.ts';
import { unwrap } from '../crypto/result.ts';
import type { Desk } from '../testing/index.ts';
import {
  act,
  admit,
  chainOf,
  entriesOf,
  epochOf,
  found,
  foundTeam,
  headerOf,
  letIn,
  openRecord,
  orgOf,
  placeOf,
  postEntry,
  pull,
  pullOrganisation,
  pullRecord,
  saying,
  sealText,
  skeletonOf,
  teamReader,
  textsOf,
  verdictsOf,
  write,
} from '../testing/index.ts';
import { contentBody } from '../wire/body.ts';
import { decode, encode } from '../wire/codec.ts';
import type { Header } from '../wire/entry.ts';
import { entry as entryCodec } from '../wire/entry.ts';
import { zeros32 } from '../wire/hashes.ts';
import { emptyChain, extendChain, extendChainBy, restoreParts } from './chain.ts';
import type { SealedEntry } from './seal.ts';
import { draftFor, sealBody, sealEntry, signEntry } from './seal.ts';

let ada: Desk;
let ben: Desk;
let team: Bytes;
let record: Bytes;

beforeAll(async () => {
  ada = await found('Ada');
  ben = await admit(ada, 'Ben');
  team = await foundTeam(ada, [ada, ben]);
  await pull(ada, ben);
  record = await openRecord(ada, [teamReader(ada, team)]);
  for (const text of ['one', 'two', 'three']) await write(ada, record, text);
  await pull(ben);
});

/** An entry of Ada's that says of itself what the change says, properly signed. */
async function claiming(change: Partial<Header>): Promise<SealedEntry> {
  const { header } = await sealText(ada, record, 'odd');
  const draft = { ...header, ...change };
  const { key } = await epochOf(ada, record);
  const body = await sealBody(key, draft, encode(contentBody, saying('odd')));
  return signEntry(ada.device, draft, new Uint8Array(0), body, null);
}

const next = async (bytes: Bytes, desk = ben): Promise<string> => {
  const result = await extendChain(chainOf(desk, record), bytes, skeletonOf(desk), desk.log.keyring);
  return result.ok ? 'in the chain' : result.error;
};

describe('a record', () => {
  it('reads the same for everybody who holds its key', async () => {
    expect(await textsOf(ada, record)).toEqual(['one', 'two', 'three']);
    expect(await textsOf(ben, record)).toEqual(['one', 'two', 'three']);
  });

  it('takes nothing that belongs elsewhere: another record, log, organisation, position or entry before [rule 5]', async () => {
    await pullOrganisation(ada);
    const position = chainOf(ben, record).links.length;
    expect(await next((await claiming({})).bytes)).toBe('in the chain');
    expect(await next((await claiming({ record: randomBytes(32) })).bytes)).toBe('wrong-record');
    expect(await next((await claiming({ org: randomBytes(32) })).bytes)).toBe('wrong-record');
    expect(await next((await claiming({ log: 1 })).bytes)).toBe('wrong-record');
    expect(await next((await claiming({ position: position + 1 })).bytes)).toBe('wrong-position');
    expect(await next((await claiming({ position: position - 1 })).bytes)).toBe('wrong-position');
    expect(await next((await claiming({ prev: randomBytes(32) })).bytes)).toBe('wrong-prev');
    expect(await next((await claiming({ prev: zeros32 })).bytes)).toBe('wrong-prev');
  });

  it('takes nothing whose author was not admitted by the head that she cites, or whose signature fails [rule 5][fault 28]', async () => {
    expect(await next((await claiming({ orgHead: randomBytes(32) })).bytes)).toBe('wrong-organisation-head');
    expect(await next((await claiming({ device: randomBytes(32) })).bytes)).toBe('key-not-admitted');
    // Ben was admitted by now, but not at the head that is cited.
    const early = await claiming({
      device: ben.device.signingKey,
      orgPosition: 1,
      orgHead: skeletonOf(ada).hashes[1]!,
    });
    expect(await next(early.bytes)).toBe('key-not-admitted');
    const forged = await claiming({ device: ben.device.signingKey });
    expect(await next(forged.bytes)).toBe('bad-signature');
    const { header, body } = unwrap(decode(entryCodec, (await claiming({})).bytes));
    const stripped = encode(entryCodec, {
      header,
      body,
      clear: new Uint8Array(0),
      signature: new Uint8Array(64),
    });
    expect(await next(stripped)).toBe('bad-signature');
  });

  it('waits for the organisation head that an entry cites, and goes on when it comes [rule 1]', async () => {
    const late = await found('Late');
    const reader = await admit(late, 'Reader');
    const group = await foundTeam(late, [late, reader]);
    await pullOrganisation(reader);
    const story = await openRecord(late, [teamReader(late, group)]);
    await pullRecord(reader, story);
    await act(late, [{ type: 'heartbeat', time: 1 }]);
    await write(late, story, 'after the heartbeat');
    expect((await pullRecord(reader, story)).why).toBe('organisation-behind');
    expect(await textsOf(reader, story)).toEqual([]);
    await pullOrganisation(reader);
    expect((await pullRecord(reader, story)).why).toBeNull();
    expect(await textsOf(reader, story)).toEqual(['after the heartbeat']);
  });

  it('stops at one changed byte anywhere, and what came before opens [rule 5][fault 10]', async () => {
    const entries = entriesOf(ada.shared, record);
    const fresh = emptyChain(orgOf(ben), record);
    for (const [at, original] of entries.entries()) {
      for (let offset = 0; offset < original.length; offset += 1 + Math.floor(original.length / 23)) {
        const altered = original.slice();
        altered[offset]! ^= 1 << (offset % 8);
        const { chain, stopped } = await extendChainBy(
          fresh,
          entries.with(at, altered),
          skeletonOf(ben),
          ben.log.keyring,
        );
        expect(stopped?.at).toBe(at);
        expect(chain.links).toHaveLength(at);
      }
    }
  });

  it('knows an entry that comes twice as none that follows [fault 6]', async () => {
    const entries = entriesOf(ada.shared, record);
    expect(await next(entries.at(-1)!)).toBe('wrong-position');
    expect(chainOf(ben, record).links).toHaveLength(entries.length);
  });
});

describe('the bytes of an entry', () => {
  it('are bound to their place: the same sealed body moved elsewhere does not open [rule 6]', async () => {
    const first = await sealText(ada, record, 'here');
    const { body } = unwrap(decode(entryCodec, first.bytes));
    await postEntry(ada, record, first);
    const draft = draftFor(placeOf(ada, record), ada.device.signingKey, 1, first.header.epoch);
    const moved = await signEntry(ada.device, draft, new Uint8Array(0), body, null);
    await postEntry(ada, record, moved);
    await pull(ben);
    expect((await verdictsOf(ben, record)).slice(-2)).toEqual(['in-force', 'void: unreadable']);
  });

  it('have one hash, whatever signature stands beside them [rule 6]', async () => {
    const sealed = await sealText(ada, record, 'once');
    expect(headerOf(sealed.bytes)).toEqual(sealed.header);
    expect(sealed.hash).toEqual((await claimingSame(sealed)).hash);
  });

  it('say the time that their author claims, and no order follows from it [fault 32]', async () => {
    const story = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, story, 'first', { body: saying('first', randomBytes(16), 1_700_000_000_000) });
    await write(ada, story, 'a year back', {
      body: saying('a year back', randomBytes(16), 1_668_000_000_000),
    });
    await pull(ben);
    expect(await textsOf(ben, story)).toEqual(['first', 'a year back']);
  });

  it('hold nothing in the clear where people write', async () => {
    const story = await openRecord(ada, [teamReader(ada, team)]);
    const chatty = await sealEntry(ada.device, placeOf(ada, story), await epochOf(ada, story), {
      form: 1,
      clear: new TextEncoder().encode('a name'),
      codec: contentBody,
      body: saying('x'),
    });
    await postEntry(ada, story, chatty);
    expect(await verdictsOf(ada, story)).toEqual(['in-force', 'void: unreadable']);
  });

  it('that open to no body at all are kept and change nothing [rule 5]', async () => {
    const story = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, story, 'fine');
    const odd = { write: (_: unknown, value: Bytes) => value, read: () => new Uint8Array(0) };
    const { key, hash } = await epochOf(ada, story);
    const broken = await sealEntry(
      ada.device,
      placeOf(ada, story),
      { key, hash },
      {
        form: 1,
        clear: new Uint8Array(0),
        codec: odd as never,
        body: new Uint8Array(0),
      },
    );
    await postEntry(ada, story, broken);
    await write(ada, story, 'fine again');
    await pull(ben);
    expect(await verdictsOf(ben, story)).toEqual(['in-force', 'in-force', 'void: unreadable', 'in-force']);
    expect(await textsOf(ben, story)).toEqual(['fine', 'fine again']);
  });
});

async function claimingSame(sealed: SealedEntry): Promise<SealedEntry> {
  const { body } = unwrap(decode(entryCodec, sealed.bytes));
  return signEntry(ben.device, sealed.header, new Uint8Array(0), body, null);
}

describe('a reader without the key', () => {
  it('keeps what waits, says so, and opens it when the key comes [fault 18]', async () => {
    const cleo = await admit(ada, 'Cleo');
    const story = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, story, 'for the team');
    await pull(cleo);
    expect(await verdictsOf(cleo, story)).toEqual(['in-force', 'waiting-for-key']);
    expect(await textsOf(cleo, story)).toEqual([]);
    await letIn(ada, team, cleo);
    await pull(cleo);
    expect(await textsOf(cleo, story)).toEqual(['for the team']);
    expect(await verdictsOf(cleo, story)).toEqual(['in-force', 'in-force']);
  });
});

describe('a body that the relay withholds', () => {
  it('is shown as missing, and comes back only as it was', async () => {
    const story = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, story, 'whole');
    await write(ada, story, 'after');
    const entries = entriesOf(ada.shared, story);
    const whole = entries[1]!;
    const parts = unwrap(decode(entryCodec, whole));
    entries[1] = encode(entryCodec, { ...parts, body: new Uint8Array(0) });
    await pull(ben);
    expect(await verdictsOf(ben, story)).toEqual(['in-force', 'missing', 'in-force']);
    const chain = chainOf(ben, story);
    const restore = (bytes: Bytes) => restoreParts(chain, bytes, skeletonOf(ben), ben.log.keyring);
    const other = unwrap(decode(entryCodec, entries[2]!)).body;
    expect((await restore(encode(entryCodec, { ...parts, body: other }))).ok).toBe(false);
    expect((await restore(entriesOf(ada.shared, record)[1]!)).ok).toBe(false);
    const unsigned = encode(entryCodec, { ...parts, signature: new Uint8Array(64) });
    ben.chains.set(toHex(story), unwrap(await restore(unsigned)));
    expect(await textsOf(ben, story)).toEqual(['whole', 'after']);
    // The copy's signature was worth nothing: the one that was verified stays.
    expect(chainOf(ben, story).links[1]!.bytes).toEqual(whole);
  });

  it('takes nothing else with it when it is the keys of an epoch that are withheld', async () => {
    const story = await openRecord(ada, [teamReader(ada, team)]);
    await write(ada, story, 'under an epoch');
    const entries = entriesOf(ada.shared, story);
    const parts = unwrap(decode(entryCodec, entries[0]!));
    entries[0] = encode(entryCodec, { ...parts, clear: new Uint8Array(0) });
    await pull(ben);
    expect(await verdictsOf(ben, story)).toEqual(['missing', 'waiting-for-key']);
    const restored = await restoreParts(
      chainOf(ben, story),
      encode(entryCodec, parts),
      skeletonOf(ben),
      ben.log.keyring,
    );
    ben.chains.set(toHex(story), unwrap(restored));
    expect(await textsOf(ben, story)).toEqual(['under an epoch']);
  });
});
