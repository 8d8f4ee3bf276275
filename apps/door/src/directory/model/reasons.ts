import type { Finding, Question, ReasonCode, Truth } from '@leeward/directory/finding.ts';
import type { Verdict } from '@leeward/directory/reason.ts';
import { type Speaker, sayFinding } from '@leeward/directory/say/index.ts';

export type Reason = { readonly truth: Truth; readonly words: string };

/** What says most in few words: whether it gives what is needed and is meant for her, before that it is open at all. */
const telling: readonly ReasonCode[] = [
  'gives-all',
  'gives-some',
  'gives-part',
  'for-your-work',
  'for-where-you-are',
  'for-where-you-come-from',
  'region-matches',
  'for-where-you-have-effect',
  'fast-enough',
  'clock-running',
  'call-open',
  'family-welcome',
  'exile-welcome',
  'apply-yourself',
];

/**
 * The few reasons that stand on a card. Where something speaks against it, that and nothing else; else what speaks for
 * it. (What is open stands there as a question.)
 */
export function mainReasons(speaker: Speaker, { list, findings }: Verdict, most: number): readonly Reason[] {
  const chosen =
    list === 'not'
      ? findings.filter(({ truth }) => truth === 'no')
      : telling.flatMap((code) => findings.filter((one) => one.truth === 'yes' && one.code === code));
  return said(speaker, chosen).slice(0, most);
}

/** All of one kind, each sentence once. */
export function reasonsOf(speaker: Speaker, { findings }: Verdict, truth: Truth): readonly Reason[] {
  return said(
    speaker,
    findings.filter((one) => one.truth === truth),
  );
}

/** Why one question is open, in words: several aspects may wait for the same answer. */
export function reasonsBehind(speaker: Speaker, { findings }: Verdict, asked: Question): readonly string[] {
  const waiting = findings.filter(
    ({ question }) => question !== undefined && question.of === asked.of && question.code === asked.code,
  );
  return said(speaker, waiting).map(({ words }) => words);
}

function said(speaker: Speaker, findings: readonly Finding[]): readonly Reason[] {
  const words = new Map(findings.map((finding) => [sayFinding(speaker, finding), finding.truth]));
  return [...words].map(([sentence, truth]) => ({ truth, words: sentence }));
}
