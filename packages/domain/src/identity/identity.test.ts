import { describe, expect, it } from 'vitest';
import { latest } from '../shared/field.ts';
import { baseOf, editOf, type ItemKind } from '../shared/items.ts';
import { at, colleague, hash, id, tell } from '../testing/people.ts';
import { identityShapes } from './events.ts';
import { readersAt } from './readers.ts';
import {
  canBeginIdentity,
  canEditIdentity,
  canKeepContact,
  canKeepFact,
  canKeepNames,
  canLetGo,
  canLetIn,
  canOpenIdentity,
} from './rules.ts';
import {
  identityDocuments,
  identityNames,
  identityParticulars,
  identityRelatives,
  type SheetEvent,
  theParticulars,
} from './sheet.ts';
import { emptyIdentity, foldIdentity, type IdentityState } from './state.ts';

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
  it('needs no legal name to begin [invariant 1]', () => {
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

describe('who reads an identity record beside custody', () => {
  const keeper = { ...colleague(4, 'officer'), custody: true };
  const grant = { grant: id(5), member: reader.member, until: 90_000_000, reason: 'Visa letter' };
  const inCustody = { custody: true };

  it('was let in by custody, for a time and a reason; never by herself, and not by whoever was let in', () => {
    expect(canLetIn(begun, officer, grant)).toMatchObject({ error: { code: 'not_custody' } });
    expect(canLetIn(begun, { ...keeper, member: reader.member }, grant)).toMatchObject({
      error: { code: 'not_oneself' },
    });
    const allowed = canLetIn(begun, keeper, grant);
    if (!allowed.ok) throw new Error(allowed.error.code);
    const state = foldIdentity(begun, allowed.value[0], at(3, keeper, inCustody));
    expect(readersAt(state.readers, 0).map(({ member }) => member)).toEqual([reader.member]);
    expect(readersAt(state.readers, grant.until)).toEqual([]);
    const more = { ...grant, grant: id(6), member: id(9) };
    const guest = { ...reader, role: 'officer' as const };
    expect(canLetIn(state, guest, more)).toMatchObject({ error: { code: 'not_custody' } });
    const forged = { type: 'ReaderLetIn', v: 1, ...more };
    expect(foldIdentity(state, forged, at(4, guest)).readers).toBe(state.readers);
  });

  it('is let go by custody or goes by herself, and nobody else sends her away', () => {
    const state = foldIdentity(begun, { type: 'ReaderLetIn', v: 1, ...grant }, at(3, keeper, inCustody));
    expect(canLetGo(state, officer, id(5), 'ended', 'x')).toMatchObject({ error: { code: 'not_custody' } });
    expect(canLetGo(state, reader, id(5), 'returned', '').ok).toBe(true);
    const over = canLetGo(state, keeper, id(5), 'date', '');
    if (!over.ok) throw new Error(over.error.code);
    const after = foldIdentity(state, over.value[0], at(4, keeper, inCustody));
    expect(readersAt(after.readers, 0)).toEqual([]);
    expect(canLetGo(after, keeper, id(5), 'ended', '')).toMatchObject({ error: { code: 'no_change' } });
  });
});

describe('the sheet of an identity record', () => {
  const kept = (state: IdentityState, ...events: readonly SheetEvent[]): IdentityState => {
    const allowed = canEditIdentity(state, officer, events);
    if (!allowed.ok) throw new Error(JSON.stringify(allowed.error));
    return allowed.value.reduce<IdentityState>(
      (folded, event, index) => foldIdentity(folded, event, at(2, officer, { index })),
      state,
    );
  };
  const edit = <Noun extends string, V extends object>(
    kind: ItemKind<Noun, V>,
    one: string,
    values: Partial<V>,
  ) => editOf(kind, baseOf(undefined, one), values) as unknown as SheetEvent;

  it('holds a pen name, a name in documents in another script, a birth nobody knows exactly, and a passport the police keep', () => {
    const state = kept(
      begun,
      edit(identityNames, id(1), { name: 'Night Heron', use: 'pen', script: 'Latn', note: '' }),
      edit(identityNames, id(2), { name: 'نمونه', use: 'documents', script: 'Arab', note: '' }),
      edit(identityParticulars, theParticulars, {
        born: { kind: 'point', at: '1984', about: true, said: 'the year of the flood' },
        stateless: false,
        nationalities: ['AF'],
      }),
      edit(identityDocuments, id(3), { kind: 'doc_passport', number: 'P1', holder: 'authority' }),
      edit(identityRelatives, id(4), { relation: 'fam_sibling', name: 'Another sample' }),
    );
    expect([...state.sheet.names.values()].map((item) => latest(item.fields.use ?? []))).toEqual([
      'pen',
      'documents',
    ]);
    expect(latest(state.sheet.particulars.get(theParticulars)?.fields.born ?? [])).toMatchObject({
      at: '1984',
    });
    expect(latest(state.sheet.documents.get(id(3))?.fields.holder ?? [])).toBe('authority');
    expect(state.sheet.relatives.size).toBe(1);
  });

  it('keeps both where two officers wrote the same field apart, and old names as they were kept before', () => {
    const first = kept(begun, edit(identityNames, id(1), { name: 'Sample', use: 'call' }));
    const base = baseOf(first.sheet.names.get(id(1)), id(1));
    const one = editOf(identityNames, base, { name: 'Sampel' });
    const other = editOf(identityNames, base, { name: 'Ensample' });
    const both = tell(first, foldIdentity, [
      [one, at(3, officer)],
      [other, at(4, officer)],
      [{ type: 'NamesKept', v: 1, names, replaces: [] }, at(5, officer)],
    ]);
    expect(both.sheet.names.get(id(1))?.fields.name?.map(({ value }) => value)).toEqual([
      'Sampel',
      'Ensample',
    ]);
    expect(latest(both.names)).toEqual(names);
    expect(canEditIdentity(both, reader, [one as unknown as SheetEvent])).toMatchObject({
      error: { code: 'role' },
    });
  });
});
