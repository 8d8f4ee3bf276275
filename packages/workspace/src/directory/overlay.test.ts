import type { Mechanism } from '@leeward/directory/mechanism.ts';
import { validate } from '@leeward/directory/validate.ts';
import { emptyDirectory, foldDirectory } from '@leeward/domain/directory/state.ts';
import { at, id } from '@leeward/domain/testing/people.ts';
import { describe, expect, it } from 'vitest';
import { wantAddition, wantChange, wantCheck, wantLocalChange, wantTold } from './acts.ts';
import { fieldOf, fields } from './fields.ts';
import { full, officer, organisation, release, shipped, source } from './testing/organisation.ts';

describe('the directory as an organisation sees it', () => {
  it('is the public release where nobody knows better', () => {
    const { shown } = organisation();
    expect(shown.entries.map(({ entry }) => entry)).toEqual(shipped.entries);
    expect(shown.orphans).toEqual([]);
    expect(organisation(null).shown.entries).toEqual([]);
  });

  it('has every field that may be changed, and each of them can be', () => {
    for (const field of fields) expect(fieldOf(shipped.entries[0] as Mechanism, field)).toBeDefined();
    const both = organisation().change('gives.services', ['lawyer']).of('a-fund');
    expect(both.entry.gives).toMatchObject({ services: ['lawyer'], servicesSeen: true });
    const none = organisation().change('gives.services', []).of('a-fund');
    expect(none.entry.gives).toMatchObject({ services: [], servicesSeen: false });
  });

  it('shows a confirmed change with who wrote it, where it was read, and what the release says', () => {
    const { changes, entry } = organisation().change('family', 'case-by-case').of('a-fund');
    expect(entry.family).toBe('case-by-case');
    expect(changes).toMatchObject([
      { field: 'family', value: 'case-by-case', released: 'yes', by: officer.member, ...source },
    ]);
  });

  it('follows the release again where it says the same, or where somebody chose what it says', () => {
    const changed = organisation().change('family', 'case-by-case');
    const same = release('2026.11.0', full({ id: 'a-fund', family: 'case-by-case' }));
    expect(changed.over(same).of('a-fund')).toMatchObject({ changes: [], conflicts: [] });
    const back = changed.change('family', 'yes').of('a-fund');
    expect(back).toMatchObject({ changes: [], conflicts: [] });
    const later = release('2026.11.0', full({ id: 'a-fund', family: 'no' }));
    const followed = changed.change('family', 'yes').over(later).of('a-fund');
    expect(followed).toMatchObject({ changes: [], conflicts: [], entry: { family: 'no' } });
  });

  it('shows both where the release changed the same field, and takes either when somebody chooses', () => {
    const newer = release('2026.11.0', full({ id: 'a-fund', family: 'no' }));
    const torn = organisation().change('family', 'case-by-case').over(newer);
    expect(torn.of('a-fund')).toMatchObject({
      entry: { family: 'case-by-case' },
      conflicts: [
        {
          field: 'family',
          kinds: ['release'],
          released: 'no',
          mine: [{ value: 'case-by-case', base: 'yes' }],
        },
      ],
    });
    for (const choice of ['no', 'case-by-case', 'unknown'])
      expect(torn.change('family', choice).of('a-fund')).toMatchObject({
        entry: { family: choice },
        conflicts: [],
      });
  });

  it('keeps a value that does not fit the newer form apart, and shows the entry without it', () => {
    const calls = [{ opens: '2026-11-01', closes: null }];
    const open = release('2026.9.0', full({ id: 'a-fund', state: { is: 'calls', calls: [], since: null } }));
    const shut = release(
      '2026.11.0',
      full({ id: 'a-fund', state: { is: 'closed', calls: [], since: null } }),
    );
    const torn = organisation(open).change('state.calls', calls).over(shut).of('a-fund');
    expect(torn.entry.state.calls).toEqual([]);
    expect(torn.unfit).toMatchObject([{ field: 'state.calls', value: calls }]);
    expect(validate([torn.entry]).ok).toBe(true);
  });

  it('says when a form was opened on something else, and what does not fit, without writing either', () => {
    const { seen } = organisation();
    const propose = (changes: readonly { field: string; from: unknown; to: unknown }[]) =>
      wantChange(seen, { mechanism: 'a-fund', changes, confirm: true, ...source });
    expect(propose([{ field: 'family', from: 'no', to: 'unknown' }])).toMatchObject({
      answer: { type: 'changed', fields: [{ field: 'family', now: 'yes' }] },
    });
    expect(
      propose([{ field: 'link.url', from: 'https://example.org/help', to: 'no address' }]),
    ).toMatchObject({
      answer: {
        type: 'flaws',
        flaws: [
          { id: 'a-fund', field: 'link.url' },
          { id: 'a-fund', field: 'link.url' },
        ],
      },
    });
    expect(propose([{ field: 'id', from: 'a-fund', to: 'b-fund' }])).toMatchObject({
      answer: { type: 'flaws' },
    });
    expect(propose([{ field: 'family', from: 'yes', to: 'yes' }])).toMatchObject({
      refusal: { code: 'no_change' },
    });
  });
});

describe('checks', () => {
  it('make an entry fresh from that day on, by name, and take it off the work list', () => {
    const old = release('2026.2.0', full({ id: 'a-fund', readOn: '2026-03' }), full({ id: 'b-fund' }));
    const before = organisation(old);
    expect(before.shown.due).toMatchObject([{ mechanism: 'a-fund', dueOn: '2026-09-01', overdue: 81 }]);
    const checked = before.check('2026-11-20', 'unchanged');
    expect(checked.of('a-fund').entry.checked).toEqual({ on: '2026-11-20', by: 'Officer One' });
    expect(checked.of('a-fund').dueOn).toBe('2027-05-20');
    expect(checked.shown.due).toEqual([]);
  });

  it('list what is due soonest first, and nothing that is closed', () => {
    const old = release(
      '2026.2.0',
      full({ id: 'a-fund', readOn: '2026-05-30' }),
      full({ id: 'b-fund', readOn: '2026-01' }),
      full({ id: 'c-fund', readOn: '2026-01', state: { is: 'closed', calls: [], since: null } }),
      full({ id: 'd-fund', readOn: '2026-11' }),
    );
    expect(organisation(old).shown.due.map(({ mechanism, overdue }) => [mechanism, overdue > 0])).toEqual([
      ['b-fund', true],
      ['a-fund', false],
    ]);
  });

  it('that reached nobody, or found a change that is not written down, leave an entry as old as it was', () => {
    const tried = organisation().check('2026-11-20', 'not_reachable');
    expect(tried.of('a-fund').entry.checked).toBeNull();
    expect(tried.of('a-fund').checks).toMatchObject([{ outcome: 'not_reachable' }]);
    const found = organisation().check('2026-11-20', 'changed');
    expect(found.of('a-fund').entry.checked).toBeNull();
    const waiting = found.change('link.url', 'https://example.org/new');
    expect(waiting.of('a-fund').entry.checked).toBeNull();
    const [proposal = ''] = waiting.of('a-fund').open;
    expect(waiting.confirm(proposal).of('a-fund').entry.checked).toMatchObject({ on: '2026-11-20' });
  });

  it('that find a door closed close it at once, also where a call had no end, and count no day that has not come', () => {
    const calling = release(
      '2026.10.0',
      full({
        id: 'a-fund',
        state: { is: 'calls', calls: [{ opens: '2026-11', closes: null }], since: null },
      }),
    );
    const { entry, unfit } = organisation(calling).check('2026-11-20', 'closed').of('a-fund');
    expect(entry.state).toEqual({ is: 'closed', calls: [], since: '2026-11-20' });
    expect(unfit).toEqual([]);
    const { seen } = organisation();
    const args = { mechanism: 'a-fund', on: '2026-11-22', outcome: 'unchanged', source: 'x' } as const;
    expect(wantCheck(seen, args)).toMatchObject({ refusal: { code: 'malformed' } });
    const future = { type: 'MechanismChecked', v: 1, ...args, on: '2099-01-01' };
    const ahead = organisation(shipped, foldDirectory(emptyDirectory, future, at(1, officer)));
    expect(ahead.of('a-fund').entry.checked).toBeNull();
  });
});

describe('what mechanisms answered', () => {
  const told = (on: string, answer: 'yes' | 'no' = 'yes') => ({
    mechanism: 'a-fund',
    condition: 'is-open-now' as const,
    answer,
    on,
    source: 'A call',
  });

  it('goes to the reasoning as long as it is young, and is shown as old afterwards', () => {
    const fresh = organisation();
    const one = fresh.does(wantTold(fresh.seen, told('2026-11-01', 'no')), officer);
    expect(one.shown.told).toEqual({ 'a-fund': { 'is-open-now': 'no' } });
    const old = fresh.does(wantTold(fresh.seen, told('2026-02-01')), officer);
    expect(old.shown.told).toEqual({});
    expect(old.of('a-fund').told).toMatchObject([{ condition: 'is-open-now', old: true }]);
  });

  it('is never what depends on who asks: that would be wrong for the next person and say something of this one', () => {
    const { seen } = organisation();
    expect(wantTold(seen, { ...told('2026-11-01'), condition: 'takes-my-region' })).toMatchObject({
      refusal: { code: 'malformed' },
    });
  });
});

describe('entries of the organisation’s own', () => {
  const typed = { ...full({ id: 'ignored', name: 'A quiet house' }) };

  it('stand beside those of the release, under an id of their own, marked until a second has looked', () => {
    const { seen, does } = organisation();
    const added = does(wantAddition(seen, { entry: typed, ...source }), officer);
    const [own] = added.shown.entries.filter(({ origin }) => origin === 'local');
    expect(own).toMatchObject({ awaitsSecond: true, entry: { name: 'A quiet house' } });
    expect(own?.entry.id).toMatch(/^local-[0-9a-f]{16}$/);
    expect(added.confirm(own?.open[0] ?? '').of(own?.entry.id ?? '').awaitsSecond).toBe(false);
    expect(added.over(null).shown.entries).toHaveLength(1);
  });

  it('are held against the form like all others, and nothing is written where they do not fit', () => {
    const { seen } = organisation();
    expect(wantAddition(seen, { entry: { ...typed, kind: 'castle' }, ...source })).toMatchObject({
      answer: { type: 'flaws', flaws: [{ field: 'kind' }] },
    });
    expect(wantAddition(seen, { entry: 'nothing', ...source })).toMatchObject({ answer: { type: 'flaws' } });
  });

  it('change as a whole, from what the form was opened on', () => {
    const begun = organisation();
    const added = begun.does(wantAddition(begun.seen, { entry: typed, ...source }), officer);
    const [own] = added.shown.entries.filter(({ origin }) => origin === 'local');
    if (own === undefined) throw new Error('added');
    const mechanism = own.entry.id;
    const quiet = { ...own.entry, name: 'A very quiet house' };
    const checked = added.check('2026-11-20', 'unchanged', mechanism);
    const shown = checked.of(mechanism).entry;
    const wanted = wantLocalChange(checked.seen, { mechanism, from: shown, entry: quiet, ...source });
    expect(wanted).toMatchObject({ answer: { type: 'kept', needsOther: false } });
    expect(checked.does(wanted, officer).of(mechanism).entry.name).toBe('A very quiet house');
    const moved = { ...quiet, link: { url: 'https://example.net/house', own: true } };
    expect(wantLocalChange(checked.seen, { mechanism, from: shown, entry: moved, ...source })).toMatchObject({
      answer: { type: 'kept', needsOther: true },
    });
    const stale = wantLocalChange(checked.seen, { mechanism, from: typed, entry: quiet, ...source });
    expect(stale).toMatchObject({ answer: { type: 'changed' } });
  });
});

describe('ids', () => {
  it('of proposals are those that the log keeps', () => {
    const changed = organisation().change('family', 'no');
    expect([...changed.state.proposals.keys()]).toEqual([id(1)]);
  });
});
