import { officer, second, story } from '@leeward/domain/testing/conversation.ts';
import { hash, item } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { theirVersion } from './versions.ts';

const asked = story().item(2, officer, item(0, { type: 'request', v: 1, what: 'Help', locale: 'en' }));

describe('what a colleague made of a field meanwhile', () => {
  it('is shown with who and when: who has it now, or that it was given back', () => {
    const claimed = asked.event(3, second, { type: 'RequestClaimed', v: 1, member: second.member });
    expect(theirVersion(claimed.state, 'claimedBy')).toMatchObject({
      by: second.member,
      says: { key: 'conflict.claimedBy', member: second.member },
    });
    const back = claimed.event(4, second, { type: 'RequestReleased', v: 1 });
    expect(theirVersion(back.state, 'claimedBy')).toMatchObject({ says: { key: 'conflict.givenBack' } });
  });

  it('is the judgement that stands, and never one that was taken back', () => {
    const judged = asked
      .event(3, officer, { type: 'UrgencySet', v: 2, urgency: 'urg_high', reason: 'Grows.', replaces: [] })
      .event(4, second, { type: 'UrgencySet', v: 2, urgency: 'urg_urgent', reason: 'Misread.', replaces: [] })
      .event(5, second, { type: 'UrgencyTakenBack', v: 1, judgement: { entry: hash(4), index: 0 } });
    expect(theirVersion(judged.state, 'urgency')).toMatchObject({
      by: officer.member,
      says: { words: 'Grows.', urgency: 'urg_high' },
    });
  });

  it('is nothing where the record shows it elsewhere, or nothing happened', () => {
    expect(theirVersion(asked.state, 'conversation')).toBeNull();
    expect(theirVersion(asked.state, 'claimedBy')).toBeNull();
    expect(theirVersion(asked.state, 'setAside')).toBeNull();
    const aside = asked.event(3, second, { type: 'RequestSetAside', v: 1, reason: '' });
    expect(theirVersion(aside.state, 'setAside')).toMatchObject({ by: second.member });
  });
});
