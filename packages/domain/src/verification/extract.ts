import { verificationSource } from '@leeward/vocabulary/lists/verification-source.ts';
import { valueIn } from '../shared/items.ts';
import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { FindingValues, Question } from './events.ts';
import type { NewEvent } from './expiry.ts';
import { questionPicture } from './picture.ts';
import type { VerificationState } from './state.ts';

/** One finding as a partner may use it. Nothing in it leads to a source, a person or a day. */
export type ExtractedFinding = {
  readonly question: Question;
  readonly level: FindingValues['level'];
  readonly confidence: FindingValues['confidence'];
  /** By which kinds of body, never by whom; each once. */
  readonly kinds: readonly string[];
  /** Whether somebody had a stake: a partner should know that, and not whose. */
  readonly stake: boolean;
  /** The month in which it was found: a day would tell a source's call from others. */
  readonly month: string;
  readonly until: string;
};

/** What a partner is given of a verification, so that she need not tell her story again. */
export type VerificationExtract = {
  readonly v: 1;
  /** How both sides call her: agreed for this one referral, and nothing elsewhere. */
  readonly reference: string;
  readonly on: string;
  readonly findings: readonly ExtractedFinding[];
};

/**
 * The extract of a verification for one recipient. Without her consent for this purpose and recipient there is none, and
 * only what holds today goes into it. A contradiction goes too: whoever sends only what is good is not believed twice.
 * @param consented what the consent part says of this purpose and recipient
 */
export function extractOf(
  state: VerificationState,
  asked: {
    readonly reference: string;
    readonly questions: readonly Question[];
    readonly today: string;
    readonly events: readonly NewEvent[];
  },
  consented: Result<unknown, Refusal>,
): Result<VerificationExtract, Refusal> {
  if (!consented.ok) return consented;
  const { reference, today, events } = asked;
  const findings = asked.questions.flatMap((question): readonly ExtractedFinding[] =>
    questionPicture(state, question, today, events).holding.flatMap(({ finding, expiry }) => {
      const level = valueIn(finding, 'level') ?? 'ver_0_none';
      if (level === 'ver_0_none') return [];
      const stake = valueIn(finding, 'stake');
      return [
        {
          question,
          level,
          confidence: valueIn(finding, 'confidence') ?? 'conf_low',
          kinds: kindsOf(state, valueIn(finding, 'sources') ?? []),
          stake: stake?.has === 'for' || stake?.has === 'against',
          month: (valueIn(finding, 'on') ?? '').slice(0, 7),
          until: expiry.until,
        },
      ];
    }),
  );
  if (findings.length === 0) return err(refusal('not_there'));
  return ok({ v: 1, reference, on: today, findings });
}

/** The kinds of the sources, in the order of the list, each once: how many there were stays here. */
function kindsOf(state: VerificationState, sources: readonly string[]): readonly string[] {
  const kinds = new Set(
    sources.flatMap((id) => {
      const item = state.sources.get(id);
      const kind = item === undefined ? undefined : valueIn(item, 'kind');
      return kind === undefined ? [] : [kind as string];
    }),
  );
  // An organisation's own code may describe one body alone: it goes under no name.
  return verificationSource.items.map(({ code }) => code as string).filter((code) => kinds.has(code));
}
