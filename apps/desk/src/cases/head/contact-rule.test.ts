import { officer, story } from '@leeward/domain/testing/conversation.ts';
import { item } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { contactRule } from './contact-rule.ts';

/** What she said of reaching her. */
const said = (details: Readonly<Record<string, unknown>>) =>
  story().item(2, officer, item(0, { type: 'request', v: 1, what: 'Help.', locale: 'en', ...details })).state;
const hours = { zone: 'Asia/Tbilisi', spans: [{ days: [], from: '20:00', until: '22:00' }] };
const chat = { channel: 'chan_e2ee_chat', detail: 'a name', safe: true };

describe('what the head of a file says of reaching her', () => {
  it('names the way that she called safe, and that it is the time', () => {
    const state = said({ channels: [chat], safeHours: hours });
    expect(contactRule(state, { day: 'mon', minute: 21 * 60 })).toEqual({
      now: 'yes',
      ways: ['chan_e2ee_chat'],
    });
  });

  it('says that it is not the time outside of her hours, and where this device does not know her clock', () => {
    const state = said({ channels: [chat], safeHours: hours });
    expect(contactRule(state, { day: 'mon', minute: 9 * 60 }).now).toBe('not_now');
    expect(contactRule(state, undefined).now).toBe('not_now');
  });

  it('never names a way that she called unsafe, whatever else she called safe [invariant 2]', () => {
    const state = said({
      channels: [
        { channel: 'chan_phone_call', detail: '123', safe: true },
        { channel: 'chan_sms', detail: '123', safe: false },
      ],
      never: ['call'],
    });
    const { now, ways } = contactRule(state, undefined);
    expect(ways).not.toContain('chan_phone_call');
    expect(ways).not.toContain('chan_sms');
    expect(now).toBe('door');
  });

  it('leaves the page where no other way is safe, and says so where she wants no contact at all [invariant 2]', () => {
    expect(contactRule(said({}), undefined)).toEqual({ now: 'door', ways: ['chan_door_code'] });
    const none = said({ channels: [{ channel: 'chan_none_now', safe: true }, chat] });
    expect(contactRule(none, undefined).ways).not.toContain('chan_e2ee_chat');
  });
});
