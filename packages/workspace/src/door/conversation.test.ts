import { equal, randomBytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { newPhrase } from '@leeward/sealed-log/phrase/phrase.ts';
import { loadNewestList } from '@leeward/sealed-log/phrase/wordList.ts';
import { inItem } from '@leeward/sealed-log/wire/box.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { replyHash } from '@leeward/sealed-log/wire/hashes.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { outboxWords, stillFits } from './check-words.ts';
import type { Conversation } from './conversation.ts';
import { mailboxOf } from './mailbox.ts';
import { createMailboxReader } from './read-mailbox.ts';
import { answer, boxOf, type DoorStory, doorStory, replyOf, TODAY } from './testing/door-story.ts';
import { type Visitor, visitor } from './testing/visitor.ts';

let story: DoorStory;
let her: Visitor;
beforeEach(async () => {
  story = await doorStory();
  her = await visitor(story);
});

describe('coming back', () => {
  it('finds the states of her items and the words of the team', async () => {
    const outbox = await her.ask();
    expect((await her.read()).own).toMatchObject([{ sequence: 0, state: 'stored' }]);
    await answer(story, { type: 'opened', v: 1, sequence: 0 });
    await answer(story, { type: 'reply', v: 1, text: 'We have read it.' });
    await her.write(outbox, 'Thank you.');
    const conversation = await her.read();
    expect(conversation.own).toMatchObject([{ state: 'opened', at: TODAY * 1000 }, { state: 'stored' }]);
    expect(conversation.replies).toMatchObject([
      { sequence: 0, confirmed: true, message: { type: 'opened' } },
      { sequence: 1, confirmed: true, message: { type: 'reply', text: 'We have read it.' } },
    ]);
    expect(conversation).toMatchObject({ gaps: [], ownMissing: 0, refused: 0, forked: false });
  });

  it('[fault 36] looks the same for wrong words as for an empty box', async () => {
    await her.ask();
    const wrong = await mailboxOf(newPhrase(), her.door.org);
    const nothing = unwrap(
      await createMailboxReader(her.door, wrong, story.client, () => TODAY * 1000).read(),
    );
    expect(nothing).toMatchObject({ own: [], replies: [], confirmedAt: null });
  });

  it('[fault 38] gives other keys for the same words at another organisation', async () => {
    const words = newPhrase();
    const here = await mailboxOf(words, her.door.org);
    const there = await mailboxOf(words, randomBytes(32));
    expect(equal(here.id, there.id)).toBe(false);
    expect(equal(here.signer.key, there.signer.key)).toBe(false);
    expect(equal(here.sealingSeed, there.sealingSeed)).toBe(false);
  });

  it('[rule 20] tells the team the last reply that she has seen, by number and hash', async () => {
    const outbox = await her.ask();
    const reply = await answer(story, { type: 'reply', v: 1, text: 'Hello.' });
    const { outbox: later } = her.page(await her.read());
    await her.write(later, 'Seen.');
    await her.write(outbox, 'Written by a page that has not looked.');
    const items = boxOf(story).items.map(({ item }) => unwrap(decode(inItem, item.bytes)));
    expect(items.map(({ lastReply }) => lastReply)).toEqual([0, 1, 1]);
    expect(equal(items[1]!.lastReplyHash, await replyHash(reply.bytes))).toBe(true);
  });

  it('[rule 20] shows when the team last confirmed that nothing newer is held back', async () => {
    await her.ask();
    expect((await her.read()).confirmedAt).toBeNull();
    await answer(story, { type: 'reply', v: 1, text: 'a' }, { at: 5_000_000 });
    await answer(story, { type: 'confirmed', v: 1 }, { at: 9_000_000 });
    expect((await her.read()).confirmedAt).toBe(9_000_000);
    // The relay holds the last one back: the time of the confirmation goes back with it.
    boxOf(story).replies.pop();
    expect((await her.read()).confirmedAt).toBe(5_000_000);
  });

  it('[rule 20] compares two words of the last visit with what is there today', async () => {
    const list = (await loadNewestList('en'))!;
    await her.ask();
    expect(outboxWords(await her.read(), list)).toBeNull();
    await answer(story, { type: 'reply', v: 1, text: 'one' });
    await answer(story, { type: 'reply', v: 1, text: 'two' });
    const then = outboxWords(await her.read(), list)!;
    const digits = outboxWords(await her.read(), null)!;
    expect(then).toHaveLength(2);
    await answer(story, { type: 'reply', v: 1, text: 'three' });
    const typed = ` ${then[0]!.toUpperCase()},  ${then[1]}`;
    expect(stillFits(await her.read(), typed, [list])).toBe(true);
    expect(stillFits(await her.read(), digits.join(' '), [])).toBe(true);
    expect(stillFits(await her.read(), '', [list])).toBe(false);
    boxOf(story).replies.splice(1);
    expect(stillFits(await her.read(), typed, [list])).toBe(false);
  });

  it('[rule 21] calls nothing opened on the word of the relay, of a stranger, or about another item', async () => {
    await her.ask();
    const opened = { type: 'opened', v: 1, sequence: 5 } as const;
    await answer(story, opened, { by: story.second });
    expect((await her.read()).own[0]!.state).toBe('stored');
    // By a correspondent, but written before her item was there.
    boxOf(story).replies.splice(0);
    await answer(story, opened, { lastItem: 0 });
    expect((await her.read()).own[0]!.state).toBe('stored');
    await answer(story, opened);
    expect((await her.read()).own[0]!.state).toBe('opened');
  });
});

describe('a relay that lies about the replies', () => {
  const texts = ({ replies }: Conversation): readonly unknown[] =>
    replies
      .filter((reply) => reply.confirmed)
      .map(({ message }) => (message?.type === 'reply' ? message.text : null));
  const say = (text: string, more: Parameters<typeof answer>[2] = {}) =>
    answer(story, { type: 'reply', v: 1, text }, more);

  it('[fault 2] shows how many are missing where the relay leaves some out', async () => {
    await her.ask();
    for (const text of ['a', 'b', 'c', 'd']) await say(text);
    boxOf(story).replies.splice(1, 2);
    const conversation = await her.read();
    expect(texts(conversation)).toEqual(['a', 'd']);
    expect(conversation.gaps).toEqual([{ before: 3, count: 2 }]);
    boxOf(story).replies.splice(0, 1);
    expect((await her.read()).gaps).toEqual([{ before: 3, count: 3 }]);
  });

  it('[fault 7] gives one conversation, in whatever order and however often the relay sends things', async () => {
    await her.ask();
    for (const text of ['a', 'b', 'c']) await say(text);
    const box = boxOf(story);
    const [a, b, c] = [...box.replies];
    box.replies.splice(0, 3, c!, a!, b!, a!, c!);
    const conversation = await her.read();
    expect(texts(conversation)).toEqual(['a', 'b', 'c']);
    expect(conversation).toMatchObject({ gaps: [], refused: 0, forked: false });
  });

  it('[fault 10] does not show what was changed by one bit, and says that something was refused', async () => {
    await her.ask();
    const reply = await say('a');
    await say('b');
    const bytes = reply.bytes.slice();
    bytes[bytes.length - 5]! ^= 1;
    boxOf(story).replies[0] = { ...reply, bytes };
    const conversation = await her.read();
    expect(texts(conversation)).toEqual(['b']);
    expect(conversation).toMatchObject({ refused: 1, gaps: [{ before: 1, count: 1 }] });
  });

  it('[rule 18] does not confirm a reply by a device outside the roster', async () => {
    await her.ask();
    await say('from somebody who may not answer', { by: story.second });
    const conversation = await her.read();
    expect(conversation.replies).toMatchObject([{ confirmed: false }]);
    expect(conversation.confirmedAt).toBeNull();
    expect(conversation.next.lastReply).toBe(0);
  });

  it('[rule 18] does not believe a proof for another device, or another place in the roster', async () => {
    await story.publish({ roster: [story.officer, story.founder] });
    her = await visitor(story, her.words);
    await her.ask();
    await say('by the officer');
    await say('by an administrator without this right', { by: story.second });
    const honest = story.relay.roster;
    story.relay.roster = [story.second.device.signingKey, ...honest];
    expect((await her.read()).replies.map(({ confirmed }) => confirmed)).toEqual([false, false]);
    story.relay.roster = [...honest].reverse();
    expect((await her.read()).replies.map(({ confirmed }) => confirmed)).toEqual([false, false]);
    story.relay.roster = honest;
    expect((await her.read()).replies.map(({ confirmed }) => confirmed)).toEqual([true, false]);
  });

  it('[rule 18] keeps the words of an officer who has left, where a later reply builds on them', async () => {
    await her.ask();
    await say('by the officer who left');
    await story.publish({ roster: [story.founder] });
    her = await visitor(story, her.words);
    expect((await her.read()).replies.map(({ confirmed }) => confirmed)).toEqual([false]);
    await say('by her successor', { by: story.founder });
    expect((await her.read()).replies.map(({ confirmed }) => confirmed)).toEqual([true, true]);
    // What the one who left writes afterwards is not carried by that.
    await say('written later by the one who left');
    expect((await her.read()).replies.map(({ confirmed }) => confirmed)).toEqual([true, true, false]);
  });

  it('says that two lines of replies are about, and hides neither', async () => {
    await her.ask();
    await say('first');
    const [common] = boxOf(story).replies;
    await say('one');
    const other = await replyOf(
      story,
      { type: 'reply', v: 1, text: 'other' },
      { sequence: 1, prev: await replyHash(common!.bytes) },
    );
    boxOf(story).replies.push(other);
    const conversation = await her.read();
    expect(conversation.forked).toBe(true);
    expect(texts(conversation)).toEqual(['first', 'one', 'other']);
  });

  it('says how many of her own items the team has seen and the relay keeps from her', async () => {
    const outbox = await her.ask();
    await her.write(outbox, 'second');
    await say('We have both.');
    boxOf(story).items.pop();
    expect(await her.read()).toMatchObject({ ownMissing: 1, next: { sequence: 1 } });
  });

  it('takes no item into her chain that she has not signed, and none out of its place', async () => {
    const outbox = await her.ask();
    await her.write(outbox, 'second');
    const box = boxOf(story);
    const stranger = await visitor(story);
    await stranger.ask('by a stranger');
    const foreign = [...story.relay.boxes.values()][1]!.items[0]!;
    box.items.splice(1, 0, foreign);
    expect((await her.read()).own).toHaveLength(2);
    box.items.splice(0, 1);
    expect((await her.read()).own).toHaveLength(0);
  });

  it('shows a message that this page is too old to read as one that is there', async () => {
    await her.ask();
    const newer = { type: 'song', v: 3 } as unknown as Parameters<typeof answer>[1];
    await answer(story, newer);
    expect((await her.read()).replies).toMatchObject([{ confirmed: true, message: null }]);
  });

  it('[fault 14] does not read a relay for ever that always says "more"', async () => {
    await her.ask();
    await say('a');
    let asked = 0;
    story.relay.between = async ({ path }, next) => {
      if (!path.includes('/mailboxes/')) return next();
      asked += 1;
      const bytes = new Uint8Array(await (await next()).arrayBuffer());
      bytes[bytes.length - 1] = 1;
      return new Response(bytes);
    };
    expect(texts(await her.read())).toEqual(['a']);
    expect(asked).toBe(2);
  });
});
