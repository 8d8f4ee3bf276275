import { describe, expect, it } from 'vitest';
import { administrator, officer, sealed, second, story } from '../testing/conversation.ts';
import { hash, hour, item, minute } from '../testing/people.ts';
import { clockOf, compareInQueue, phaseOf, suggestedUrgency, unreadItems, waitingSince } from './queue.ts';
import { mayContact, mayWriteTo } from './routing.ts';
import { canClaim, canDecline, canHandOver, canLinkCase, canRelease, canSetUrgency } from './rules.ts';
import type { RequestState } from './state.ts';

const asks = { type: 'request', v: 1, what: 'I need help.', locale: 'en' };
const claim = { type: 'RequestClaimed', v: 1, member: officer.member };
const asked = story().item(2, officer, item(0, asks));

describe('waiting', () => {
  it('starts with her first item and ends with a human answer, not with opening it', () => {
    expect(waitingSince(story().state)).toBeNull();
    expect(waitingSince(asked.state)).toBe(0);
    const opened = asked.event(3, officer, {
      type: 'OpenedNoted',
      v: 1,
      sequence: 0,
      sent: sealed(asked.state),
    });
    expect(waitingSince(opened.state)).toBe(0);
    const answered = opened.reply(4, officer, 'We read it.');
    expect(waitingSince(answered.state)).toBeNull();
    const again = answered.item(
      6,
      officer,
      item(1, { type: 'message', v: 1, text: 'And now?' }, { claimedTime: 5 * minute }),
    );
    expect(waitingSince(again.state)).toBe(5 * minute);
    expect(phaseOf(again.state)).toBe('answered');
    expect(unreadItems(again.state)).toBe(1);
  });

  it('does not believe a phone whose clock is in the future or years behind', () => {
    const now = 400 * 24 * hour;
    const admitted = now / minute;
    const future = story().item(admitted, officer, item(0, asks, { claimedTime: now + hour }));
    const past = story().item(admitted, officer, item(0, asks, { claimedTime: 1 }));
    expect(waitingSince(future.state)).toBe(now);
    expect(waitingSince(past.state)).toBe(now);
  });

  it('is measured against the clock of its urgency', () => {
    const judged = asked.event(3, officer, {
      type: 'UrgencySet',
      v: 1,
      urgency: 'urg_immediate',
      reason: 'Named on air.',
    });
    expect(clockOf(judged.state, 2 * hour)).toMatchObject({ due: 2 * hour, overdue: false, basis: 'judged' });
    expect(clockOf(judged.state, 2 * hour + 1)?.overdue).toBe(true);
    expect(clockOf(asked.state, 2 * hour + 1)).toMatchObject({
      basis: 'untriaged',
      overdue: false,
      limit: 24 * hour,
    });
    expect(clockOf(judged.reply(4, officer, 'Here.').state, 9 * hour)).toBeNull();
  });
});

describe('urgency', () => {
  it('is never set by what she says; her words only order the queue until a person has judged [invariant 5]', () => {
    const danger = story().item(2, officer, item(0, { ...asks, danger48h: 'yes' }));
    expect(danger.state.urgency).toBe('urg_unset');
    expect(suggestedUrgency(danger.state)).toBe('urg_immediate');
    expect(clockOf(danger.state, 0)).toMatchObject({ basis: 'suggested', limit: 2 * hour });
    const judged = danger.event(3, officer, {
      type: 'UrgencySet',
      v: 1,
      urgency: 'urg_high',
      reason: 'Safe with friends.',
    });
    expect(suggestedUrgency(judged.state)).toBeNull();
    const worse = judged.item(4, officer, item(1, { type: 'add', v: 1, danger48h: 'yes' }));
    expect(worse.state.urgency).toBe('urg_high');
    expect(suggestedUrgency(worse.state)).toBe('urg_immediate');
  });

  it('keeps every judgement with its reason, and asks for one [invariant 5]', () => {
    const told = asked
      .event(3, officer, { type: 'UrgencySet', v: 1, urgency: 'urg_high', reason: 'Threats grow.' })
      .event(4, second, { type: 'UrgencySet', v: 1, urgency: 'urg_urgent', reason: 'House was searched.' });
    expect(told.state.urgencyHistory.map(({ urgency, reason, by }) => [urgency, reason, by])).toEqual([
      ['urg_high', 'Threats grow.', officer.member],
      ['urg_urgent', 'House was searched.', second.member],
    ]);
    expect(
      canSetUrgency(told.state, officer, { urgency: 'urg_high', reason: '', replaces: [] }),
    ).toMatchObject({
      error: { code: 'malformed', details: { path: 'reason', problem: 'empty' } },
    });
  });

  it('puts who waits first, by urgency, then by how long; what nobody has read stands near the top', () => {
    const judged = (urgency: string, minutes: number): RequestState =>
      story()
        .item(minutes, officer, item(0, asks, { claimedTime: minutes * minute }))
        .event(minutes + 1, officer, { type: 'UrgencySet', v: 1, urgency, reason: 'A reason.' }).state;
    const standard = judged('urg_standard', 2);
    const urgent = judged('urg_urgent', 3);
    const immediate = judged('urg_immediate', 50);
    const older = judged('urg_immediate', 40);
    const untriaged = asked.state;
    const answered = story(judged('urg_immediate', 4)).reply(60, officer, 'Here.').state;
    const queue = [answered, standard, untriaged, urgent, immediate, older].sort(compareInQueue);
    expect(queue).toEqual([older, immediate, untriaged, urgent, standard, answered]);
  });
});

describe('claiming', () => {
  it('goes to whoever was first in the chain; the second attempt is kept and changes nothing', () => {
    const told = asked.event(3, officer, claim).event(4, second, { ...claim, member: second.member });
    expect(told.state.claimedBy).toBe(officer.member);
    expect(told.state.kept[0]?.why).toEqual({
      kind: 'refused',
      refusal: { code: 'claimed_by_other', details: { member: officer.member } },
    });
    expect(phaseOf(told.state)).toBe('claimed');
  });

  it('can be handed on and given back by whoever has it, and by an administrator', () => {
    const claimed = asked.event(3, officer, claim);
    expect(canHandOver(claimed.state, officer, second.member).ok).toBe(true);
    expect(canHandOver(claimed.state, second, second.member).ok).toBe(false);
    expect(canHandOver(claimed.state, administrator, second.member).ok).toBe(true);
    expect(canRelease(claimed.state, second).ok).toBe(false);
    expect(canRelease(claimed.state, officer).ok).toBe(true);
    expect(canClaim(claimed.state, officer)).toMatchObject({ error: { code: 'no_change' } });
  });
});

describe('declining', () => {
  const claimed = asked.event(3, officer, claim);
  const decline = {
    reason: 'close_declined_no_capacity',
    words: 'We have no money for this now.',
    alternatives: ['Another sample fund'],
    noneKnown: false,
    wayBack: { days: 30 },
    sent: sealed(claimed.state),
  } as const;

  it('gives a reason, alternatives and a way back, and sends her the words [invariant 8]', () => {
    const allowed = canDecline(claimed.state, officer, decline);
    expect(allowed.ok).toBe(true);
    const told = claimed.event(4, officer, { type: 'RequestDeclined', v: 1, ...decline });
    expect(phaseOf(told.state)).toBe('declined');
    expect(told.state.declined).toMatchObject({ wayBackUntil: 4 * minute + 30 * 24 * hour });
    expect(told.state.sent.at(-1)).toMatchObject({ kind: 'declined', text: decline.words });
    expect(waitingSince(told.state)).toBeNull();
  });

  it('is refused without alternatives, unless somebody says that none is known [invariant 8]', () => {
    const without = { ...decline, alternatives: [] };
    expect(canDecline(claimed.state, officer, without)).toMatchObject({
      error: { code: 'alternatives_needed' },
    });
    expect(canDecline(claimed.state, officer, { ...without, noneKnown: true }).ok).toBe(true);
  });

  it('takes only reasons to decline [invariant 8]', () => {
    const told = claimed.event(4, officer, {
      type: 'RequestDeclined',
      v: 1,
      ...decline,
      reason: 'close_died',
    });
    expect(told.state.declined).toBeNull();
    expect(told.state.needsNewer).toBe(true);
  });

  it('leaves the door open: when she writes again she waits again, and it can be taken up [invariant 8]', () => {
    const told = claimed
      .event(4, officer, { type: 'RequestDeclined', v: 1, ...decline })
      .item(
        5,
        officer,
        item(1, { type: 'message', v: 1, text: 'It got worse.' }, { claimedTime: 5 * minute }),
      );
    expect(waitingSince(told.state)).toBe(5 * minute);
    expect(
      phaseOf(told.event(6, officer, { type: 'RequestTakenUpAgain', v: 1, reason: 'New threat.' }).state),
    ).toBe('claimed');
  });
});

describe('the end of a request', () => {
  it('may be a case, once', () => {
    const told = asked.event(3, officer, { type: 'CaseOpened', v: 1, case: hash(77) });
    expect(phaseOf(told.state)).toBe('case');
    expect(canLinkCase(told.state, officer, hash(78))).toMatchObject({ error: { code: 'exists' } });
  });

  it('[fault 46] may be setting it aside as junk, which is undone in one step', () => {
    const aside = asked.event(3, officer, { type: 'RequestSetAside', v: 1, reason: '' });
    expect(phaseOf(aside.state)).toBe('set_aside');
    expect(compareInQueue(asked.state, aside.state)).toBeLessThan(0);
    expect(phaseOf(aside.event(4, second, { type: 'RequestReturned', v: 1 }).state)).toBe('new');
  });
});

describe('routing', () => {
  const reached = (more: object): RequestState =>
    story().item(2, officer, item(0, { ...asks, ...more })).state;

  it('never goes by a way that she called unsafe, nor by one that she never called safe [invariant 2]', () => {
    const state = reached({
      channels: [
        { channel: 'chan_e2ee_chat', detail: 'sample-number', safe: true },
        { channel: 'chan_plain_mail', detail: 'sample@example.org', safe: false },
      ],
    });
    expect(mayWriteTo(state, 'chan_e2ee_chat', 'sample-number').ok).toBe(true);
    expect(mayWriteTo(state, 'chan_e2ee_chat', 'another-number')).toMatchObject({
      error: { code: 'not_called_safe' },
    });
    expect(mayWriteTo(state, 'chan_plain_mail')).toMatchObject({ error: { code: 'called_unsafe' } });
    expect(mayWriteTo(state, 'chan_sms')).toMatchObject({ error: { code: 'not_called_safe' } });
    expect(mayWriteTo(state, 'chan_door_code').ok).toBe(true);
  });

  it('lets "never" win over a way that she called safe, and keeps it for ever [invariant 2]', () => {
    const told = story()
      .item(2, officer, item(0, { ...asks, never: ['call', 'family'], neverOther: 'Do not visit.' }))
      .item(
        3,
        officer,
        item(1, { type: 'add', v: 1, channels: [{ channel: 'chan_phone_call', safe: true }], never: [] }),
      );
    expect(mayWriteTo(told.state, 'chan_phone_call')).toMatchObject({ error: { code: 'called_unsafe' } });
    expect(mayContact(told.state, 'family').ok).toBe(false);
    expect(mayContact(told.state, 'employer').ok).toBe(true);
  });

  it('closes a number that she called unsafe for every channel, however it is written [invariant 2]', () => {
    const state = reached({
      channels: [
        { channel: 'chan_phone_call', detail: '+963 11 555 0147', safe: false },
        { channel: 'chan_e2ee_chat', detail: 'sample.name', safe: true },
        { channel: 'chan_sms', safe: true },
      ],
    });
    for (const number of ['00963115550147', '011 5550147', '٠١١٥٥٥٠١٤٧', '(011) 555-0147']) {
      expect(mayWriteTo(state, 'chan_sms', number)).toMatchObject({ error: { code: 'called_unsafe' } });
      expect(mayWriteTo(state, 'chan_e2ee_chat', number)).toMatchObject({ error: { code: 'called_unsafe' } });
    }
    expect(mayWriteTo(state, 'chan_sms', '+963 11 555 0148').ok).toBe(true);
    expect(mayWriteTo(state, 'chan_e2ee_chat', 'sample.name').ok).toBe(true);
    expect(mayWriteTo(state, 'chan_door_code').ok).toBe(true);
  });

  it('keeps to her hours by her clock, but for what waits on the page [invariant 2]', () => {
    const state = reached({
      channels: [{ channel: 'chan_e2ee_chat', detail: 'sample.name', safe: true }],
      safeHours: { zone: 'Asia/Tbilisi', spans: [{ days: ['mon'], from: '20:00', until: '22:00' }] },
    });
    const monday = (hours: number) => ({ day: 'mon', minute: hours * 60 }) as const;
    expect(mayWriteTo(state, 'chan_e2ee_chat', 'sample.name', monday(21)).ok).toBe(true);
    expect(mayWriteTo(state, 'chan_e2ee_chat', 'sample.name', monday(9))).toMatchObject({
      error: { code: 'not_safe_now' },
    });
    expect(mayWriteTo(state, 'chan_phone_call', '1', monday(21))).toMatchObject({
      error: { code: 'not_called_safe' },
    });
    expect(mayWriteTo(state, 'chan_door_code', undefined, monday(9)).ok).toBe(true);
  });

  it('follows her last word on a way [invariant 2]', () => {
    const told = story()
      .item(2, officer, item(0, { ...asks, channels: [{ channel: 'chan_sms', detail: '1', safe: true }] }))
      .item(
        3,
        officer,
        item(1, { type: 'add', v: 1, channels: [{ channel: 'chan_sms', detail: '1', safe: false }] }),
      );
    expect(mayWriteTo(told.state, 'chan_sms', '1').ok).toBe(false);
  });

  it('goes through others only, or waits, where she asked for that [invariant 2]', () => {
    const channels = [
      { channel: 'chan_phone_call', detail: '1', safe: true },
      { channel: 'chan_trusted_person', detail: 'a friend', safe: true },
    ];
    const indirect = reached({ channels, doNotContactDirectly: true });
    expect(mayWriteTo(indirect, 'chan_phone_call', '1')).toMatchObject({ error: { code: 'not_directly' } });
    expect(mayWriteTo(indirect, 'chan_trusted_person', 'a friend').ok).toBe(true);
    const later = reached({ channels: [...channels, { channel: 'chan_none_now', safe: true }] });
    expect(mayWriteTo(later, 'chan_trusted_person', 'a friend')).toMatchObject({
      error: { code: 'do_not_contact_now' },
    });
    expect(mayWriteTo(later, 'chan_door_code').ok).toBe(true);
  });
});
