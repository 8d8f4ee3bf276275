import { describe, expect, it } from 'vitest';
import { latest } from '../shared/field.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { identityShapes } from './events.ts';
import { canBeginIdentity, canKeepContact, canKeepFact, canKeepNames, canOpenIdentity } from './rules.ts';
import { emptyIdentity, foldIdentity } from './state.ts';

const officer = colleague(1, 'officer');
const reader = colleague(2, 'reader');
const names = {
  call: 'Sample',
  legal: null,
  others: ['Another sample'],
  scripts: [{ script: 'Arab', name: 'نمونه' }],
};
const begun = foldIdentity(emptyIdentity, { type: 'IdentityOpened', v: 1 }, at(1, officer));

describe('an identity record', () => {
  it('needs no legal name to begin', () => {
    expect(canBeginIdentity(emptyIdentity, officer).ok).toBe(true);
    const kept = canKeepNames(begun, officer, names);
    expect(kept.ok).toBe(true);
    const state = foldIdentity(begun, kept.ok ? kept.value[0] : null, at(2, officer));
    expect(latest(state.names)).toEqual(names);
    expect(
      canKeepNames(begun, officer, { ...names, scripts: [{ script: 'arabic', name: 'x' }] }),
    ).toMatchObject({
      error: { code: 'malformed' },
    });
  });

  it('notes everybody who opens it, with a reason, and nobody for somebody else', () => {
    expect(canOpenIdentity(begun, reader, 'Visa letter').ok).toBe(true);
    expect(canOpenIdentity(begun, reader, '')).toMatchObject({ error: { code: 'malformed' } });
    const state = tell(begun, foldIdentity, [
      [{ type: 'AccessNoted', v: 1, member: reader.member, reason: 'Visa letter' }, at(2, reader)],
      [{ type: 'AccessNoted', v: 1, member: officer.member, reason: 'In her name' }, at(3, reader)],
    ]);
    expect(state.accesses).toEqual([
      { member: reader.member, reason: 'Visa letter', claimedTime: 120_000, position: 2 },
    ]);
    expect(state.kept[0]?.why).toMatchObject({ refusal: { code: 'only_oneself' } });
  });

  it('says where somebody sealed it although the organisation was silent, and gives nobody anything by that [rule 7]', () => {
    const said = { type: 'SilenceAccepted', v: 1, days: 9 };
    const state = foldIdentity(begun, said, at(2, officer));
    expect(state.silences).toMatchObject([{ days: 9, position: 2, author: { member: officer.member } }]);
    expect({ ...state, silences: [] }).toEqual(begun);
    const broken = foldIdentity(begun, { ...said, days: -1 }, at(2, officer));
    expect([broken.silences, broken.kept[0]?.why]).toMatchObject([[], { kind: 'unreadable' }]);
    const newer = foldIdentity(begun, { ...said, v: 2 }, at(2, officer));
    expect([newer.silences, newer.needsNewer]).toEqual([[], true]);
  });

  it('keeps both values of a fact that two people wrote apart', () => {
    const fact = (value: string, replaces: readonly unknown[]) => ({
      type: 'FactKept',
      v: 1,
      fact: 'birth_date',
      value,
      replaces,
    });
    const state = tell(begun, foldIdentity, [
      [fact('1990', []), at(2, officer)],
      [fact('1991', [{ entry: hash(2), index: 0 }]), at(3, officer)],
      [fact('spring 1990', [{ entry: hash(2), index: 0 }]), at(4, officer)],
    ]);
    expect(state.facts.get('birth_date')?.map((written) => written.value)).toEqual(['1991', 'spring 1990']);
    expect(canKeepFact(state, officer, 'birth_date', '1991')).toMatchObject({
      value: [{ replaces: [{ entry: hash(3) }, { entry: hash(4) }] }],
    });
    expect(canKeepFact(state, reader, 'birth_date', '1991')).toMatchObject({ error: { code: 'role' } });
  });

  it('keeps ways to reach her, each safe or not', () => {
    const kept = canKeepContact(begun, officer, id(5), { channel: 'chan_sms', detail: '1', safe: false });
    const state = foldIdentity(begun, kept.ok ? kept.value[0] : null, at(2, officer));
    expect(latest(state.contacts.get(id(5)) ?? [])).toEqual({
      channel: 'chan_sms',
      detail: '1',
      safe: false,
    });
  });

  it('[rule 14] has no event that could name a case', () => {
    const tried = Object.keys(identityShapes).map((type) => ({
      type,
      v: 1,
      case: hash(9),
      caseRecord: hash(9),
    }));
    const state = tell(
      emptyIdentity,
      foldIdentity,
      tried.map((event) => [event, at(2, officer)] as const),
    );
    expect(state.kept.every((kept) => kept.why.kind === 'unreadable')).toBe(true);
    expect(state.kept).toHaveLength(tried.length);
  });
});
