import { describe, expect, it } from 'vitest';
import {
  administrator,
  admitted,
  mailbox,
  officer,
  reader,
  sealed,
  second,
  story,
} from '../testing/conversation.ts';
import { at, hash, item } from '../testing/people.ts';
import { foldRequest } from './fold.ts';
import { seenReplies, unreadItems } from './queue.ts';
import { canAdmit, canAdopt, canReply, mayAnswer } from './rules.ts';
import { saidBy } from './said.ts';
import {
  brokenItems,
  closedByPerson,
  countingItems,
  emptyRequest,
  missingItems,
  nextSent,
  openGuest,
} from './state.ts';

const asks = { type: 'request', v: 1, what: 'I need help.', locale: 'en' };
const says = (text: string) => ({ type: 'message', v: 1, text });
const sequences = (from: ReturnType<typeof story>) => from.state.items.map((held) => held.sequence);

describe('a conversation begins with one guest', () => {
  it('[rule 16] names one mailbox first; nothing counts before it and no second one is named beside it', () => {
    const early = foldRequest(
      emptyRequest,
      admitted(item(0, asks)),
      at(1, officer, { quoted: [item(0, asks)] }),
    );
    expect(early.items).toEqual([]);
    expect(early.kept[0]?.why).toMatchObject({ refusal: { code: 'not_begun' } });
    const twice = story().event(2, officer, { type: 'GuestNamed', v: 1, ...mailbox(1) });
    expect(twice.state.guests.map((guest) => guest.mailbox)).toEqual([hash(9000)]);
    expect(twice.state.kept).toHaveLength(1);
    expect(canAdopt(emptyRequest, officer, mailbox(0)).ok).toBe(true);
    expect(canAdopt(emptyRequest, reader, mailbox(0))).toMatchObject({ error: { code: 'role' } });
  });

  it('[rule 16] lets a channel do what it was named for and nothing more, and shows what it tried', () => {
    const narrow = foldRequest(
      emptyRequest,
      { type: 'GuestNamed', v: 1, ...mailbox(0), may: ['message'] },
      at(1, officer),
    );
    const told = story(narrow)
      .item(2, officer, item(0, asks))
      .item(3, officer, item(1, { type: 'close', v: 1 }));
    expect(told.state.items.map((held) => held.verdict)).toEqual(['counts', 'not_allowed']);
    expect(closedByPerson(told.state)).toBe(false);
  });

  it('never takes a guest for a colleague', () => {
    const state = foldRequest(
      story().state,
      { type: 'RequestReleased', v: 1 },
      { ...at(2, administrator), author: { guest: hash(9000) } },
    );
    expect(state.kept[0]?.why).toMatchObject({ refusal: { code: 'not_a_member' } });
  });
});

describe('her items', () => {
  it('stand in the order of her numbers, not of arrival, and a hole says how many are missing', () => {
    const told = story()
      .item(2, officer, item(3, says('four')))
      .item(3, officer, item(0, asks));
    expect(sequences(told)).toEqual([0, 3]);
    expect(missingItems(told.state)).toBe(2);
    const later = told.item(4, officer, item(2, says('three'))).item(5, officer, item(1, says('two')));
    expect(sequences(later)).toEqual([0, 1, 2, 3]);
    expect(missingItems(later.state)).toBe(0);
    expect(brokenItems(later.state)).toEqual([]);
  });

  it('[fault 6] count once however often they are admitted', () => {
    const once = story().item(2, officer, item(0, asks));
    const twice = once.item(3, second, item(0, asks));
    expect(twice.state).toEqual(once.state);
    expect(canAdmit(once.state, second, [{ item: item(0, asks), contentKey: null }])).toMatchObject({
      error: { code: 'no_change' },
    });
  });

  it('[fault 30] shows a second item under a number that is taken, and lets only the first count', () => {
    const told = story()
      .item(2, officer, item(0, asks))
      .item(3, officer, item(0, { ...asks, what: 'Something else.' }, { hash: hash(6000) }));
    expect(told.state.items.map((held) => held.verdict)).toEqual(['counts', 'doubled']);
    expect(saidBy(told.state).what).toBe('I need help.');
  });

  it('show a break where an item does not follow the one before it', () => {
    const told = story()
      .item(2, officer, item(0, asks))
      .item(3, officer, item(1, says('two'), { prev: hash(1234) }));
    expect(brokenItems(told.state).map((held) => held.sequence)).toEqual([1]);
    const two = story()
      .item(2, officer, item(0, asks))
      .item(3, officer, item(0, asks, { hash: hash(6000) }))
      .item(4, officer, item(1, says('two'), { prev: hash(6000) }));
    expect(brokenItems(two.state)).toEqual([]);
  });

  it('are refused where the entry quotes another item than it says', () => {
    const told = story().event(2, officer, admitted(item(0, asks)), {
      quoted: [item(0, asks, { hash: hash(6000) })],
    });
    expect(told.state.items).toEqual([]);
    expect(told.state.kept[0]?.why).toMatchObject({ refusal: { code: 'item_differs' } });
  });

  it('[fault 18] hold their place where this device cannot open them yet', () => {
    const told = story()
      .event(2, officer, admitted(item(0, asks)))
      .item(3, officer, item(1, says('two')));
    expect(sequences(told)).toEqual([0, 1]);
    expect(told.state.items[0]?.content).toBeNull();
    expect(missingItems(told.state)).toBe(0);
  });

  it('show the text as it came where it is no message, and ask for a newer Leeward where it is a newer one', () => {
    const told = story()
      .item(2, officer, item(0, 'not json at all'))
      .item(3, officer, item(1, { type: 'song', v: 1, tune: 'la' }));
    expect(told.state.items.map((held) => held.content?.kind)).toEqual(['unreadable', 'newer']);
    expect(told.state.items[0]?.content).toMatchObject({ raw: 'not json at all' });
    expect(told.state.needsNewer).toBe(true);
    expect(countingItems(told.state)).toHaveLength(2);
  });
});

describe('our items', () => {
  it('are numbered without a gap, and a second one under the same number is kept and not counted', () => {
    const told = story()
      .item(2, officer, item(0, asks))
      .event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });
    const sent = sealed(told.state);
    const both = told
      .event(4, officer, { type: 'ReplyWritten', v: 1, text: 'We read it.', files: [], sent })
      .event(5, second, {
        type: 'ReplyWritten',
        v: 1,
        text: 'Me too.',
        files: [],
        sent: { ...sent, hash: hash(1) },
      });
    expect(both.state.sent.map((held) => held.text)).toEqual(['We read it.']);
    expect(both.state.kept[0]?.why).toEqual({
      kind: 'refused',
      refusal: { code: 'number_taken', details: { expected: 1 } },
    });
    expect(nextSent(both.state, hash(9000))).toEqual({ sequence: 1, prev: sent.hash });
  });

  it('say which of hers were opened, and never less than before', () => {
    const asked = story()
      .item(2, officer, item(0, asks))
      .item(3, officer, item(1, says('two')));
    expect(unreadItems(asked.state)).toBe(2);
    const opened = asked.event(4, officer, {
      type: 'OpenedNoted',
      v: 1,
      sequence: 0,
      sent: sealed(asked.state),
    });
    expect(unreadItems(opened.state)).toBe(1);
    const again = opened.event(5, officer, {
      type: 'OpenedNoted',
      v: 1,
      sequence: 0,
      sent: sealed(opened.state),
    });
    expect(again.state.kept[0]?.why).toMatchObject({ refusal: { code: 'no_change' } });
    const never = opened.event(5, officer, {
      type: 'OpenedNoted',
      v: 1,
      sequence: 9,
      sent: sealed(opened.state),
    });
    expect(never.state.kept[0]?.why).toMatchObject({ refusal: { code: 'not_there' } });
  });

  it('[rule 20] show how far she has seen ours', () => {
    const told = story()
      .item(2, officer, item(0, asks))
      .reply(3, officer, 'First')
      .reply(4, officer, 'Second')
      .item(5, officer, item(1, says('thank you'), { repliesSeen: 1 }));
    expect(seenReplies(told.state)).toBe(1);
  });
});

describe('answering', () => {
  const asked = story().item(2, officer, item(0, asks));
  const claimed = asked.event(3, officer, { type: 'RequestClaimed', v: 1, member: officer.member });

  it('needs a claim, so that two people do not answer', () => {
    expect(mayAnswer(asked.state, officer)).toMatchObject({ error: { code: 'claim_first' } });
    expect(mayAnswer(claimed.state, second)).toMatchObject({
      error: { code: 'claimed_by_other', details: { member: officer.member } },
    });
    const sent = sealed(claimed.state);
    expect(canReply(claimed.state, officer, { text: 'We read it.', files: [], sent }).ok).toBe(true);
    expect(canReply(claimed.state, officer, { text: ' ', files: [], sent })).toMatchObject({
      error: { code: 'malformed', details: { path: 'text', problem: 'empty' } },
    });
    expect(mayAnswer(claimed.state, { ...reader, member: officer.member })).toMatchObject({
      error: { code: 'role' },
    });
  });

  it('ends when she closes the conversation [invariants 2, 14]', () => {
    const closed = claimed.item(4, officer, item(1, { type: 'close', v: 1 }));
    expect(mayAnswer(closed.state, officer)).toEqual({ ok: false, error: { code: 'closed_by_person' } });
  });
});

describe('a lost or seized phrase', () => {
  const replaced = {
    type: 'GuestReplaced',
    v: 1,
    mailbox: hash(9000),
    by: mailbox(1),
    checked: 'Spoke in person.',
  };

  it('[fault 49] [rule 16] is replaced by a new mailbox; the case stays and the old one closes', () => {
    const told = story().item(2, officer, item(0, asks)).event(3, officer, replaced);
    expect(openGuest(told.state)?.mailbox).toBe(hash(9001));
    expect(told.state.guests[0]?.closed).toMatchObject({ reason: 'replaced', by: officer.member });
    expect(saidBy(told.state).what).toBe('I need help.');
    const both = told
      .item(4, officer, item(1, says('It is not her.')))
      .item(5, officer, item(0, says('It is me.'), { mailbox: hash(9001), hash: hash(8000) }));
    expect(both.state.items.map((held) => [held.mailbox, held.verdict])).toEqual([
      [hash(9000), 'counts'],
      [hash(9000), 'after_close'],
      [hash(9001), 'counts'],
    ]);
  });

  it('[fault 50] can be burnt; what its holder writes later is shown and changes nothing', () => {
    const told = story()
      .item(2, officer, item(0, asks))
      .event(3, officer, { type: 'GuestClosed', v: 1, mailbox: hash(9000), reason: 'seized' })
      .item(4, officer, item(1, { type: 'close', v: 1 }));
    expect(openGuest(told.state)).toBeUndefined();
    expect(told.state.items[1]?.verdict).toBe('after_close');
    expect(mayAnswer(told.state, officer)).toMatchObject({ error: { code: 'channel_closed' } });
    const late = told.event(5, officer, {
      type: 'ReplyWritten',
      v: 1,
      text: 'x',
      files: [],
      sent: sealed(told.state),
    });
    expect(late.state.sent).toEqual([]);
  });

  it('[rule 3] by readmission closes the old channel at once and opens none', () => {
    const told = story().item(2, officer, item(0, asks)).event(3, officer, replaced, { readmitted: true });
    expect(told.state.guests).toHaveLength(1);
    expect(told.state.guests[0]?.closed).not.toBeNull();
  });
});
