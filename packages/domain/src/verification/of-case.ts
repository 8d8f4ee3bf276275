import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { dayOf } from '../clock/days.ts';
import type { Voices } from '../consent/voices.ts';
import { verificationDueSince } from '../incident/rules.ts';
import { nearKeptAway } from '../people/circles.ts';
import { circlesToMind, mayContact } from '../people/contact.ts';
import type { PeopleState } from '../people/state.ts';
import { type InexactDate, spanOf } from '../shared/inexact-date.ts';
import { standing, valueIn } from '../shared/items.ts';
import type { Stamp } from '../shared/stamp.ts';
import type { SheetCheck } from '../sheet/rules.ts';
import { historyOf } from '../situation/state.ts';
import { type AskingVerdict, type KnownOfSource, mayAskSource, nothingKnown } from './asking.ts';
import type { Question, Telling } from './events.ts';
import { expiryOf, type NewEvent, termOf } from './expiry.ts';
import { leaveOf, recipientsOf } from './leave.ts';
import type { Finding, VerificationState } from './state.ts';

/* What verification needs of the rest of a case: who must be left alone, what is new, what ends when. */

/** What is new in a case and opens findings again: an incident, another country, another status. */
export function newEventsIn({ parts }: Pick<CaseState, 'parts'>): readonly NewEvent[] {
  const begun = (kind: 'place' | 'status', as: NewEvent['kind']): readonly NewEvent[] =>
    historyOf(parts.situation, kind).flatMap((fact) => {
      const from = valueIn(fact, 'from') ?? null;
      if (from === null) return [];
      const on = lastDay(from);
      return on === null ? [] : [{ on, kind: as }];
    });
  const incidents = standing(parts.incident.incidents).flatMap((incident): readonly NewEvent[] => {
    const when = valueIn(incident, 'when') ?? null;
    const on = when === null ? null : lastDay(when);
    return on === null ? [] : [{ on, kind: 'incident' }];
  });
  return [...incidents, ...begun('place', 'moved'), ...begun('status', 'status')];
}

/** "In November": what was found on the tenth may have been found before. The last possible day counts. */
function lastDay(date: InexactDate): string | null {
  const { first, last } = spanOf(date);
  return last ?? first;
}

/** The clocks of a verification: each finding that holds ends on a day, and nothing lapses unannounced (invariant 9). */
export function clocksOfVerification(state: CaseState): readonly Clock[] {
  const events = newEventsIn(state);
  const about = (finding: Finding) => ({
    kind: 'verification' as const,
    label: valueIn(finding, 'words') ?? '',
    part: 'verification' as const,
  });
  const ends = [...newestFindings(state.parts.verification).values()].map((finding) =>
    makeClock({ ...about(finding), item: finding.id, until: expiryOf(finding, events).until }),
  );
  const again = lookAgainAt(state).map(({ finding, since }) =>
    makeClock({
      ...about(finding),
      item: `${finding.id} ${since.entry.slice(0, 16)} ${since.index}`,
      until: dayOf(since.claimedTime),
    }),
  );
  return [...ends, ...again];
}

/**
 * Findings that were written before an incident came into the file, although by its day, or because nobody knows its
 * day, it ends none of them. Whoever verified could not know of it, so she looks again; writing the finding anew says
 * that she did.
 */
export function lookAgainAt(
  state: CaseState,
): readonly { readonly finding: Finding; readonly since: Stamp }[] {
  const since = verificationDueSince(state);
  if (since === null) return [];
  const events = newEventsIn(state);
  return [...newestFindings(state.parts.verification).values()].flatMap((finding) => {
    const last = finding.steps.at(-1);
    const isBefore =
      last !== undefined &&
      (last.position < since.position || (last.position === since.position && last.index < since.index));
    const isOpened = expiryOf(finding, events).why === 'new_event';
    return isBefore && termOf(finding).opens && !isOpened ? [{ finding, since }] : [];
  });
}

/** The newest finding of each question that says anything. */
function newestFindings(state: VerificationState): ReadonlyMap<Question, Finding> {
  const newest = new Map<Question, Finding>();
  for (const finding of standing(state.findings)) {
    const question = valueIn(finding, 'question');
    if (question === undefined || valueIn(finding, 'level') === 'ver_0_none') continue;
    const before = newest.get(question);
    if (before === undefined || (valueIn(before, 'on') ?? '') <= (valueIn(finding, 'on') ?? ''))
      newest.set(question, finding);
  }
  return newest;
}

/** What the people and the consents of a case say of a source on a day. */
export function knownOfSource(
  { parts }: Pick<CaseState, 'parts'>,
  voices: Voices,
  source: string,
  told: readonly Telling[],
  today: string,
): KnownOfSource {
  const { people, verification } = parts;
  const item = verification.sources.get(source);
  if (item === undefined) return nothingKnown;
  const person = valueIn(item, 'person') ?? null;
  const judged = person === null ? null : mayContact(people, person);
  const barred = (judged?.reasons ?? []).flatMap((reason) =>
    reason.code === 'never_contact' || reason.code === 'must_not_learn'
      ? [{ certain: true, why: reason.why }]
      : reason.code === 'said_never' || reason.code === 'no_way_through'
        ? [{ certain: true, why: '' }]
        : [],
  );
  const { hers, theirs } = leaveOf(voices, item, told, today);
  return {
    neverContact: [...barred, ...nearIn(people, recipientsOf(voices, item), person)],
    herLeave: hers.standing,
    ownConsent: theirs.standing,
    mayTell: valueIn(item, 'mayTell') ?? null,
  };
}

/** Those to be left alone whom these names may mean, and every other circle: only a person can tell who belongs to it. */
function nearIn(
  people: PeopleState,
  names: readonly string[],
  person: string | null,
): KnownOfSource['neverContact'] {
  const words = (said: string, why: string): string => (why === '' ? said : `${said}: ${why}`);
  // A person of the file is known by more than a name: whether she herself is to be left alone was asked above.
  const near = nearKeptAway(people, names).filter(({ away }) => person === null || away.person === null);
  const others = circlesToMind(people).filter(({ bar }) => !near.some(({ away }) => away.bar === bar));
  return [
    ...near.map(({ away, grade, said, words: taken }) => ({
      certain: grade === 'sure',
      why: words(said, away.why),
      words: taken,
    })),
    ...others.map(({ circle, why }) => ({ certain: false, why: words(circle, why) })),
  ];
}

/** Whether a source of this case may be asked, with everything that the case knows. */
export function mayAskIn(
  state: Pick<CaseState, 'parts'>,
  voices: Voices,
  source: string,
  told: readonly Telling[],
  today: string,
): AskingVerdict {
  const known = knownOfSource(state, voices, source, told, today);
  return mayAskSource(state.parts.verification, { source, told }, known);
}

/**
 * What verification says against a question sheet, for whoever is about to send it. A referee who is named in words alone
 * has no place in the file for a word of his own, so a sheet that rests on asking referees goes to a source.
 */
export const sheetCheckOf =
  (state: Pick<CaseState, 'parts'>, voices: Voices, purpose: string, today: string): SheetCheck =>
  ({ source, whom }) => {
    const alone = { code: 'do_not_contact' } as const;
    const notAgreed = { code: 'source_not_agreed' } as const;
    if (source === null) {
      const near = nearKeptAway(state.parts.people, [whom]).some(({ grade }) => grade === 'sure');
      const referee = purpose === 'con_verify_referee' && whom.trim() !== '';
      return [...(near ? [alone] : []), ...(referee ? [notAgreed] : [])];
    }
    const { never } = mayAskIn(state, voices, source, [], today);
    const left = never.some(({ code }) => ['never_contact', 'home_state', 'unknown_source'].includes(code));
    const refused = never.some(({ code }) => code === 'no_own_consent' || code === 'no_person');
    return [...(left ? [alone] : []), ...(refused ? [notAgreed] : [])];
  };
