import type { OwnCode } from '@leeward/vocabulary/list.ts';
import { type Confidence, confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { type Impact, impact } from '@leeward/vocabulary/lists/impact.ts';
import { type Likelihood, likelihood } from '@leeward/vocabulary/lists/likelihood.ts';
import { type RiskTrigger, riskTrigger } from '@leeward/vocabulary/lists/risk-trigger.ts';
import { type Affected, affected } from '../shared/affected.ts';
import { type Context, type EventRef, sameEvent } from '../shared/context.ts';
import type { EventShapes } from '../shared/event.ts';
import { replaced } from '../shared/references.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { code, day, id16, listOf, object, oneOf, orNull, sizes, text, textOrEmpty } from '../shared/shape.ts';
import { type Stamp, stampOf } from '../shared/stamp.ts';
import { type Band, bandBy, bandList, type MatrixCells, matrixShape } from './matrix.ts';

/** Where a risk is judged: where she is, on the way, where she goes, online, and if she returned. */
export const settings = ['set_here', 'set_way', 'set_there', 'set_online', 'set_return'] as const;
export type Setting = (typeof settings)[number];

/** An officer may judge otherwise than the matrix, and says why. */
export type Override = { readonly band: Band; readonly reason: string };

/** One dated judgement: for one person, in one setting. It is never edited: whoever judges otherwise judges anew. */
export type AssessmentValues = {
  readonly id: string;
  readonly who: Affected;
  readonly setting: Setting;
  readonly likelihood: Likelihood;
  readonly impact: Impact;
  readonly confidence: Confidence;
  readonly reasons: string;
  /** The threats on which it rests. */
  readonly threats: readonly string[];
  /** Why it is judged now. */
  readonly triggers: readonly (RiskTrigger | OwnCode)[];
  readonly matrix: MatrixCells;
  readonly override: Override | null;
  /** The day for which it is true. */
  readonly on: string;
  /** An earlier day than the rhythm gives on which it is to be looked at again. */
  readonly review: string | null;
};

export type AssessmentEvent =
  | ({
      readonly type: 'RiskAssessed';
      readonly v: 1;
      /** The assessments of the same person and setting that its author saw. */
      readonly replaces: readonly EventRef[];
    } & AssessmentValues)
  /** It was a mistake; what it took the place of stands again. Both stay in the history. */
  | { readonly type: 'RiskAssessmentWithdrawn'; readonly v: 1; readonly id: string; readonly reason: string };

export const assessmentShapes: EventShapes<AssessmentEvent> = {
  RiskAssessed: {
    v: 1,
    fields: object({
      id: id16,
      who: affected,
      setting: oneOf(...settings),
      likelihood: code(likelihood),
      impact: code(impact),
      confidence: code(confidence),
      reasons: textOrEmpty(sizes.body),
      threats: listOf(id16, 100),
      triggers: listOf(code(riskTrigger), 20),
      matrix: matrixShape,
      override: orNull(object({ band: code(bandList), reason: textOrEmpty(2000) })),
      on: day,
      review: orNull(day),
      replaces: replaced,
    }),
  },
  RiskAssessmentWithdrawn: { v: 1, fields: object({ id: id16, reason: text(sizes.line) }) },
};

/** A judgement as it stands in the file. */
export type Assessment = Stamp &
  AssessmentValues & {
    readonly replaces: readonly EventRef[];
    /** What the matrix gave. */
    readonly byMatrix: Band;
    /** What counts: the officer's word where she judged otherwise. */
    readonly band: Band;
    readonly withdrawn: (Stamp & { readonly reason: string }) | null;
  };

/** Of one file at most so many: five people in five settings, each week for years. */
const limit = 5000;

/** The judgements after an event; the very same list where it changes nothing. */
export function applyAssessment(
  known: readonly Assessment[],
  event: AssessmentEvent,
  context: Context,
): Result<readonly Assessment[], Refusal> {
  const stamp = stampOf(context);
  const same = known.find(({ id }) => id === event.id);
  if (event.type === 'RiskAssessmentWithdrawn') {
    if (same === undefined) return err(refusal('not_there'));
    if (same.withdrawn !== null) return ok(known);
    const withdrawn = { ...stamp, reason: event.reason };
    return ok(known.map((one) => (one === same ? { ...one, withdrawn } : one)));
  }
  // The same click twice, without a line in between.
  if (same !== undefined) return same.by === stamp.by ? ok(known) : err(refusal('exists'));
  if (event.reasons === '') return err(refusal('reasons_needed'));
  if (event.override?.reason === '') return err(refusal('reasons_needed'));
  if (event.review !== null && event.review < event.on)
    return err(refusal('malformed', { path: 'review', problem: 'wrong' }));
  if (known.length >= limit) return err(refusal('too_many', { limit }));
  const { type: _type, v: _v, ...values } = event;
  const byMatrix = bandBy(event.matrix, event.likelihood, event.impact);
  const band = event.override?.band ?? byMatrix;
  return ok([...known, { ...stamp, ...values, byMatrix, band, withdrawn: null }]);
}

/** Whether one judgement takes the place of another. One of an earlier day is history, whenever it was written down. */
function supersedes(one: Assessment, other: Assessment): boolean {
  if (one === other || one.who !== other.who || one.setting !== other.setting) return false;
  const saw = (mine: Assessment, theirs: Assessment) => mine.replaces.some((ref) => sameEvent(ref, theirs));
  return (saw(one, other) && one.on >= other.on) || (saw(other, one) && one.on > other.on);
}

/** What stands of one person in one setting: more than one where two people judged apart and nobody has chosen. */
export type Cell = {
  readonly who: Affected;
  readonly setting: Setting;
  readonly standing: readonly Assessment[];
  /** The gravest of those that stand. */
  readonly counts: Assessment;
};

/** The judgements that were not withdrawn, by day and then by the chain. */
export function inOrder(known: readonly Assessment[]): readonly Assessment[] {
  return known
    .filter(({ withdrawn }) => withdrawn === null)
    .toSorted(
      (left, right) =>
        (left.on < right.on ? -1 : left.on > right.on ? 1 : 0) ||
        left.position - right.position ||
        left.index - right.index,
    );
}

/** What stands now, in the order in which it was first judged. */
export function cellsOf(known: readonly Assessment[]): readonly Cell[] {
  const byCell = new Map<string, Assessment[]>();
  for (const one of inOrder(known)) {
    const key = `${one.who} ${one.setting}`;
    byCell.set(key, [...(byCell.get(key) ?? []), one]);
  }
  return [...byCell.values()].flatMap((all) => {
    const standing = all.filter((one) => !all.some((other) => supersedes(other, one)));
    const [first] = standing;
    if (first === undefined) return [];
    const counts = standing.reduce((grave, one) => (graveOf(one) >= graveOf(grave) ? one : grave), first);
    return [{ who: first.who, setting: first.setting, standing, counts }];
  });
}

const graveOf = ({ band }: Assessment): number => bandList.items.findIndex(({ code: one }) => one === band);

/** What somebody sees when she judges anew: the references that her judgement replaces. */
export function seenOf(known: readonly Assessment[], who: Affected, setting: Setting): readonly EventRef[] {
  const cell = cellsOf(known).find((one) => one.who === who && one.setting === setting);
  return (cell?.standing ?? []).slice(-32).map(({ entry, index }) => ({ entry, index }));
}
