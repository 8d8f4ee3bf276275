import type { Finding, ReasonCode } from '@leeward/directory/finding.ts';
import type { Verdict } from '@leeward/directory/reason.ts';

/** Under what heading an entry stands that does not fit: the first thing that speaks against it. */
export const grounds = [
  'closed',
  'where',
  'exile',
  'who',
  'party',
  'need',
  'time',
  'opener',
  'condition',
] as const;
export type Ground = (typeof grounds)[number];

const groundOf: Readonly<Partial<Record<ReasonCode, Ground>>> = {
  paused: 'closed',
  closed: 'closed',
  'region-not-yours': 'where',
  'present-required': 'where',
  'present-excluded': 'where',
  'abroad-required': 'where',
  'home-required': 'where',
  'origin-required': 'where',
  'origin-excluded': 'where',
  'exile-excluded': 'exile',
  'away-too-long': 'exile',
  'away-too-short': 'exile',
  'for-other-work': 'who',
  'for-bodies-only': 'who',
  'work-required': 'who',
  'party-excluded': 'party',
  'family-excluded': 'party',
  'gives-other': 'need',
  'length-too-short': 'need',
  'length-too-long': 'need',
  'length-wrong': 'need',
  'too-slow': 'time',
  'clock-passed': 'time',
  'danger-too-long-ago': 'time',
  'opener-needed': 'opener',
};

/** Of several things that speak against it, the one that she is shown: what cannot change comes before what can. */
export const firstAgainst = ({ findings }: Verdict): Finding | undefined =>
  findings.find((one) => one.truth === 'no');

export type Group = { readonly ground: Ground; readonly verdicts: readonly Verdict[] };

/** What does not fit, by the reason; groups in the order of the headings, entries in the order of their list. */
export function byGround(verdicts: readonly Verdict[]): readonly Group[] {
  const groups = new Map<Ground, Verdict[]>();
  for (const verdict of verdicts) {
    const against = firstAgainst(verdict);
    const ground = (against && groundOf[against.code]) ?? 'condition';
    groups.set(ground, [...(groups.get(ground) ?? []), verdict]);
  }
  return grounds.flatMap((ground) => {
    const found = groups.get(ground);
    return found === undefined ? [] : [{ ground, verdicts: found }];
  });
}
