import { foldRequest } from '@leeward/domain/request/fold.ts';
import { emptyRequest } from '@leeward/domain/request/state.ts';
import { at, colleague } from '@leeward/domain/testing/people.ts';
import { expect, it } from 'vitest';
import { passagesOfRequest } from './passages.ts';

it('a request that came by phone is found by its words, its name, its number, and what was answered', () => {
  const officer = colleague(1, 'officer');
  const account = {
    type: 'RequestEntered',
    v: 1,
    way: 'phone',
    from: 'A cousin',
    at: 1,
    words: 'He hides at a friend’s.',
    locale: 'en',
    details: { callName: 'Yusuf', channels: [{ channel: 'chan_sms', detail: 'sample-1', safe: true }] },
  };
  const contact = { type: 'ContactNoted', v: 1, channel: 'chan_sms', at: 2, words: 'We call tonight.' };
  const state = [account, contact].reduce(
    (before, event, index) => foldRequest(before, event, at(index + 1, officer)),
    emptyRequest,
  );
  expect(passagesOfRequest(state).map(({ part, text }) => [part, text])).toEqual([
    ['contact', 'A cousin'],
    ['what', 'He hides at a friend’s.'],
    ['callName', 'Yusuf'],
    ['contact', 'sample-1'],
    ['reply', 'We call tonight.'],
  ]);
});
