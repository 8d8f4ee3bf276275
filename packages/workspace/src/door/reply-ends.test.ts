import type { SentReply } from '@leeward/sealed-log/wire/reply.ts';
import { dayOf } from '@leeward/sealed-log/wire/reply.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from './conversation.ts';
import { talkLines } from './talk.ts';
import { answer, boxOf, type DoorStory, doorStory, TODAY } from './testing/door-story.ts';
import { type Visitor, visitor } from './testing/visitor.ts';

const today = dayOf(TODAY * 1000);
let story: DoorStory;
let her: Visitor;
beforeEach(async () => {
  story = await doorStory();
  her = await visitor(story);
  await her.ask();
});

const say = (text: string, more: Parameters<typeof answer>[2] = {}): Promise<SentReply> =>
  answer(story, { type: 'reply', v: 1, text }, more);
/** What a relay does with a reply whose time is over, rightly or not. */
const drop = (index: number): void => {
  const { replies } = boxOf(story);
  const reply = replies[index];
  if (reply !== undefined) replies[index] = { ...reply, box: null };
};
const lines = (conversation: Conversation): readonly string[] =>
  talkLines(conversation, []).flatMap((line) => {
    if (line.kind === 'reply') return [line.reply.message?.type === 'reply' ? line.reply.message.text : '?'];
    return line.kind === 'own' ? [] : [line.kind];
  });

describe('an answer has its last day [fault 50]', () => {
  it('until which it is read, and which stands beside it', async () => {
    await say('Come on Monday.', { until: today });
    const conversation = await her.read();
    expect(lines(conversation)).toEqual(['Come on Monday.']);
    expect(conversation.replies[0]?.until).toBe(new Date(TODAY * 1000).toISOString().slice(0, 10));
  });

  it('after which nothing of it is here, nothing is missing, and the line goes on', async () => {
    await say('first', { until: today - 40 });
    await say('second', { until: today - 2 });
    await say('third');
    drop(0);
    drop(1);
    const conversation = await her.read();
    expect(lines(conversation)).toEqual(['ended', 'third']);
    expect(conversation).toMatchObject({ gaps: [], refused: 0, forked: false });
    expect(conversation.next.lastReply).toBe(3);
  });

  it('and is not shown after it, although a relay kept what it should have dropped', async () => {
    await say('first', { until: today - 1 });
    expect(lines(await her.read())).toEqual(['ended']);
  });

  it('before which a relay that gives no more than the signature is caught [fault 2]', async () => {
    await say('first');
    await say('second');
    drop(1);
    const conversation = await her.read();
    expect(lines(conversation)).toEqual(['first', 'gap']);
    expect(conversation.gaps).toEqual([{ before: 1, count: 1 }]);
    boxOf(story).replies.shift();
    expect((await her.read()).gaps).toEqual([{ before: 1, count: 2 }]);
  });

  it('may be over a day early for a phone that is behind, and no more', async () => {
    await say('first', { until: today });
    drop(0);
    expect(lines(await her.read())).toEqual(['ended']);
    boxOf(story).replies.length = 0;
    await say('first', { until: today + 1 });
    drop(0);
    expect(lines(await her.read())).toEqual(['gap']);
  });
});

describe('a later word that takes earlier ones away [fault 50]', () => {
  it('ends them for whoever has the words, and looks as if their time were over', async () => {
    await say('the road, the day, the house');
    await say('the name of the driver');
    await answer(story, { type: 'confirmed', v: 1 }, { below: 2 });
    drop(0);
    drop(1);
    const conversation = await her.read();
    expect(lines(conversation)).toEqual(['ended']);
    expect(conversation).toMatchObject({ gaps: [], refused: 0 });
  });

  it('is believed from those who may answer, and from nobody else', async () => {
    await say('stays');
    await answer(story, { type: 'confirmed', v: 1 }, { below: 1, by: story.second });
    expect(lines(await her.read())).toContain('stays');
    drop(0);
    expect(lines(await her.read())).toContain('gap');
  });
});
