import { describe, expect, it } from 'vitest';
import { type CaseState, emptyCase, foldCase } from '../case/state.ts';
import { type AgreedCheckIn, checkInItems } from '../check-in/events.ts';
import { documentItems } from '../document/events.ts';
import { askedItems } from '../document-asked/events.ts';
import { type DoorValues, doorItems } from '../eligibility/events.ts';
import { clocksOfPapers } from '../identity/clocks.ts';
import { identityDocuments } from '../identity/sheet.ts';
import { emptyIdentity, foldIdentity } from '../identity/state.ts';
import { followUpItems } from '../outcome/events.ts';
import { type GuardianValues, guardianships, type PersonValues, persons } from '../people/events.ts';
import { type MeasureValues, measureItems, pageItems, planPage } from '../plan/events.ts';
import { baseOf, editOf } from '../shared/items.ts';
import { sheetSent } from '../sheet/testing/story.ts';
import { type SituationValues, situationItems } from '../situation/events.ts';
import { openTasks, sectionOf } from '../task/open.ts';
import { askOf, yesOf } from '../testing/consents-of-a-case.ts';
import { officer as answerer, sealed, story } from '../testing/conversation.ts';
import { danger, dayAt, judged } from '../testing/danger-of-a-case.ts';
import { at, colleague, hash, id, item } from '../testing/people.ts';
import { finding } from '../verification/testing/story.ts';
import { clocksIn } from './all.ts';
import { type Clock, type ClockKind, clockKinds, firstWarning, isRaised, warnsFrom } from './clock.ts';
import { clocksOfConversation } from './conversation.ts';
import { addDays } from './days.ts';

const officer = colleague(1, 'officer');
const inExactly = (day: string) => ({ kind: 'point', at: day, about: false, said: '' }) as const;
const last = '2027-06-15';

/** A case in which these things happened, one after another, none of them refused. */
function told(...events: readonly unknown[]): CaseState {
  const opening = { type: 'CaseOpened', v: 1, pseudonym: 'Tern 4', fromConversation: null, teams: [] };
  const state = [opening, ...events].reduce<CaseState>(
    (before, event, index) => foldCase(before, event, at(index + 1, officer)),
    emptyCase,
  );
  expect(state.kept).toEqual([]);
  return state;
}
const moved = (state: string, date: string | null, closure: string | null = null) => ({
  type: 'StateChanged',
  v: 2,
  state,
  reason: 'So it is.',
  closure,
  date,
  replaces: [],
});
const status = (code: SituationValues['status']) =>
  editOf(situationItems, baseOf<SituationValues>(undefined, id(3)), {
    kind: 'status',
    status: code,
    until: inExactly(last),
  });
const file = { blob: hash(1), name: 'a.pdf', mediaType: 'application/pdf', size: 1, hash: hash(2) };

/** One thing of each kind that ends, and the case or conversation in which it does. A new kind needs its story here. */
const stories: Readonly<Record<ClockKind, () => CaseState | readonly Clock[]>> = {
  consent: () =>
    told(
      editOf(persons, baseOf<PersonValues>(undefined, id(9)), { label: 'She', roles: ['role_defender'] }),
      yesOf(askOf(1, { until: last }), id(9)),
    ),
  verification: () => told(finding(1, { level: 'ver_2_documents', on: '2026-11-02' })),
  question_sheet: () => told({ ...sheetSent(1), until: Date.parse(last) }),
  document: () =>
    told(
      editOf(documentItems, baseOf<never>(undefined, id(4)), {
        title: 'Summons',
        file,
        expires: last,
      } as never),
    ),
  document_asked: () =>
    told(editOf(askedItems, baseOf<never>(undefined, id(5)), { title: 'A letter', due: last } as never)),
  status: () => told(status('imm_residence_temporary')),
  visa: () => told(status('imm_short_stay')),
  promise: () => told(yesOf(askOf(2, { purpose: 'con_share_authority', recipient: 'The consulate' }), id(9))),
  her_page: () =>
    clocksOfConversation(
      story()
        .item(2, answerer, item(0, { type: 'request', v: 1, what: 'I need help.', locale: 'ar' }))
        .event(3, answerer, { type: 'RequestClaimed', v: 1, member: answerer.member })
        .event(4, answerer, {
          type: 'HeldTold',
          v: 1,
          note: id(4),
          lines: [{ what: 'Your name', since: '', why: '', who: '', until: '' }],
          sent: { ...sealed(story().state), until: 21_000 },
        }).state,
    ),
  next_step: () => told({ type: 'NextStepSet', v: 1, text: 'Call the clinic.', date: last, replaces: [] }),
  hold: () => told(moved('case_on_hold', last)),
  risk_review: () => danger().on(1, judged(emptyCase, id(60), { who: 'who_host_staff', on: dayAt(1) })).state,
  measure: () =>
    told(
      editOf(measureItems, baseOf<MeasureValues>(undefined, id(6)), {
        kind: 'security_equipment',
        what: 'A second lock.',
        by: last,
      }),
    ),
  plan_review: () => told(editOf(pageItems, baseOf<never>(undefined, planPage), { reviewBy: last } as never)),
  check_in: () =>
    told(
      editOf(checkInItems, baseOf<AgreedCheckIn>(undefined, id(30)), {
        rhythm: { every: 24 },
        from: Date.UTC(2026, 10, 20),
        until: Date.parse(last),
        grace: 60,
        way: 'She calls.',
        silence: 'We ring her sister.',
        language: 'en',
        safeWord: '',
        forceWord: '',
      }),
    ),
  programme: () =>
    told(
      editOf(doorItems, baseOf<DoorValues>(undefined, id(70)), {
        of: 'programme',
        door: id(900),
        name: 'Emergency grant',
        state: 'to_try',
        on: '2026-11-21',
        until: last,
        why: '',
      }),
    ),
  guardianship: () =>
    told(
      editOf(persons, baseOf<PersonValues>(undefined, id(9)), { label: 'Her daughter' }),
      editOf(persons, baseOf<PersonValues>(undefined, id(10)), { label: 'The aunt' }),
      editOf(guardianships, baseOf<GuardianValues>(undefined, id(11)), {
        child: id(9),
        guardian: id(10),
        basis: 'court',
        voice: 'alone',
        until: last,
      }),
    ),
  follow_up: () => told(editOf(followUpItems, baseOf<never>(undefined, id(8)), { due: last } as never)),
  retention: () => told(moved('case_closed', last, 'close_support_completed')),
};

const shown = ['late', 'today', 'week', 'later'];

describe('everything that ends by itself', () => {
  it.each(clockKinds)('is a task of somebody before it ends: %s [invariant 9]', (kind) => {
    const place = stories[kind]();
    const inCase = 'parts' in place;
    const clock = (inCase ? clocksIn(place) : place).find((one) => one.kind === kind);
    if (clock === undefined) throw new Error(`nothing of the kind ${kind} ends`);
    const before = addDays(clock.until, -1);
    expect(warnsFrom(clock) <= before).toBe(true);
    expect(clock.warns.some((warning) => isRaised(clock, addDays(clock.until, -warning)))).toBe(true);
    // A conversation has no marks of tasks: there the clock itself is what lists show.
    if (!inCase) return;
    const task = openTasks(place).find(({ key }) => key === `${clock.kind}:${clock.item}`);
    if (task === undefined) throw new Error('a clock without a task');
    expect(shown).toContain(sectionOf(task, addDays(clock.until, -firstWarning(clock.warns))));
    expect(shown).toContain(sectionOf(task, before));
  });

  it('is told to custody where it is a passport, by its day and by nothing else [invariants 1, 9]', () => {
    const kept = (number: number, set: object) =>
      editOf(identityDocuments, baseOf<never>(undefined, id(number)), set as never);
    const state = [
      { type: 'IdentityOpened', v: 1 },
      kept(1, { kind: 'doc_passport', number: 'P1234567', name: 'Sample', until: inExactly('2027-02') }),
      kept(2, { kind: 'doc_birth_certificate', number: 'B1' }),
    ].reduce((before, event, index) => foldIdentity(before, event, at(index + 1, officer)), emptyIdentity);
    expect(state.kept).toEqual([]);
    const clocks = clocksOfPapers(state);
    expect(clocks).toEqual([
      {
        kind: 'document',
        item: id(1),
        until: '2027-02-01',
        label: '',
        person: null,
        owner: null,
        part: null,
        warns: [180, 90, 30],
      },
    ]);
    expect(JSON.stringify(clocks)).not.toMatch(/P1234567|Sample/);
  });

  it('is the earlier of two days that two people wrote of one passport, and nothing once it is put away', () => {
    const base = baseOf<never>(undefined, id(1));
    const first = editOf(identityDocuments, base, {
      kind: 'doc_passport',
      until: inExactly('2029-01-01'),
    } as never);
    const other = editOf(identityDocuments, base, {
      kind: 'doc_passport',
      until: inExactly('2027-01-01'),
    } as never);
    const both = [{ type: 'IdentityOpened', v: 1 }, first, other].reduce(
      (before, event, index) => foldIdentity(before, event, at(index + 1, officer)),
      emptyIdentity,
    );
    expect(clocksOfPapers(both).map(({ until }) => until)).toEqual(['2027-01-01']);
    const away = foldIdentity(
      both,
      { type: 'IdentityDocumentPutAway', v: 1, id: id(1), reason: 'Renewed.' },
      at(9, officer),
    );
    expect(away.kept).toEqual([]);
    expect(clocksOfPapers(away)).toEqual([]);
  });

  it('wakes a case that was put on hold until a day, and no other [invariant 9]', () => {
    const held = told(moved('case_on_hold', '2026-12-01'));
    expect(openTasks(held)).toMatchObject([
      { kind: 'hold', due: '2026-12-01', text: 'So it is.', part: 'stages' },
    ]);
    const on = foldCase(held, moved('case_supporting', null), at(9, officer));
    expect(clocksIn(on).filter(({ kind }) => kind === 'hold')).toEqual([]);
  });

  it('is counted also where a device’s clock says nonsense', () => {
    const mad = at(2, officer, { claimedTime: 2 ** 48 - 1 });
    const closed = foldCase(told(), moved('case_closed', null, 'close_safe_otherwise'), mad);
    expect(clocksIn(closed)).toMatchObject([{ kind: 'retention', until: '9002-01-01' }]);
  });
});
