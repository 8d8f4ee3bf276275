import type { CaseState } from '../case/state.ts';
import { type Clock, makeClock } from '../clock/clock.ts';
import { stoppedFor } from '../consent/stopped.ts';
import { circlesToMind, mayContact } from '../people/contact.ts';
import { type InexactDate, spanOf } from '../shared/inexact-date.ts';
import { standing, valueIn } from '../shared/items.ts';
import type { SheetCheck } from '../sheet/rules.ts';
import { historyOf } from '../situation/state.ts';
import { type AskingVerdict, type KnownOfSource, mayAskSource } from './asking.ts';
import type { Question, Telling } from './events.ts';
import { expiryOf, type NewEvent, usualTerms, type VerificationTerms } from './expiry.ts';
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
export function clocksOfVerification(
  state: CaseState,
  terms: VerificationTerms = usualTerms,
): readonly Clock[] {
  const events = newEventsIn(state);
  return [...newestFindings(state.parts.verification).values()].map((finding) =>
    makeClock({
      kind: 'verification',
      item: finding.id,
      until: expiryOf(finding, events, terms).until,
      label: valueIn(finding, 'words') ?? '',
      part: 'verification',
    }),
  );
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

/** What the people of a case say of a source: whom she wants left alone, and whether she agreed. */
export function knownOfSource(state: Pick<CaseState, 'parts' | 'opened'>, source: string): KnownOfSource {
  const { people, verification } = state.parts;
  const item = verification.sources.get(source);
  const person = item === undefined ? null : (valueIn(item, 'person') ?? null);
  const named = item !== undefined && valueIn(item, 'origin') === 'named_by_her';
  const agreed = (item === undefined ? undefined : valueIn(item, 'agreed')) ?? 'not_asked';
  const judged = person === null ? null : mayContact(people, person);
  const barred = (judged?.reasons ?? []).flatMap((reason) =>
    reason.code === 'never_contact' || reason.code === 'must_not_learn'
      ? [{ certain: true, why: reason.why }]
      : [],
  );
  // Only a person can tell who belongs to a circle that was said in words: it is shown before everybody is asked.
  const circles = circlesToMind(people).map(({ circle, why }) => ({
    certain: false,
    why: why === '' ? circle : `${circle}: ${why}`,
  }));
  const stopped = person === null ? null : stoppedFor(state, person, 'con_verify_referee');
  const refused = judged?.verdict === 'no' && barred.length === 0;
  const leave = refused ? 'refused' : judged === null || judged.verdict === 'ask' ? 'not_asked' : 'given';
  return {
    neverContact: [...barred, ...circles],
    herLeave: named || person !== null ? leave : 'not_needed',
    // Who is no person in the file and was not named by her, such as a register or a body, agrees by answering.
    // What the person said in the file's own consents is stronger than what somebody noted about a source.
    ownConsent:
      stopped !== null
        ? stopped
        : agreed === 'not_asked' && !named && person === null
          ? 'not_needed'
          : agreed,
    mayTell: (item === undefined ? undefined : valueIn(item, 'mayTell')) ?? null,
  };
}

/** Whether a source of this case may be asked, with everything that the case knows. */
export function mayAskIn(
  state: Pick<CaseState, 'parts' | 'opened'>,
  source: string,
  told: readonly Telling[],
): AskingVerdict {
  return mayAskSource(state.parts.verification, { source, told }, knownOfSource(state, source));
}

/** What verification says against a question sheet, for whoever is about to send it. */
export const sheetCheckOf =
  (state: Pick<CaseState, 'parts' | 'opened'>): SheetCheck =>
  ({ source }) => {
    if (source === null) return [];
    const { never } = mayAskIn(state, source, []);
    const leftAlone = never.some(({ code }) =>
      ['never_contact', 'she_refused', 'home_state', 'unknown_source'].includes(code),
    );
    const refused = never.some(({ code }) => code === 'no_own_consent');
    return [
      ...(leftAlone ? [{ code: 'do_not_contact' } as const] : []),
      ...(refused ? [{ code: 'source_not_agreed' } as const] : []),
    ];
  };
