import { labelOf } from '@leeward/domain/people/state.ts';
import type { AnswerValues, FindingValues, SourceValues } from '@leeward/domain/verification/events.ts';
import { formatDate } from '@leeward/ui';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import type { FieldWords } from '../item/item-versions.tsx';
import { labelIn, ownWord, useVerifyNames } from './names.ts';

/** How the fields of sources, answers and findings are said, where two versions of one stand side by side. */
export function useFieldWords({ state }: CaseView): {
  readonly source: FieldWords<SourceValues>;
  readonly answer: FieldWords<AnswerValues>;
  readonly finding: FieldWords<FindingValues>;
} {
  const { t, numbers } = useSpeech();
  const names = useVerifyNames();
  const { verification, people } = state.parts;
  const text = (words: string): ReactNode => (words === '' ? t('item.empty') : <Words text={words} />);
  const day = (on: string | null): string => (on === null ? t('item.empty') : formatDate(numbers, on, 'UTC'));
  const some = (words: readonly string[]): string =>
    words.length === 0 ? t('item.empty') : names.list(words);
  const sourceName = (one: string | null): string =>
    one === null ? t('item.empty') : labelIn(verification, one);
  const stake = ({ has, words }: SourceValues['stake']): string =>
    [t(`verify.stake.${has}`), words].filter((one) => one !== '').join(': ');
  return {
    source: {
      label: { label: t('verify.label'), say: text },
      kind: { label: t('verify.kind'), say: names.kind },
      origin: { label: t('verify.origin'), say: (one) => t(`verify.origin.${one}`) },
      through: { label: t('verify.through'), say: sourceName },
      person: {
        label: t('verify.person'),
        say: (one) => (one === null ? t('verify.personNone') : (labelOf(people, one) ?? '…')),
      },
      known: { label: t('verify.known'), say: text },
      official: { label: t('verify.official'), say: (one) => t(`verify.official.${one}`) },
      channel: {
        label: t('verify.channel'),
        say: (one) =>
          one === null
            ? t('verify.channelNone')
            : isCodeOf(safeChannel, one)
              ? t(`request.channel.${one}`)
              : ownWord(one),
      },
      knows: { label: t('verify.knows'), say: (all) => some(all.map(sourceName)) },
      stake: { label: t('verify.stake'), say: stake },
      doubt: { label: t('verify.doubtWhy'), say: (one) => text(one?.reason ?? '') },
      recipient: { label: t('verify.recipient'), say: text },
      agreed: { label: t('verify.agreed'), say: (one) => t(`verify.agreed.${one}`) },
      mayTell: { label: t('verify.mayTell'), say: (all) => some((all ?? []).map(names.telling)) },
    },
    answer: {
      source: { label: t('verify.sources'), say: sourceName },
      question: { label: t('verify.questions'), say: names.question },
      answer: { label: t('verify.answers'), say: (one) => t(`verify.answer.${one}`) },
      words: { label: t('verify.words'), say: text },
      on: { label: t('verify.on'), say: day },
      sheet: { label: t('sheets.title'), say: () => t('sheets.title') },
    },
    finding: {
      question: { label: t('verify.questions'), say: names.question },
      level: { label: t('verify.level'), say: (one) => t(`verify.level.${one}`) },
      sources: { label: t('verify.rests'), say: (all) => some(all.map(sourceName)) },
      confidence: { label: t('verify.confidence'), say: (one) => t(`verify.confidence.${one}`) },
      stake: { label: t('verify.stake'), say: stake },
      words: { label: t('verify.words'), say: text },
      on: { label: t('verify.on'), say: day },
      until: { label: t('verify.until'), say: day },
      term: {
        label: t('verify.terms.title'),
        say: (term) => (term === null ? t('item.empty') : t('verify.why.term', { count: term.months })),
      },
      foundBy: { label: t('verify.foundBy'), say: text },
    },
  };
}
