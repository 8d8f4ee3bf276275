import type { DeskKey, Translator } from '@leeward/ui';
import { type CodeList, isCodeOf, itemOf } from '@leeward/vocabulary/list.ts';
import { actType } from '@leeward/vocabulary/lists/act-type.ts';
import { capacityFactor } from '@leeward/vocabulary/lists/capacity-factor.ts';
import { evidenceType } from '@leeward/vocabulary/lists/evidence-type.ts';
import { impact } from '@leeward/vocabulary/lists/impact.ts';
import { incidentChannel } from '@leeward/vocabulary/lists/incident-channel.ts';
import { incidentKind } from '@leeward/vocabulary/lists/incident-kind.ts';
import { incidentPlace } from '@leeward/vocabulary/lists/incident-place.ts';
import { involvement } from '@leeward/vocabulary/lists/involvement.ts';
import { knownThrough } from '@leeward/vocabulary/lists/known-through.ts';
import { likelihood } from '@leeward/vocabulary/lists/likelihood.ts';
import { perpetratorType } from '@leeward/vocabulary/lists/perpetrator-type.ts';
import { riskLevel } from '@leeward/vocabulary/lists/risk-level.ts';
import { riskTrigger } from '@leeward/vocabulary/lists/risk-trigger.ts';
import { stateLink } from '@leeward/vocabulary/lists/state-link.ts';
import { tnrMethod } from '@leeward/vocabulary/lists/tnr-method.ts';
import { vulnerabilityFactor } from '@leeward/vocabulary/lists/vulnerability-factor.ts';

type T = Translator<DeskKey>;

/** The words for the codes of danger, by list; an organisation's own codes are shown as they were named. */
const words = {
  act: (t: T, code: string) => (isCodeOf(actType, code) ? t(`danger.act.${code}`) : own(code)),
  kind: (t: T, code: string) => (isCodeOf(incidentKind, code) ? t(`danger.kind.${code}`) : own(code)),
  place: (t: T, code: string) => (isCodeOf(incidentPlace, code) ? t(`danger.place.${code}`) : own(code)),
  channel: (t: T, code: string) =>
    isCodeOf(incidentChannel, code) ? t(`danger.channel.${code}`) : own(code),
  known: (t: T, code: string) => (isCodeOf(knownThrough, code) ? t(`danger.known.${code}`) : own(code)),
  part: (t: T, code: string) => (isCodeOf(involvement, code) ? t(`danger.part.${code}`) : own(code)),
  method: (t: T, code: string) => (isCodeOf(tnrMethod, code) ? t(`danger.method.${code}`) : own(code)),
  evidence: (t: T, code: string) => (isCodeOf(evidenceType, code) ? t(`danger.evidence.${code}`) : own(code)),
  actorKind: (t: T, code: string) =>
    isCodeOf(perpetratorType, code) ? t(`danger.actorKind.${code}`) : own(code),
  link: (t: T, code: string) => (isCodeOf(stateLink, code) ? t(`danger.link.${code}`) : own(code)),
  trigger: (t: T, code: string) => (isCodeOf(riskTrigger, code) ? t(`danger.trigger.${code}`) : own(code)),
  likelihood: (t: T, code: string) =>
    isCodeOf(likelihood, code) ? t(`danger.likelihood.${code}`) : own(code),
  impact: (t: T, code: string) => (isCodeOf(impact, code) ? t(`danger.impact.${code}`) : own(code)),
  band: (t: T, code: string) => (isCodeOf(riskLevel, code) ? t(`danger.band.${code}`) : own(code)),
  factor: (t: T, code: string) => {
    if (isCodeOf(vulnerabilityFactor, code)) return t(`danger.factor.${code}`);
    return isCodeOf(capacityFactor, code) ? t(`danger.factor.${code}`) : own(code);
  },
} as const;

export type DangerList = keyof typeof words;

/** What a code of danger is called. */
export const dangerWord = (t: T, list: DangerList, code: string): string => words[list](t, code);

const own = (code: string): string => code.replace(/^x_/, '').replaceAll('_', ' ');

/** What a scale means, in a line. */
export const likelihoodHint = (t: T, code: string): string =>
  isCodeOf(likelihood, code) ? t(`danger.likelihood.${code}.hint`) : '';
export const impactHint = (t: T, code: string): string =>
  isCodeOf(impact, code) ? t(`danger.impact.${code}.hint`) : '';

/** The choices of a list, each under the words of its group where it has one. */
export function choicesOf(
  t: T,
  name: DangerList,
  list: CodeList,
): readonly { value: string; label: string; group: string }[] {
  const groups = new Set(list.items.flatMap(({ parent }) => parent ?? []));
  return list.items
    .filter(({ code }) => !groups.has(code))
    .map(({ code, parent }) => ({
      value: code,
      label: dangerWord(t, name, code),
      group: parent === undefined || itemOf(list, parent) === undefined ? '' : dangerWord(t, name, parent),
    }));
}
