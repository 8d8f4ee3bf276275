import type { DetailCode, ShortQuestion } from './answers.ts';
import type { Condition } from './conditions/index.ts';

/** Three values: met, not met, not known. */
export type Truth = 'yes' | 'no' | 'unknown';

/** The one question whose answer would settle an aspect. */
export type Question =
  /** A short question that was not answered yet. */
  | { readonly of: 'short'; readonly code: ShortQuestion }
  /** About her: yes or no, on the spot. */
  | { readonly of: 'her'; readonly code: DetailCode }
  /** Only the organisation can answer. */
  | { readonly of: 'them'; readonly code: Condition };

/** What the words of a reason speak of: codes, places, dates and numbers, put into words by the screen. */
export type ReasonDetails = {
  readonly places?: readonly string[];
  readonly codes?: readonly string[];
  readonly months?: number;
  readonly days?: number;
  readonly years?: number;
  readonly date?: string;
  readonly condition?: DetailCode;
};

export const reasonCodes = [
  // whether it takes requests
  'open',
  'call-open',
  'call-later',
  'call-unknown',
  'nomination',
  'paused',
  'closed',
  'state-unknown',
  'read-long-ago',
  // where
  'anywhere',
  'for-where-you-are',
  'for-where-you-come-from',
  'for-where-you-have-effect',
  'region-matches',
  'region-unsure',
  'region-not-yours',
  'region-unseen',
  'exile-welcome',
  'exile-excluded',
  'exile-unseen',
  'present-required',
  'present-excluded',
  'abroad-required',
  'home-required',
  'origin-required',
  'origin-excluded',
  'away-too-long',
  'away-too-short',
  'away',
  // who
  'for-everybody',
  'for-your-work',
  'for-other-work',
  'work-unsure',
  'for-bodies-only',
  'work-required',
  'status-required',
  'status-excluded',
  'party-welcome',
  'party-excluded',
  'family-welcome',
  'family-by-case',
  'family-excluded',
  'family-unseen',
  'age-required',
  'language-required',
  'danger-required',
  'danger-too-long-ago',
  'clock-passed',
  'clock-running',
  'condition',
  'either',
  'return-expected',
  'return-impossible',
  'return-unseen',
  // what
  'gives-all',
  'gives-some',
  'gives-part',
  'gives-other',
  'gives-unseen',
  'length-fits',
  'length-too-short',
  'length-too-long',
  'length-wrong',
  'length-unseen',
  'fast-enough',
  'too-slow',
  'speed-unseen',
  // who opens
  'apply-yourself',
  'opener-found',
  'opener-needed',
  'opener-unseen',
  'unanswered',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One aspect of one mechanism, held against the answers. */
export type Finding = {
  readonly truth: Truth;
  readonly code: ReasonCode;
  readonly details?: ReasonDetails;
  /** Present exactly where the truth is unknown. */
  readonly question?: Question;
};

export const met = (code: ReasonCode, details?: ReasonDetails): Finding => ({
  truth: 'yes',
  code,
  ...(details && { details }),
});
export const notMet = (code: ReasonCode, details?: ReasonDetails): Finding => ({
  truth: 'no',
  code,
  ...(details && { details }),
});
export const open = (code: ReasonCode, question: Question, details?: ReasonDetails): Finding => ({
  truth: 'unknown',
  code,
  question,
  ...(details && { details }),
});

export const short = (code: ShortQuestion): Question => ({ of: 'short', code });
export const her = (code: DetailCode): Question => ({ of: 'her', code });
export const them = (code: Condition): Question => ({ of: 'them', code });

/** One of them is enough: the first that is met, else the first that may be, else the first. */
export function either(findings: readonly [Finding, ...Finding[]]): Finding {
  return (
    findings.find((one) => one.truth === 'yes') ??
    findings.find((one) => one.truth === 'unknown') ??
    findings[0]
  );
}
