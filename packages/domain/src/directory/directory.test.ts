import { describe, expect, it } from 'vitest';
import { at, colleague, id, tell } from '../testing/people.ts';
import type { Json } from './events.ts';
import { hurts } from './hurtful.ts';
import {
  canAddLocal,
  canChangeLocal,
  canCheckMechanism,
  canConfirmProposal,
  canImportRelease,
  canNoteTold,
  canProposeChange,
  canRefuseProposal,
  canWithdrawLocal,
  canWithdrawProposal,
  contentOf,
} from './rules.ts';
import { type DirectoryState, emptyDirectory, foldDirectory } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'verifier');
const researcher = colleague(3, 'researcher');
const reader = colleague(4, 'reader');
/** Somebody who was removed has no role at the head that her entry cites. */
const removed = colleague(5, null);

const source = { source: 'https://example.org/help', sourceDate: '2026-11-02', note: '' };
const change = (number: number, field: string, value: Json, more: object = {}) => ({
  type: 'ChangeProposed',
  v: 1,
  proposal: id(number),
  mechanism: 'example-fund',
  changes: [{ field, base: 'before', value, replaces: [] }],
  ...source,
  ...more,
});
const confirmed = (number: number) => ({ type: 'ProposalConfirmed', v: 1, proposal: id(number) });
const story = (...told: Parameters<typeof tell<DirectoryState>>[2]) =>
  tell(emptyDirectory, foldDirectory, told);
const shownIn = (state: DirectoryState, field: string) =>
  (state.versions.get('example-fund')?.get(field) ?? []).map(({ value }) => value);
const whyNot = (state: DirectoryState) => state.kept.at(-1)?.why;

describe('a fact of a mechanism', () => {
  it('that cannot hurt is confirmed by its author, where she says where she read it', () => {
    const state = story([change(1, 'speed.answerHours', 48), at(1, officer)], [confirmed(1), at(2, officer)]);
    expect(shownIn(state, 'speed.answerHours')).toEqual([48]);
    expect(state.proposals.get(id(1))).toMatchObject({
      status: 'confirmed',
      decided: { by: officer.member },
    });
  });

  it('without a source needs somebody else', () => {
    const proposed = [change(1, 'speed.answerHours', 48, { source: '' }), at(1, officer)] as const;
    const alone = story(proposed, [confirmed(1), at(2, officer)]);
    expect(shownIn(alone, 'speed.answerHours')).toEqual([]);
    expect(whyNot(alone)).toMatchObject({ refusal: { code: 'source_needed' } });
    expect(shownIn(story(proposed, [confirmed(1), at(2, second)]), 'speed.answerHours')).toEqual([48]);
  });

  it.each([
    ['an address', 'link.url', 'https://example.net'],
    ['a way of contact', 'contact.ways', ['email']],
    ['the words about contact', 'contact.words', { text: 'Ask for the office.', language: 'en' }],
    ['a danger that is no more', 'dangers', []],
    ['a sum', 'gives.sums', []],
    ['a whole group that an address is in', 'link', { url: 'https://example.net', own: true }],
    ['a door that opens', 'state.is', 'open'],
    ['a door that opens, said of the whole group', 'state', { is: 'open', calls: [], since: null }],
    ['an address among words', 'summary', { text: 'Write to help@example.net', language: 'en' }],
    ['a page among words', 'remarks', [{ text: 'See example.net for the form', language: 'en' }]],
    ['a number among words', 'remarks', [{ text: 'Call +00 (12) 34 567', language: 'en' }]],
    ['a number in other digits', 'remarks', [{ text: 'اتصل ٠١٢٣٤٥٦٧', language: 'ar' }]],
  ] as const)('takes effect only by a second member: %s', (_what, field, value) => {
    const alone = story([change(1, field, value), at(1, officer)], [confirmed(1), at(2, officer)]);
    expect(shownIn(alone, field)).toEqual([]);
    expect(whyNot(alone)).toMatchObject({ refusal: { code: 'second_needed' } });
    // Another device of hers is no second pair of eyes.
    const other = { ...officer, device: second.device };
    expect(shownIn(foldDirectory(alone, confirmed(1), at(3, other)), field)).toEqual([]);
    expect(shownIn(foldDirectory(alone, confirmed(1), at(4, second)), field)).toEqual([value]);
  });

  it.each([
    ['a door that closes', 'state.is', 'closed'],
    ['a door that pauses', 'state.is', 'paused'],
    ['the dates of a call', 'state.calls', [{ opens: '2026-11-01', closes: '2026-12-31' }]],
    ['a year among words', 'summary', { text: 'Since 2019, in 12 countries.', language: 'en' }],
    ['where it was read', 'sources', ['https://example.org/archive']],
    ['how long it takes', 'speed.decisionDays', { min: 2, max: 30 }],
  ] as const)('is the business of one member: %s', (_what, field, value) => {
    expect(hurts(field, value)).toBe(false);
  });

  it('stays as it was until somebody confirms, whatever base its author claims', () => {
    const claimed = change(1, 'state.is', 'open', {
      changes: [{ field: 'state.is', base: 'open', value: 'open', replaces: [] }],
    });
    const state = story([claimed, at(1, officer)], [confirmed(1), at(2, officer)]);
    expect(shownIn(state, 'state.is')).toEqual([]);
  });

  it('is not confirmed by whoever may not, nor by somebody who was removed', () => {
    for (const nobody of [reader, researcher, removed]) {
      const state = story([change(1, 'link.url', 'x'), at(1, officer)], [confirmed(1), at(2, nobody)]);
      expect(shownIn(state, 'link.url')).toEqual([]);
      expect(whyNot(state)).toMatchObject({ refusal: { code: 'role' } });
    }
  });

  it('[rule 3] that was confirmed on a displaced tail waits until somebody confirms it again', () => {
    const state = story(
      [change(1, 'link.url', 'x'), at(1, officer)],
      [confirmed(1), at(2, second, { readmitted: true })],
    );
    expect(shownIn(state, 'link.url')).toEqual([]);
    expect(whyNot(state)).toMatchObject({ refusal: { code: 'signature_to_renew' } });
    expect(shownIn(foldDirectory(state, confirmed(1), at(3, second)), 'link.url')).toEqual(['x']);
  });

  it('is confirmed as it was read: other words under the same id are refused', () => {
    const read = story([change(1, 'link.url', 'https://example.org'), at(1, officer)]);
    const other = story([change(1, 'link.url', 'https://example.net'), at(1, officer)]);
    const seen = read.proposals.get(id(1));
    if (seen === undefined) throw new Error('proposed');
    expect(canConfirmProposal(read, second, id(1), contentOf(seen)).ok).toBe(true);
    expect(canConfirmProposal(other, second, id(1), contentOf(seen))).toMatchObject({
      error: { code: 'item_differs' },
    });
  });

  it('is refused with a reason, or taken back by its author alone, and then it is over', () => {
    const refusing = { type: 'ProposalRefused', v: 1, proposal: id(1), reason: 'That page is a copy.' };
    const withdrawn = { type: 'ProposalWithdrawn', v: 1, proposal: id(1) };
    const proposed = story([change(1, 'link.url', 'x'), at(1, officer)]);
    const refused = foldDirectory(proposed, refusing, at(2, second));
    expect(refused.proposals.get(id(1))).toMatchObject({
      status: 'refused',
      decided: { by: second.member, reason: 'That page is a copy.' },
    });
    expect(whyNot(foldDirectory(refused, confirmed(1), at(3, second)))).toMatchObject({
      refusal: { code: 'ended' },
    });
    expect(whyNot(foldDirectory(proposed, withdrawn, at(2, second)))).toMatchObject({
      refusal: { code: 'only_oneself' },
    });
    expect(foldDirectory(proposed, withdrawn, at(2, officer)).proposals.get(id(1))?.status).toBe('withdrawn');
    expect(canRefuseProposal(proposed, researcher, id(1), 'No.').ok).toBe(false);
    expect(canWithdrawProposal(proposed, officer, id(1)).ok).toBe(true);
  });

  it('that two members change apart has both values, the later one first in the hand, until somebody chooses', () => {
    const state = story(
      [change(1, 'speed.helpDays', 3), at(1, officer)],
      [change(2, 'speed.helpDays', 5), at(2, second)],
      [confirmed(1), at(3, officer)],
      [confirmed(2), at(4, second)],
    );
    expect(shownIn(state, 'speed.helpDays')).toEqual([3, 5]);
    const chosen = change(3, 'speed.helpDays', 3, {
      changes: [{ field: 'speed.helpDays', base: 'before', value: 3, replaces: [id(1), id(2)] }],
    });
    const settled = tell(state, foldDirectory, [
      [chosen, at(5, officer)],
      [confirmed(3), at(6, officer)],
    ]);
    expect(shownIn(settled, 'speed.helpDays')).toEqual([3]);
  });

  it('stands at once with its proposal where that is allowed, and waits where it is not', () => {
    const harmless = change(1, 'speed.helpDays', 3);
    const { type: _type, v: _version, ...first } = harmless;
    const types = (answer: ReturnType<typeof canProposeChange>) =>
      answer.ok ? answer.value.map((event) => event.type) : answer.error.code;
    expect(types(canProposeChange(emptyDirectory, officer, first, true))).toEqual([
      'ChangeProposed',
      'ProposalConfirmed',
    ]);
    expect(types(canProposeChange(emptyDirectory, officer, first, false))).toEqual(['ChangeProposed']);
    // Who may not confirm proposes all the same.
    expect(types(canProposeChange(emptyDirectory, researcher, first, true))).toEqual(['ChangeProposed']);
    expect(types(canProposeChange(emptyDirectory, reader, first, true))).toBe('role');
  });

  it('is never changed twice in one proposal, nor by none at all', () => {
    const field = { field: 'kind', base: null, value: 'shelter', replaces: [] };
    for (const changes of [[], [field, { ...field, value: 'fellowship' }]]) {
      const state = story([change(1, 'kind', null, { changes }), at(1, officer)]);
      expect(whyNot(state)).toMatchObject({ kind: 'unreadable' });
    }
    const long = { field: 'name', base: null, value: 'a'.repeat(20_000), replaces: [] };
    expect(whyNot(story([change(1, 'name', null, { changes: [long] }), at(1, officer)]))).toMatchObject({
      malformed: { problem: 'too_long' },
    });
  });
});

describe('an entry of the organisation’s own', () => {
  const local = { id: 'local-1', name: 'A shelter', link: { url: 'https://example.org' }, summary: 'Quiet.' };
  const added = { type: 'LocalAdded', v: 1, proposal: id(1), mechanism: 'local-1', entry: local, ...source };
  const changed = (number: number, entry: Json, replaces: readonly string[]) => ({
    type: 'LocalChanged',
    v: 1,
    proposal: id(number),
    mechanism: 'local-1',
    entry,
    replaces,
    ...source,
  });
  const begun = story([added, at(1, officer)]);
  const now = (state: DirectoryState) => state.local.get('local-1');

  it('is shown when it is added, as the word of one member, until a second has looked', () => {
    expect(now(begun)).toMatchObject({ confirmed: false, versions: [{ entry: local }] });
    expect(whyNot(foldDirectory(begun, confirmed(1), at(2, officer)))).toMatchObject({
      refusal: { code: 'second_needed' },
    });
    expect(now(foldDirectory(begun, confirmed(1), at(2, second)))?.confirmed).toBe(true);
  });

  it('changes at once where the change cannot hurt, and waits for a second where it could [invariant 13]', () => {
    const quieter = changed(2, { ...local, summary: 'Quiet, with a garden.' }, [id(1)]);
    const moved = changed(3, { ...local, link: { url: 'https://example.net' } }, [id(1)]);
    const harmless = tell(begun, foldDirectory, [
      [quieter, at(2, officer)],
      [confirmed(2), at(3, officer)],
    ]);
    expect(now(harmless)?.versions).toMatchObject([{ entry: { summary: 'Quiet, with a garden.' } }]);
    const waiting = tell(begun, foldDirectory, [
      [moved, at(2, officer)],
      [confirmed(3), at(3, officer)],
    ]);
    expect(now(waiting)?.versions).toMatchObject([{ entry: local }]);
    expect(now(foldDirectory(waiting, confirmed(3), at(4, second)))?.versions).toMatchObject([
      { entry: { link: { url: 'https://example.net' } } },
    ]);
  });

  it('is not led back to an old address by a change that was harmless when it was written', () => {
    const rescued = changed(2, { ...local, link: { url: 'https://example.com' } }, [id(1)]);
    const stale = changed(3, { ...local, summary: 'Quiet!' }, [id(1), id(2)]);
    const state = tell(begun, foldDirectory, [
      [stale, at(2, officer)],
      [rescued, at(3, officer)],
      [confirmed(2), at(4, second)],
      [confirmed(3), at(5, officer)],
    ]);
    expect(whyNot(state)).toMatchObject({ refusal: { code: 'second_needed' } });
    expect(now(state)?.versions).toMatchObject([{ entry: { link: { url: 'https://example.com' } } }]);
  });

  it('goes from the list when it is refused, taken back or withdrawn, and what it said is kept', () => {
    const refusing = { type: 'ProposalRefused', v: 1, proposal: id(1), reason: 'Nobody there.' };
    expect(now(foldDirectory(begun, refusing, at(2, second)))?.withdrawn).toMatchObject({
      reason: 'Nobody there.',
    });
    const gone = { type: 'LocalWithdrawn', v: 1, mechanism: 'local-1', reason: 'It has closed.' };
    const withdrawn = foldDirectory(begun, gone, at(2, second));
    expect(now(withdrawn)).toMatchObject({ withdrawn: { by: second.member }, versions: [{ entry: local }] });
    expect(canChangeLocal(withdrawn, officer, { ...changed(2, local, []) } as never)).toMatchObject({
      ok: false,
    });
    expect(canWithdrawLocal(withdrawn, officer, 'local-1', 'Again.')).toMatchObject({
      error: { code: 'ended' },
    });
  });

  it('is begun once under one name', () => {
    const { type: _type, v: _version, ...again } = { ...added, proposal: id(9) };
    expect(canAddLocal(begun, officer, again)).toMatchObject({ error: { code: 'exists' } });
  });
});

describe('a check', () => {
  const check = {
    mechanism: 'example-fund',
    on: '2026-11-20',
    outcome: 'closed',
    source: 'Its own page',
  } as const;
  const { type: _type, v: _version, ...closing } = change(1, 'state.is', 'closed');
  const closed = { type: 'ChangeProposed', v: 1, ...closing } as const;

  it('that finds a door closed says so in the entry at once, or proposes it where its author may not', () => {
    const types = (actor: typeof officer) => {
      const answer = canCheckMechanism(emptyDirectory, actor, check, closed);
      return answer.ok ? answer.value.map((event) => event.type) : answer.error.code;
    };
    expect(types(officer)).toEqual(['MechanismChecked', 'ChangeProposed', 'ProposalConfirmed']);
    expect(types(researcher)).toEqual(['MechanismChecked', 'ChangeProposed']);
    expect(types(reader)).toBe('role');
  });

  it('of a day that does not exist, or without a source, is none', () => {
    for (const wrong of [{ on: '2026-02-30' }, { source: ' ' }])
      expect(canCheckMechanism(emptyDirectory, officer, { ...check, ...wrong }, null)).toMatchObject({
        error: { code: 'malformed' },
      });
  });
});

describe('what a mechanism answered, and which release lies below', () => {
  it('is the last word in the log', () => {
    const told = (answer: 'yes' | 'no', on: string) => ({
      type: 'AnswerTold',
      v: 1,
      mechanism: 'example-fund',
      condition: 'is-open-now',
      answer,
      on,
      source: 'A call',
    });
    const state = story(
      [told('yes', '2026-10-01'), at(1, officer)],
      [told('no', '2026-11-01'), at(2, second)],
    );
    expect(state.told.get('example-fund')?.get('is-open-now')).toMatchObject({
      answer: 'no',
      by: second.member,
    });
    expect(canNoteTold(state, reader, { ...told('yes', '2026-11-02') } as never).ok).toBe(false);
  });

  it('is brought by an administrator or officer, once for each file', () => {
    const release = { version: '2026.12.0', hash: 'ab'.repeat(32), blob: 'cd'.repeat(32) };
    const state = story([{ type: 'ReleaseImported', v: 1, ...release }, at(1, officer)]);
    expect(state.releases).toMatchObject([{ version: '2026.12.0', by: officer.member }]);
    expect(canImportRelease(state, officer, release)).toMatchObject({ error: { code: 'no_change' } });
    expect(canImportRelease(emptyDirectory, second, release)).toMatchObject({ error: { code: 'role' } });
  });
});
