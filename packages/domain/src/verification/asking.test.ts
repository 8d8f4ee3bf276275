import { describe, expect, it } from 'vitest';
import { id } from '../testing/people.ts';
import { mayAskSource, nothingKnown } from './asking.ts';
import { after, asking, source, told } from './testing/story.ts';

const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);

describe('before anybody is asked', () => {
  const state = told(source(1), source(2, { origin: 'independent', kind: 'vs_local_member' }));
  const ask = { source: id(1), told: ['pen_name', 'work'] } as const;
  const known = { ...nothingKnown, herLeave: 'given', ownConsent: 'given' } as const;

  it('nothing stands in the way of a referee who agreed, told no more than a pen name and a question', () => {
    expect(mayAskSource(state, ask, known)).toEqual({ never: [], careful: [] });
  });

  it('whom she asked us to leave alone is not asked, and who may be that person only with care', () => {
    const listed = { certain: true, why: 'Her former husband.' };
    expect(codes(mayAskSource(state, ask, { ...known, neverContact: [listed] }).never)).toEqual([
      'never_contact',
    ]);
    const similar = { certain: false, why: 'The name is like one on the list.' };
    expect(mayAskSource(state, ask, { ...known, neverContact: [similar] })).toMatchObject({
      never: [],
      careful: [{ code: 'may_be_never_contact', details: { why: similar.why } }],
    });
  });

  it('without her yes and without the yes of whoever is asked nobody asks, and both say why [invariant 11]', () => {
    for (const standing of ['not_asked', 'refused', 'withdrawn', 'expired', 'lacking', 'asked'] as const) {
      const details = { standing };
      expect(mayAskSource(state, ask, { ...known, ownConsent: standing }).never).toEqual([
        { code: 'no_own_consent', sources: [], details },
      ]);
      expect(mayAskSource(state, ask, { ...known, herLeave: standing }).never).toEqual([
        { code: 'no_leave_of_hers', sources: [], details },
      ]);
    }
    expect(codes(mayAskSource(state, ask, { ...known, ownConsent: 'no_person' }).never)).toEqual([
      'no_person',
    ]);
    expect(
      mayAskSource(state, ask, { ...known, herLeave: 'not_needed', ownConsent: 'not_needed' }).never,
    ).toEqual([]);
  });

  it('nobody is told that she asks for help, wants to leave, or where she is, nor who else is asked [invariant 4]', () => {
    for (const secret of ['asked_for_help', 'wants_to_leave', 'where_she_is', 'other_sources'] as const)
      expect(codes(mayAskSource(state, { ...ask, told: [secret] }, known).never)).toEqual(['told_too_much']);
    expect(codes(mayAskSource(state, ask, { ...known, mayTell: ['work'] }).careful)).toEqual([
      'told_more_than_agreed',
    ]);
  });

  it('a register of her own state is never asked', () => {
    const register = after(state, source(3, { kind: 'vs_public_source', official: 'home_state' }));
    expect(codes(mayAskSource(register, { ...ask, source: id(3) }, nothingKnown).never)).toEqual([
      'home_state',
    ]);
  });

  it('two who know of each other are not asked without a warning that says who', () => {
    const both = after(state, source(1, { knows: [id(2)] }, state), asking(1, 1));
    expect(mayAskSource(both, { ...ask, source: id(2) }, nothingKnown).careful).toEqual([
      { code: 'find_each_other', sources: [id(1)] },
    ]);
    const brought = after(state, source(4, { origin: 'came_through', through: id(1) }), asking(1, 1));
    expect(codes(mayAskSource(brought, { ...ask, source: id(4) }, nothingKnown).careful)).toEqual([
      'find_each_other',
    ]);
  });
});
