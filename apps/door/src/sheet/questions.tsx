import { inertText } from '@leeward/ui/inert.ts';
import { formatDateTime } from '@leeward/ui/language/format.ts';
import type { DoorClient } from '@leeward/workspace/door/client.ts';
import type { OpenSheet } from '@leeward/workspace/door/sheet.ts';
import type { GivenAnswer, SheetAnswerMessage, SheetStake } from '@leeward/workspace/door/sheet-words.ts';
import { sheetLimits } from '@leeward/workspace/door/sheet-words.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { LineField, TextField } from '../parts/field.tsx';
import { Frame } from '../parts/frame.tsx';
import { Choice } from '../parts/options.tsx';
import { Question } from './question.tsx';
import { Sending } from './sending.tsx';
import { Sent } from './sent.tsx';

type Typed = {
  readonly answers: readonly GivenAnswer[];
  readonly stake: SheetStake | undefined;
  readonly stakeWords: string;
  readonly again: 'yes' | 'no' | undefined;
  readonly how: string;
  readonly word: string;
};

/** All questions on one page: the reader sees at once all that is asked, and how little. */
export function Questions({
  sheet,
  client,
  onUnsent,
  again,
}: {
  readonly sheet: OpenSheet;
  readonly client: DoorClient;
  /** Told whether something stands on the page that was not sent. */
  readonly onUnsent: (isUnsent: boolean) => void;
  /** Opens the sheet anew, to answer once more. */
  readonly again: () => void;
}) {
  const { t, locale } = useLanguage();
  const { message, answered } = sheet;
  const nothing: Typed = {
    answers: message.questions.map(() => ({ answer: null, words: '' })),
    stake: undefined,
    stakeWords: '',
    again: undefined,
    how: '',
    word: '',
  };
  const [typed, setTyped] = useState(nothing);
  const [step, setStep] = useState<'asking' | 'sending' | 'sent'>('asking');
  const [missing, setMissing] = useState<'answer' | 'tooLong' | null>(null);
  const [storedAt, setStoredAt] = useState(0);
  const isBegun = JSON.stringify(typed) !== JSON.stringify(nothing);
  useEffect(() => onUnsent(isBegun && step !== 'sent'), [isBegun, step, onUnsent]);

  const set = (part: Partial<Typed>): void => {
    setMissing(null);
    setTyped((before) => ({ ...before, ...part }));
  };
  const answerAt = (index: number, part: Partial<GivenAnswer>): void => {
    setMissing(null);
    setTyped((before) => ({
      ...before,
      answers: before.answers.map((one, at) => (at === index ? { ...one, ...part } : one)),
    }));
  };

  if (step === 'sending')
    return (
      <Sending
        sheet={sheet}
        client={client}
        answer={answerOf(typed, locale)}
        back={() => setStep('asking')}
        onSent={(at) => {
          setStoredAt(at);
          setStep('sent');
        }}
      />
    );
  if (step === 'sent') return <Sent storedAt={storedAt} again={again} />;

  const give = (): void => {
    const problem = problemIn(typed);
    setMissing(problem);
    if (problem === null) setStep('sending');
  };
  return (
    <Frame key="asking" title={t('sheet.title')} lead={t('sheet.lead', { count: message.questions.length })}>
      <About sheet={sheet} />
      {answered > 0 ? <p class="note warn">{t('sheet.answeredBefore', { count: answered })}</p> : null}
      {message.questions.map((question, index) => (
        <Question
          key={index}
          question={question}
          number={index + 1}
          of={message.questions.length}
          answer={typed.answers[index] ?? { answer: null, words: '' }}
          onChange={(part) => answerAt(index, part)}
        />
      ))}
      <section class="sheet-card stack">
        <Choice
          label={t('sheet.stake.title')}
          hint={t('sheet.stake.hint')}
          value={typed.stake}
          onChange={(stake) => set({ stake })}
          options={[
            { value: 'none', label: t('sheet.stake.none') },
            { value: 'for', label: t('sheet.stake.for') },
            { value: 'against', label: t('sheet.stake.against') },
            { value: 'rather_not', label: t('sheet.answer.rather_not') },
          ]}
        />
        {typed.stake === 'for' || typed.stake === 'against' ? (
          <TextField
            label={t('sheet.words')}
            rows={2}
            value={typed.stakeWords}
            error={tooLong(typed.stakeWords, sheetLimits.words)}
            onChange={(stakeWords) => set({ stakeWords })}
          />
        ) : null}
      </section>
      <section class="sheet-card stack">
        <Choice
          label={t('sheet.again.title')}
          value={typed.again}
          onChange={(value) => set({ again: value })}
          options={[
            { value: 'yes', label: t('sheet.again.yes') },
            { value: 'no', label: t('sheet.again.no') },
          ]}
        />
        {typed.again === 'yes' ? (
          <LineField
            label={t('sheet.how')}
            hint={t('sheet.howHint')}
            value={typed.how}
            limit={sheetLimits.how}
            onChange={(how) => set({ how })}
          />
        ) : null}
        {message.word ? (
          <LineField
            id="word"
            label={t('sheet.word')}
            hint={t('sheet.wordHint')}
            value={typed.word}
            limit={sheetLimits.word}
            onChange={(word) => set({ word })}
          />
        ) : null}
      </section>
      {missing === null ? null : (
        <p class="note warn" role="alert">
          {t(`sheet.missing.${missing}`)}
        </p>
      )}
      <div class="go">
        <button class="button primary wide" type="button" onClick={give}>
          {t('sheet.send')}
        </button>
      </div>
      <p class="small quiet">{t('sheet.hidden')}</p>
    </Frame>
  );

  function tooLong(value: string, limit: number): string | undefined {
    return value.length > limit ? t('field.tooLong', { limit, count: value.length }) : undefined;
  }
}

/** Who asks, until when, and what an answer is worth. */
function About({ sheet: { message } }: { readonly sheet: OpenSheet }) {
  const { t, tag } = useLanguage();
  return (
    <div class="note stack tight">
      {message.from === '' ? null : (
        <p>
          {t('sheet.from')} <bdi>{inertText(message.from)}</bdi>
        </p>
      )}
      <p>{t('sheet.unknownIsFine')}</p>
      <p>{t('sheet.whoReads', { date: formatDateTime(tag, message.until) })}</p>
    </div>
  );
}

/** What keeps an answer from being sent: nothing was said at all, or a field is too long. */
function problemIn(typed: Typed): 'answer' | 'tooLong' | null {
  const { answers, stakeWords, how, word } = typed;
  const long =
    answers.some(({ words }) => words.length > sheetLimits.words) ||
    stakeWords.length > sheetLimits.words ||
    how.length > sheetLimits.how ||
    word.length > sheetLimits.word;
  if (long) return 'tooLong';
  return answers.some(({ answer, words }) => answer !== null || words.trim() !== '') ? null : 'answer';
}

function answerOf(typed: Typed, language: string): Omit<SheetAnswerMessage, 'type' | 'v' | 'sheet'> {
  const { answers, stake, stakeWords, again, how, word } = typed;
  return {
    answers: answers.map(({ answer, words }) => ({ answer, words: words.trim() })),
    stake: stake ?? null,
    stakeWords: stake === 'for' || stake === 'against' ? stakeWords.trim() : '',
    again: again === undefined ? null : again === 'yes',
    how: again === 'yes' ? how.trim() : '',
    word: word.trim(),
    language,
  };
}
