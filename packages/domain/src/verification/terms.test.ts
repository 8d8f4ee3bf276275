import { describe, expect, it } from 'vitest';
import { canSetVerificationTerms } from '../organisation/rules.ts';
import { emptyOrganisation, foldOrganisation } from '../organisation/state.ts';
import { at, colleague } from '../testing/people.ts';
import { termFor, usualTerms } from './terms.ts';

const admin = colleague(1, 'administrator');

describe('the terms of an organisation', () => {
  const shorter = { ...usualTerms, by: { ...usualTerms.by, vq_need: { months: 3, opens: true } } };

  it('are twelve months until somebody chooses others, with a reason, for each question by itself', () => {
    expect(termFor(usualTerms, 'vq_identity')).toEqual({ months: 12, opens: false });
    expect(termFor(usualTerms, 'constructor')).toEqual({ months: 12, opens: false });
    expect(termFor(shorter, 'vq_need').months).toBe(3);
    expect(termFor(shorter, 'vq_identity').months).toBe(12);
  });

  it('are set by an administrator, and said with who and why', () => {
    const founded = foldOrganisation(
      emptyOrganisation,
      { type: 'RoleGiven', v: 1, member: admin.member, role: 'administrator' },
      { ...at(0, admin), entry: '0'.repeat(64) },
    );
    const ask = (who: typeof admin, terms: typeof usualTerms, reason = 'Our donor asks for it.') =>
      canSetVerificationTerms(founded, who, { terms, reason });
    const allowed = ask(admin, shorter);
    if (!allowed.ok) throw new Error(allowed.error.code);
    const set = foldOrganisation(founded, allowed.value[0], at(2, admin));
    expect(set.verificationTerms).toEqual({
      terms: shorter,
      reason: 'Our donor asks for it.',
      by: admin.member,
    });
    expect(ask(admin, usualTerms)).toMatchObject({ error: { code: 'no_change' } });
    expect(ask(admin, { ...shorter, usual: { months: 0, opens: false } }).ok).toBe(false);
    expect(ask(admin, { ...shorter, usual: { months: 37, opens: false } }).ok).toBe(false);
    expect(ask(admin, shorter, ' ').ok).toBe(false);
    expect(ask(colleague(2, 'officer'), shorter).ok).toBe(false);
  });
});
