import type { CaseEdit, CaseState, Handover, Note, StateChange } from '@leeward/domain/case/state.ts';
import type { UrgencyJudgement } from '@leeward/domain/request/state.ts';
import type { PendingEdit } from '@leeward/workspace/desk/contract.ts';
import { identityMoments } from '../identity/moments.tsx';
import { carryMoments } from './carry/moments.tsx';
import { checkInMoments } from './checkins/moments.tsx';
import { consentMoments } from './consents/moments.tsx';
import { documentMoments } from './documents/moments.tsx';
import { eligibilityMoments } from './eligibility/moments.tsx';
import { givenMoments } from './given-moments.tsx';
import { incidentMoments } from './incidents/moments.tsx';
import { outcomeMoments } from './outcome/moments.tsx';
import type { PartMoment } from './part-moment.ts';
import { peopleMoments } from './people/moments.tsx';
import { planMoments } from './plan/moments.tsx';
import { riskMoments } from './risk/moments.tsx';
import { sheetMoments } from './sheets/moments.tsx';
import { situationMoments } from './situation/moments.tsx';
import { stageMoments } from './stages/moments.tsx';
import { taskMoments } from './tasks/moments.tsx';

/** What the parts of the file put on its time line: one line each. */
const partMoments: readonly ((state: CaseState) => readonly PartMoment[])[] = [
  peopleMoments,
  consentMoments,
  verificationMoments,
  eligibilityMoments,
  carryMoments,
  givenMoments,
  stageMoments,
  situationMoments,
  documentMoments,
  sheetMoments,
  planMoments,
  checkInMoments,
  taskMoments,
  incidentMoments,
  riskMoments,
  identityMoments,
  outcomeMoments,
];

import { verificationMoments } from './verification/moments.tsx';

/** One thing on the time line of a case. */
export type CaseMoment =
  | {
      readonly kind: 'opened';
      readonly by: string;
      readonly claimedTime: number;
      readonly position: number;
    }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'urgency'; readonly judgement: UrgencyJudgement }
  | { readonly kind: 'phase'; readonly change: StateChange }
  | { readonly kind: 'handover'; readonly handover: Handover }
  /** A field of the case itself: its pseudonym, what is next, a line of the summary. */
  | { readonly kind: 'edit'; readonly edit: CaseEdit }
  /** Something in a part of the file, which knows its own words. */
  | { readonly kind: 'part'; readonly part: PartMoment }
  | { readonly kind: 'pending'; readonly pending: PendingEdit };

/** What happened in a case, the newest first; what is not confirmed yet comes before everything. */
export function caseTimeline(
  state: CaseState,
  pending: readonly PendingEdit[],
): readonly { readonly key: string; readonly moment: CaseMoment }[] {
  type Placed = { readonly position: number; readonly index: number; readonly moment: CaseMoment };
  const place = (at: { readonly position: number; readonly index: number }, moment: CaseMoment): Placed => ({
    position: at.position,
    index: at.index,
    moment,
  });
  const placed: readonly Placed[] = [
    ...(state.opened === null
      ? []
      : [
          place(state.opened, {
            kind: 'opened',
            by: state.opened.by,
            claimedTime: state.opened.claimedTime,
            position: state.opened.position,
          }),
        ]),
    ...state.notes.map((note) => place(note, { kind: 'note', note })),
    ...state.urgencyHistory.map((judgement) => place(judgement, { kind: 'urgency', judgement })),
    ...state.phaseHistory.map((change) => place(change, { kind: 'phase', change })),
    ...state.responsibleHistory.map((handover) => place(handover, { kind: 'handover', handover })),
    ...state.edits.map((edit) => place(edit, { kind: 'edit', edit })),
    ...partMoments.flatMap((moments) => moments(state)).map((part) => place(part.at, { kind: 'part', part })),
  ];
  const confirmed = [...placed]
    .sort((left, right) => right.position - left.position || right.index - left.index)
    .map(({ position, index, moment }) => ({
      key: `${position} ${index} ${moment.kind} ${moment.kind === 'part' ? moment.part.key : ''}`,
      moment,
    }));
  const waiting = pending
    .filter((edit) => edit.command === 'addNote' && edit.text !== null && isOnItsWay(edit))
    .map((edit) => ({ key: edit.action, moment: { kind: 'pending', pending: edit } as const }));
  return [...waiting.reverse(), ...confirmed];
}

/** Not one that met a conflict or was refused: that stands above, to be decided. */
function isOnItsWay(edit: PendingEdit): boolean {
  return edit.delivery === 'kept' || edit.delivery === 'sent';
}
