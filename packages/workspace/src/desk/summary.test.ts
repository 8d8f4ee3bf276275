import { officer, story } from '@leeward/domain/testing/conversation.ts';
import { item } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { queueLine } from './summary.ts';

const asks = {
  type: 'request',
  v: 1,
  what: 'I need help.',
  locale: 'en',
  callName: 'Kestrel',
  channels: [{ channel: 'chan_phone_call', detail: 'SECRET-NUMBER', safe: false }],
  safeHours: { zone: 'Asia/Tbilisi', spans: [{ days: [], from: '20:00', until: '21:00' }] },
  safeTimes: 'SECRET-TIMES',
  codeWords: { fromUs: 'SECRET-OURS', underForce: 'SECRET-FORCED' },
};
const files = [{ hidden: 'kept', originalHash: 'f'.repeat(64) }];

describe('a line of the queue', () => {
  const { state } = story()
    .item(2, officer, item(0, asks))
    .item(3, officer, item(1, { type: 'add', v: 1, text: 'SECRET-PLACE', files }));
  const line = JSON.stringify(queueLine('r'.repeat(64), state, 0));

  it('says whom it is about and what must never be done', () => {
    expect(line).toContain('Kestrel');
    expect(line).toContain('I need help.');
  });

  it('[fault 58] holds no agreed word, no number, no place of hers, and nothing of what is hidden in a file', () => {
    for (const secret of ['SECRET', 'Tbilisi', 'ffff', 'kept']) expect(line).not.toContain(secret);
  });
});
