import { describe, expect, it } from 'vitest';
import type { CaseEvent } from './case/events.ts';
import { emptyCase, foldCase } from './case/state.ts';
import { emptyIdentity, foldIdentity } from './identity/state.ts';
import type { OrganisationEvent } from './organisation/events.ts';
import { emptyOrganisation, foldOrganisation } from './organisation/state.ts';
import {
  changedMeanwhile,
  neverRebased,
  sealedAnew,
  watchedCase,
  watchedIdentity,
  watchedOrganisation,
  watchedRequest,
} from './rebase.ts';
import type { RequestEvent } from './request/events.ts';
import { officer, sealed, second, story } from './testing/conversation.ts';
import { at, colleague, hash, id, item } from './testing/people.ts';

const asks = { type: 'request', v: 1, what: 'I need help.', locale: 'en' };

describe('what changed while one was writing', () => {
  it('is nothing where a colleague did something else', () => {
    const before = story().item(2, officer, item(0, asks));
    const judged: RequestEvent = {
      type: 'UrgencySet',
      v: 2,
      urgency: 'urg_high',
      reason: 'Threats.',
      replaces: [],
    };
    const after = before.event(3, second, { type: 'RequestClaimed', v: 1, member: second.member });
    expect(changedMeanwhile(watchedRequest, before.state, after.state, [judged])).toEqual([]);
  });

  it('names the field, with both values, where it is the same', () => {
    const before = story().item(2, officer, item(0, asks));
    const judged: RequestEvent = {
      type: 'UrgencySet',
      v: 2,
      urgency: 'urg_high',
      reason: 'Threats.',
      replaces: [],
    };
    const after = before.event(3, second, { ...judged, urgency: 'urg_immediate', reason: 'At the border.' });
    expect(changedMeanwhile(watchedRequest, before.state, after.state, [judged])).toEqual([
      { field: 'urgency', before: ['urg_unset', ''], after: ['urg_immediate', 'At the border.'] },
    ]);
  });

  it('shows whoever answers what she or a colleague wrote meanwhile, but not that it was only opened', () => {
    const before = story().item(2, officer, item(0, asks));
    const answer: RequestEvent = {
      type: 'ReplyWritten',
      v: 1,
      text: 'Hello',
      files: [],
      sent: sealed(before.state),
    };
    const wrote = before.item(3, officer, item(1, { type: 'message', v: 1, text: 'I have moved.' }));
    expect(changedMeanwhile(watchedRequest, before.state, wrote.state, [answer])).toMatchObject([
      { field: 'conversation' },
    ]);
    const opened = before.event(3, second, {
      type: 'OpenedNoted',
      v: 1,
      sequence: 0,
      sent: sealed(before.state),
    });
    expect(changedMeanwhile(watchedRequest, before.state, opened.state, [answer])).toEqual([]);
  });

  it('tells apart the fields of a case', () => {
    const keep = (field: 'danger' | 'needs', value: string): CaseEvent => ({
      type: 'SummaryKept',
      v: 1,
      field,
      value,
      replaces: [],
    });
    const opened = foldCase(
      emptyCase,
      { type: 'CaseOpened', v: 1, pseudonym: 'Heron', fromConversation: null, teams: [] },
      at(1, officer),
    );
    const after = foldCase(opened, keep('danger', 'Followed.'), at(2, second));
    expect(changedMeanwhile(watchedCase, opened, after, [keep('needs', 'A lawyer.')])).toEqual([]);
    expect(
      changedMeanwhile(watchedCase, opened, after, [keep('danger', 'None.'), keep('needs', 'A lawyer.')]),
    ).toEqual([{ field: 'summary.danger', before: [], after: ['Followed.'] }]);
  });

  it('tells apart people and facts', () => {
    const founder = colleague(1, null);
    const named = (member: number, name: string): OrganisationEvent => ({
      type: 'MemberNamed',
      v: 1,
      member: id(member),
      name,
    });
    const after = foldOrganisation(emptyOrganisation, named(5, 'Five'), at(0, founder));
    expect(changedMeanwhile(watchedOrganisation, emptyOrganisation, after, [named(6, 'Six')])).toEqual([]);
    expect(changedMeanwhile(watchedOrganisation, emptyOrganisation, after, [named(5, 'V')])).toMatchObject([
      { field: `name.${id(5)}`, after: 'Five' },
    ]);
    const begun = foldIdentity(emptyIdentity, { type: 'IdentityOpened', v: 1 }, at(1, officer));
    const fact = { type: 'FactKept', v: 1, fact: 'birth_date', value: '1990', replaces: [] } as const;
    const known = foldIdentity(begun, fact, at(2, officer));
    expect(changedMeanwhile(watchedIdentity, begun, known, [fact])).toMatchObject([
      { field: 'fact.birth_date' },
    ]);
    expect(changedMeanwhile(watchedIdentity, begun, known, [{ ...fact, fact: 'nationality' }])).toEqual([]);
  });
});

describe('what is not written again by itself', () => {
  it('[rule 6] is whatever gives or takes authority or access', () => {
    expect(
      ['RoleGiven', 'MemberLeft', 'GuestReplaced', 'GuestClosed'].every((type) => neverRebased.has(type)),
    ).toBe(true);
    expect(neverRebased.has('NoteWritten')).toBe(false);
  });

  it('is what carries a sealed item: its number may be taken, and it must be sealed anew', () => {
    const before = story().item(2, officer, item(0, asks));
    const mine = { type: 'ReplyWritten', v: 1, text: 'Hello', files: [], sent: sealed(before.state) };
    const theirs = before.reply(3, second, 'First');
    const late = theirs.event(4, officer, { ...mine, sent: { ...mine.sent, hash: hash(1) } });
    expect(late.state.sent).toEqual(theirs.state.sent);
    expect(sealedAnew.has('ReplyWritten')).toBe(true);
  });
});
