import type { PendingEdit } from '@leeward/workspace/desk/contract.ts';
import { describe, expect, it } from 'vitest';
import { day, hour, me, sealedNext, second, talk } from '../testing/fake-world.ts';
import { isOpened, timelineOf, unopenedCount } from './timeline.ts';

const start = Date.UTC(2026, 10, 1);
const asked = talk(1).hers(0, start, { type: 'request', v: 1, what: 'First words', locale: 'en' });
const kinds = (state: ReturnType<typeof talk>['state'], pending: readonly PendingEdit[] = []) =>
  timelineOf(state, pending).map((moment) => moment.kind);

describe('the time line of a conversation', () => {
  it('tells her words, our judgement and our answer in the order of the record', () => {
    const { state } = asked
      .ours(start + hour, me, { type: 'RequestClaimed', member: me.member })
      .ours(start + hour, me, { type: 'UrgencySet', urgency: 'urg_high', reason: 'A reason.' })
      .reply(start + 2 * hour, me, 'An answer')
      .hers(1, start + day, { type: 'message', v: 1, text: 'Thank you' });
    expect(kinds(state)).toEqual(['hers', 'urgency', 'ours', 'hers']);
  });

  it('shows where messages of hers are missing, and how many', () => {
    const { state } = asked.hers(3, start + hour, { type: 'message', v: 1, text: 'The fourth' });
    const gaps = timelineOf(state, []).filter((moment) => moment.kind === 'gap');
    expect(gaps).toEqual([expect.objectContaining({ count: 2 })]);
    expect(kinds(state)).toEqual(['hers', 'gap', 'hers']);
  });

  it('puts a message that arrives late where its number belongs', () => {
    const { state } = asked
      .hers(2, start + hour, { type: 'message', v: 1, text: 'third' })
      .hers(1, start + hour, { type: 'message', v: 1, text: 'second' });
    const numbers = timelineOf(state, []).flatMap((one) => (one.kind === 'hers' ? [one.item.sequence] : []));
    expect(numbers).toEqual([0, 1, 2]);
    expect(kinds(state)).not.toContain('gap');
  });

  it('marks what nobody has opened yet, and nothing any more once it was opened', () => {
    expect(isOpened(asked.state)).toBe(false);
    expect(unopenedCount(asked.state)).toBe(1);
    const opened = asked.ours(start + hour, second, {
      type: 'OpenedNoted',
      sequence: 0,
      sent: sealedNext(asked.state),
    });
    expect(isOpened(opened.state)).toBe(true);
    expect(unopenedCount(opened.state)).toBe(0);
    expect(kinds(opened.state)).toEqual(['hers', 'opened']);
  });

  it('says only of the last answer that she has not come back, and of the last one she saw that she saw it', () => {
    const claimed = asked.ours(start, me, { type: 'RequestClaimed', member: me.member });
    const { state } = claimed
      .reply(start + hour, me, 'one')
      .hers(1, start + 2 * hour, { type: 'message', v: 1, text: 'seen' })
      .reply(start + 3 * hour, me, 'two')
      .reply(start + 4 * hour, me, 'three');
    const seen = timelineOf(state, []).flatMap((one) => (one.kind === 'ours' ? [one.seen] : []));
    expect(seen).toEqual(['last-seen', null, 'not-yet']);
  });

  it('shows an answer on its way at the end, and one that met a conflict not as said', () => {
    const edit: PendingEdit = {
      action: '1',
      command: 'reply',
      delivery: 'kept',
      since: start,
      changed: [],
      text: 'On its way',
      failure: null,
    };
    expect(kinds(asked.state, [edit])).toEqual(['hers', 'pending']);
    expect(kinds(asked.state, [{ ...edit, delivery: 'conflict' }])).toEqual(['hers']);
    expect(kinds(asked.state, [{ ...edit, command: 'setUrgency' }])).toEqual(['hers']);
  });
});
