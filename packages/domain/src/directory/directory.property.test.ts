import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { at, colleague, id, tell } from '../testing/people.ts';
import type { Json } from './events.ts';
import { type DirectoryState, emptyDirectory, foldDirectory } from './state.ts';

const officer = colleague(1, 'officer');
const second = colleague(2, 'verifier');

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

describe('two editors at once', () => {
  const acts = fc.constantFrom(officer, second);
  const values = fc.constantFrom<Json>(1, 2, 'open', 'closed', { text: 'x@example.org' });
  const fields = fc.constantFrom('speed.helpDays', 'state.is', 'link.url', 'summary');
  const event = fc.oneof(
    fc
      .tuple(fc.nat(6), fields, values, fc.subarray([id(1), id(2), id(3)]))
      .map(([number, field, value, replaces]) => ({
        ...change(number, field, value),
        changes: [{ field, base: null, value, replaces }],
      })),
    fc.nat(6).map(confirmed),
    fc.nat(6).map((number) => ({ type: 'ProposalWithdrawn', v: 1, proposal: id(number) })),
    fc.nat(6).map((number) => ({ type: 'ProposalRefused', v: 1, proposal: id(number), reason: 'No.' })),
  );

  it('come to the same by the order of the log, and a hurtful value never stands by its author’s word', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, acts), { maxLength: 40 }), (told) => {
        const entries = told.map(([json, author], index) => [json, at(index + 1, author)] as const);
        const state = story(...entries);
        expect(story(...entries)).toEqual(state);
        for (const versions of state.versions.get('example-fund')?.values() ?? [])
          for (const { proposal } of versions) {
            const made = state.proposals.get(proposal);
            expect(made?.status).toBe('confirmed');
            if (made?.needsOther === true) expect(made.decided?.by).not.toBe(made.by);
          }
        // Nobody's words disappear: every event is a proposal, a decision, or kept with its reason.
        const decided = [...state.proposals.values()].filter(({ status }) => status !== 'open').length;
        expect(state.proposals.size + decided + state.kept.length).toBe(told.length);
      }),
      { numRuns: runs(200) },
    );
  });

  it('change nothing by saying the same again, however often an entry is doubled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, acts), { maxLength: 20 }), (told) => {
        const once = story(...told.map(([json, author], index) => [json, at(index + 1, author)] as const));
        const doubled = told.flatMap((one) => [one, one]);
        const twice = story(
          ...doubled.map(([json, author], index) => [json, at(index + 1, author)] as const),
        );
        const shown = (state: DirectoryState) =>
          [...(state.versions.get('example-fund') ?? [])].map(([field, versions]) => [
            field,
            versions.map(({ proposal, value }) => [proposal, value]),
          ]);
        expect(shown(twice)).toEqual(shown(once));
      }),
      { numRuns: runs(100) },
    );
  });
});
