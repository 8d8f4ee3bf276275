import { equal, randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { MAX_WORK_BITS } from '@leeward/sealed-log/crypto/work.ts';
import { inItem, signed, submission } from '@leeward/sealed-log/wire/box.ts';
import { decode, encode } from '@leeward/sealed-log/wire/codec.ts';
import { itemHash } from '@leeward/sealed-log/wire/hashes.ts';
import { readReply } from '@leeward/sealed-log/wire/reply.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { requestItems } from './request.ts';
import { answer, boxOf, type DoorStory, doorStory, readByTeam } from './testing/door-story.ts';
import { lostLine, problem } from './testing/memory-relay.ts';
import { draft, readingsOf, type Visitor, visitor } from './testing/visitor.ts';

let story: DoorStory;
let her: Visitor;
beforeEach(async () => {
  story = await doorStory();
  her = await visitor(story);
});

describe('asking for help', () => {
  it('travels sealed, is read by the team, and only a signed receipt makes it stored', async () => {
    const outbox = await her.ask();
    expect(await readingsOf(story)).toEqual([{ type: 'request', v: 1, ...draft }]);
    expect(outbox.items()).toMatchObject([{ state: 'stored', sequence: 0 }]);
    expect(her.steps.map(({ step }) => step)).toEqual(['locking', 'working', 'sending', 'stored']);
    const sent = story.relay.asked.map(({ body }) => Buffer.from(body).toString('latin1')).join();
    expect(sent).not.toContain(draft.what);
  });

  it('is 32 KiB on the line whether it is two words or two pages', async () => {
    const sizes = new Set<number>();
    for (const text of ['x', 'help '.repeat(100), 'م'.repeat(7000)]) {
      her = await visitor(story);
      await her.ask(text);
      sizes.add(story.relay.asked.filter(({ method }) => method === 'POST').at(-1)!.body.length);
    }
    expect(sizes.size).toBe(1);
  });

  it('goes on in further items of the same size where it is longer than one holds, and loses not a letter', async () => {
    const text = `${'دافع '.repeat(4000)}😀${'x'.repeat(9000)}😀`;
    await her.ask(text);
    const messages = await readingsOf(story);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map(({ what, text: more }) => what ?? more).join('')).toBe(text);
    expect(new Set(boxOf(story).items.map(({ item }) => item.bytes.length)).size).toBe(1);
  });

  it('has room for everything that can be said, in items that fit', () => {
    const long = (letter: string, count: number): string => letter.repeat(count);
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'م', '字', '"', '\u0001'),
        fc.nat(20_000),
        fc.nat(32),
        fc.boolean(),
        (letter, length, ways, full) => {
          const channels = Array.from({ length: ways }, () => ({
            channel: 'chan_sms' as const,
            detail: long(letter, 300),
            safe: true,
          }));
          const items = requestItems({
            what: long(letter, length + 1),
            locale: 'ar',
            channels,
            ...(full
              ? { safeTimes: long(letter, 500), neverOther: long(letter, 500), callName: long(letter, 500) }
              : {}),
          });
          const messages = items.map(({ message }) => message);
          const words = messages.flatMap((one) =>
            one.type === 'request' ? [one.what] : one.type === 'message' ? [one.text] : [],
          );
          expect(words.join('').length).toBe(length + 1);
          const kept = messages.flatMap((one) => ('channels' in one ? (one.channels ?? []) : []));
          expect(kept.length).toBe(ways);
          expect(messages[0]!.type).toBe('request');
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it('[rule 22] works for the very item that it sends, within the ceiling, and before she presses send', async () => {
    await story.publish({ settings: { workBits: 200 } });
    her = await visitor(story, her.words);
    story.relay.workBits = MAX_WORK_BITS;
    const { outbox } = her.page();
    outbox.add(requestItems(draft));
    expect((await outbox.prepare()).ok).toBe(true);
    expect(story.relay.asked.filter(({ method }) => method === 'POST')).toHaveLength(0);
    her.steps.splice(0);
    expect((await outbox.send()).ok).toBe(true);
    expect(her.steps.map(({ step }) => step)).toEqual(['sending', 'stored']);
  });

  it('takes back what was prepared and never sent, when she changes her words', async () => {
    const { outbox } = her.page();
    outbox.add(requestItems(draft));
    await outbox.prepare();
    outbox.clear();
    outbox.add(requestItems({ ...draft, what: 'Other words.' }));
    expect((await outbox.send()).ok).toBe(true);
    expect(await readingsOf(story)).toMatchObject([{ what: 'Other words.' }]);
  });

  it('[rule 22] says "not sent" at once where the queue is full, and keeps everything', async () => {
    story.relay.between = async ({ method }, next) =>
      method === 'POST' ? problem(503, 'queue-full') : next();
    const { outbox } = her.page();
    outbox.add(requestItems(draft));
    expect(await outbox.send()).toMatchObject({ error: { code: 'relay', problem: { code: 'queue-full' } } });
    expect(outbox.items()).toMatchObject([{ state: 'not-sent', content: { message: draft } }]);
  });
});

describe('a line that breaks', () => {
  /** What happens to the first posts: lost on the way there, on the way back, or answered with a failure. */
  const mishaps = ['there', 'back', 'busy', 'cut', 'portal'] as const;

  it('[fault 39] never loses a message and never sends it twice, whatever happens to however many tries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...mishaps), { maxLength: 6 }), async (plan) => {
        her = await visitor(story);
        story.relay.boxes.clear();
        const left = [...plan];
        const bodies: string[] = [];
        story.relay.between = async ({ method, body }, next) => {
          if (method !== 'POST') return next();
          bodies.push(Buffer.from(body).toString('base64'));
          const mishap = left.shift();
          if (mishap === 'there') return lostLine();
          if (mishap === 'busy') return problem(503, 'busy');
          if (mishap === 'portal') return new Response('<html>Please log in</html>');
          const answered = await next();
          if (mishap === 'back') return lostLine();
          return mishap === 'cut' ? new Response((await answered.arrayBuffer()).slice(0, 30)) : answered;
        };
        const outbox = await her.ask();
        expect(outbox.items()).toMatchObject([{ state: 'stored' }]);
        expect(boxOf(story).items).toHaveLength(1);
        expect(bodies).toHaveLength(plan.length + 1);
        expect(new Set(bodies).size).toBe(1);
      }),
      { numRuns: runs(12) },
    );
  });

  it('[fault 39] says "not sent yet" when she stops, and goes on later with the same bytes', async () => {
    const stop = new AbortController();
    story.relay.between = async ({ method }, next) => {
      if (method !== 'POST') return next();
      await next();
      stop.abort();
      return lostLine();
    };
    const { outbox } = her.page();
    outbox.add(requestItems(draft));
    expect((await outbox.send(stop.signal)).ok).toBe(false);
    expect(outbox.items()).toMatchObject([{ state: 'not-sent' }]);
    story.relay.between = (_asked, next) => next();
    // It may have arrived: what was tried can no longer be taken back.
    outbox.clear();
    expect((await outbox.send()).ok).toBe(true);
    expect(outbox.items()).toMatchObject([{ state: 'stored' }]);
    expect(boxOf(story).items).toHaveLength(1);
  });

  it('[rule 21] believes no receipt that is forged, or for another item, box or organisation', async () => {
    const other = await doorStory();
    const wrong: ((hash: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>)[] = [
      async (hash) => encode(signed, await other.relay.receiptFor(3, her.mailbox.id, 0, hash)),
      async () => encode(signed, await story.relay.receiptFor(3, her.mailbox.id, 0, randomBytes(32))),
      async (hash) => encode(signed, await story.relay.receiptFor(3, randomBytes(32), 0, hash)),
      async (hash) => encode(signed, await story.relay.receiptFor(3, her.mailbox.id, 1, hash)),
      async (hash) => encode(signed, await story.relay.receiptFor(4, her.mailbox.id, 0, hash)),
      async () => randomBytes(200),
    ];
    let lies = 0;
    story.relay.between = async ({ method, body }, next) => {
      if (method !== 'POST') return next();
      const lie = wrong[lies];
      lies += 1;
      if (lie === undefined) return next();
      return new Response(await lie(await itemHash(unwrap(decode(submission, body)).item.bytes)));
    };
    await her.ask();
    expect(lies).toBe(wrong.length + 1);
  });

  it('[rule 21] does not call an item stored that the relay gives back with a wrong receipt', async () => {
    await her.ask();
    boxOf(story).items[0]!.receipt = { bytes: randomBytes(20), signature: randomBytes(64) };
    expect((await her.read()).own).toMatchObject([{ state: 'not-sent', at: null }]);
  });
});

describe('two tabs with the same words', () => {
  it('both write, and nobody’s words are lost or doubled', async () => {
    await her.ask();
    const before = await her.read();
    const [one, two] = [her.page(before), her.page(before)];
    await her.write(one.outbox, 'from the first tab');
    await her.write(two.outbox, 'from the second tab');
    await her.write(one.outbox, 'and again from the first');
    expect((await readingsOf(story)).map(({ text }) => text).slice(1)).toEqual([
      'from the first tab',
      'from the second tab',
      'and again from the first',
    ]);
    expect((await her.read()).own.map(({ state }) => state)).toEqual([
      'stored',
      'stored',
      'stored',
      'stored',
    ]);
  });

  it('[rule 6] does not sign a second item on the mere word of the relay that somebody was faster', async () => {
    await her.ask();
    const { outbox } = her.page(await her.read());
    let lies = 3;
    const bodies = new Set<string>();
    story.relay.between = async ({ method, body }, next) => {
      if (method !== 'POST') return next();
      bodies.add(Buffer.from(body).toString('base64'));
      lies -= 1;
      return lies >= 0 ? problem(409, 'head-moved') : next();
    };
    await her.write(outbox, 'once');
    expect(bodies.size).toBe(1);
    expect(boxOf(story).items).toHaveLength(2);
  });

  it('finds its own item in the box where the relay says that it is taken already', async () => {
    await her.ask();
    const { outbox } = her.page(await her.read());
    let told = false;
    story.relay.between = async ({ method }, next) => {
      if (method !== 'POST' || told) return next();
      told = true;
      await next();
      return problem(409, 'head-moved');
    };
    await her.write(outbox, 'already there');
    expect(boxOf(story).items).toHaveLength(2);
    expect(outbox.items().at(-1)).toMatchObject({ state: 'stored', sequence: 1 });
  });
});

describe('the bytes of her items', () => {
  it('are one chain, each sealed to the intake key of the door', async () => {
    const outbox = await her.ask();
    await her.write(outbox, 'two');
    await her.write(outbox, 'three');
    const items = boxOf(story).items.map(({ item }) => item);
    const hashes = await Promise.all(items.map(({ bytes }) => itemHash(bytes)));
    const read = items.map(({ bytes }) => unwrap(decode(inItem, bytes)));
    expect(read.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(equal(read[1]!.prev, hashes[0]!) && equal(read[2]!.prev, hashes[1]!)).toBe(true);
    expect(new Set(read.map(({ keyBox }) => keyBox.length)).size).toBe(1);
    const [first, second] = await readByTeam(story, items);
    expect(first!.sealingKey).toHaveLength(1216);
    expect(second!.sealingKey).toHaveLength(0);
  });

  it('and of the replies are checked against this box and no other', async () => {
    await her.ask();
    const reply = await answer(story, { type: 'reply', v: 1, text: 'for her alone' });
    const other = await visitor(story);
    await other.ask('somebody else');
    const box = [...story.relay.boxes.values()][1]!;
    box.replies.push(reply);
    expect(await other.read()).toMatchObject({ replies: [], refused: 1 });
    expect(unwrap(readReply(reply)).place.sequence).toBe(0);
    expect((await her.read()).replies).toHaveLength(1);
  });
});
