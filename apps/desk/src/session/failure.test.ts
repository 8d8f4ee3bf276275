import type { RefusalCode } from '@leeward/domain/shared/refusal.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { describe, expect, it } from 'vitest';
import { locales, speak } from '../testing/texts.ts';
import { failureWords, refusalWords } from './failure.ts';

/** One of each; the compiler says when one is missing. */
const failures: Readonly<Record<Failure['code'], Failure>> = {
  refused: { code: 'refused', refusal: { code: 'claim_first' } },
  locked: { code: 'locked' },
  'only-device': { code: 'only-device' },
  'too-many-devices': { code: 'too-many-devices', limit: 8 },
  'wrong-passphrase': { code: 'wrong-passphrase' },
  'wrong-passkey': { code: 'wrong-passkey' },
  wait: { code: 'wait', until: 0 },
  'wrong-recovery-code': { code: 'wrong-recovery-code' },
  'broken-file': { code: 'broken-file' },
  'broken-link': { code: 'broken-link' },
  'weak-passphrase': { code: 'weak-passphrase', why: 'too-common' },
  offline: { code: 'offline' },
  'bad-token': { code: 'bad-token' },
  'no-space': { code: 'no-space' },
  'not-here': { code: 'not-here' },
  stopped: { code: 'stopped' },
  'invitation-used': { code: 'invitation-used' },
  'invitation-expired': { code: 'invitation-expired' },
  'invitations-full': { code: 'invitations-full' },
  relay: { code: 'relay', problem: 'strange' },
  'needs-confirmation': { code: 'needs-confirmation', days: 9 },
  'writing-stopped': { code: 'writing-stopped', alert: 'fork' },
  'too-long': { code: 'too-long', limit: 8000, length: 9001 },
  'file-too-large': { code: 'file-too-large', limit: 5_000_000 },
  unsupported: { code: 'unsupported', missing: 'IndexedDB' },
};

const refusals: { readonly [Code in RefusalCode]: true } = {
  role: true,
  permissions_unknown: true,
  not_a_member: true,
  signature_to_renew: true,
  malformed: true,
  not_at_door: true,
  no_files_at_door: true,
  team_changes: true,
  team_ended: true,
  kept_from: true,
  only_reader: true,
  responsible_there: true,
  last_of_team: true,
  not_in_team: true,
  name_taken: true,
  exists: true,
  not_there: true,
  not_begun: true,
  ended: true,
  no_change: true,
  too_many: true,
  reasons_needed: true,
  last_administrator: true,
  other_team: true,
  claimed_by_other: true,
  claim_first: true,
  channel_closed: true,
  closed_by_person: true,
  number_taken: true,
  item_differs: true,
  alternatives_needed: true,
  no_mailbox: true,
  write_here: true,
  called_unsafe: true,
  not_called_safe: true,
  do_not_contact_now: true,
  not_directly: true,
  not_safe_now: true,
  closure_needed: true,
  only_oneself: true,
  not_custody: true,
  not_oneself: true,
  second_needed: true,
  source_needed: true,
  must_not_ask: true,
  whose_door: true,
  must_not_contact: true,
  others_not_checked: true,
  identity_needed: true,
  no_consent: true,
  door_needed: true,
  own_word_needed: true,
  not_assured: true,
  sleep_on_it: true,
  never_without_consent: true,
};

for (const locale of locales) {
  const t = speak(locale);

  describe(`what did not work, in ${locale}`, () => {
    for (const failure of Object.values(failures)) {
      it(`has words for "${failure.code}", without a hole and without a key`, () => {
        const { title, safe = '', do: next = '' } = failureWords(t, failure);
        expect(title).not.toMatch(/^[a-z]+\.\w+/i);
        expect(`${title}${safe}${next}`).not.toMatch(/[{}]/);
      });
    }

    for (const code of Object.keys(refusals) as RefusalCode[]) {
      it(`has words for the refusal "${code}"`, () => {
        const { title } = refusalWords(
          t,
          { code, details: { member: 'm', limit: 1000 } },
          () => 'Officer two',
        );
        expect(title).not.toMatch(/^refusal\.|[{}]/);
      });
    }

    it('names who has claimed a request', () => {
      const words = refusalWords(
        t,
        { code: 'claimed_by_other', details: { member: 'm' } },
        () => 'Officer two',
      );
      expect(words.title).toContain('Officer two');
    });

    it('says of a bug what helps to find it, and cuts it where it is long', () => {
      const words = failureWords(t, { code: 'unsupported', missing: `TypeError: ${'x'.repeat(5000)}` });
      expect(words.do?.length).toBeLessThan(500);
    });
  });
}
