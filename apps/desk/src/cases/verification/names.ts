import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import {
  type Question,
  type SourceValues,
  type Stake,
  stakes,
  type Telling,
  tellings,
} from '@leeward/domain/verification/events.ts';
import { questionsIn } from '@leeward/domain/verification/picture.ts';
import type { VerificationState } from '@leeward/domain/verification/state.ts';
import { usualTerms, type VerificationTerms } from '@leeward/domain/verification/terms.ts';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { verificationLevel } from '@leeward/vocabulary/lists/verification-level.ts';
import { verificationQuestion } from '@leeward/vocabulary/lists/verification-question.ts';
import { verificationSource } from '@leeward/vocabulary/lists/verification-source.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useOpenSession } from '../../session/organisation.tsx';
import type { Choice } from './fields.tsx';

type T = ReturnType<typeof useSpeech>['t'];

/** The words of the codes that verification uses. An organisation's own code is its own word. */
export function useVerifyNames() {
  const { t, numbers } = useSpeech();
  return {
    question: (code: Question): string =>
      isCodeOf(verificationQuestion, code) ? t(`verify.q.${code}`) : ownWord(code),
    kind: (code: SourceValues['kind']): string =>
      isCodeOf(verificationSource, code) ? t(`verify.kind.${code}`) : ownWord(code),
    telling: (code: Telling): string => t(`verify.tell.${code}`),
    list: (words: readonly string[]): string =>
      new Intl.ListFormat(numbers, { type: 'conjunction' }).format(words),
  };
}

/** `x_night_school` as it can be read. */
export const ownWord = (code: string): string => code.replace(/^x_/, '').replaceAll('_', ' ');

/** What a source is called; for one that is gone, that it is. */
export function labelIn(state: VerificationState, source: string): string {
  const item = state.sources.get(source);
  return item === undefined ? '…' : (valueIn(item, 'label') ?? '…');
}

/** The sources that stand, to choose from. */
export const sourceChoices = (state: VerificationState): readonly Choice[] =>
  standing(state.sources).map((source) => ({ code: source.id, name: valueIn(source, 'label') ?? '…' }));

export const levelChoices = (t: T) =>
  verificationLevel.items.map(({ code }) => ({ code, name: t(`verify.level.${code}`) }));
export const confidenceChoices = (t: T) =>
  confidence.items.map(({ code }) => ({ code, name: t(`verify.confidence.${code}`) }));
export const stakeChoices = (t: T): readonly Choice<Stake['has']>[] =>
  stakes.map((code) => ({ code, name: t(`verify.stake.${code}`) }));
export const tellingChoices = (t: T): readonly Choice<Telling>[] =>
  tellings.map((code) => ({ code, name: t(`verify.tell.${code}`) }));

/** All questions to choose from: the usual ones first, then the others of the list. */
export function questionChoices(
  state: VerificationState,
  name: (code: Question) => string,
): readonly Choice<Question>[] {
  const all = new Set<Question>([
    ...questionsIn(state),
    ...verificationQuestion.items.map(({ code }) => code),
  ]);
  return [...all].map((code) => ({ code, name: name(code) }));
}

/** The terms of the organisation by which findings are written from now on. */
export function useTerms(): VerificationTerms {
  const { organisation } = useOpenSession();
  return organisation.verificationTerms?.terms ?? usualTerms;
}

/** The name of a member, or a pseudonym that was written. */
export function useFoundBy(): (foundBy: string, member: string) => string {
  const { organisation } = useOpenSession();
  return (foundBy, member) => (foundBy === '' ? (organisation.members.get(member)?.name ?? '') : foundBy);
}
