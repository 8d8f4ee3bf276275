import {
  type AskedQuestion,
  type SheetQuestion,
  sheetLimits,
  sheetQuestions,
} from '@leeward/domain/sheet/message.ts';
import { type ChangeEvent, type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';

/** The questions, one by one: a prepared one with a name or an event, or one in the officer's own words. */
export function QuestionList({
  questions,
  onChange,
}: {
  readonly questions: readonly AskedQuestion[];
  readonly onChange: (questions: readonly AskedQuestion[]) => void;
}): ReactNode {
  const { t } = useSpeech();
  const set = (index: number, part: Partial<AskedQuestion>): void =>
    onChange(questions.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="field stack tight">
      <legend>{t('sheets.questions')}</legend>
      {questions.map((question, index) => (
        <OneQuestion
          // biome-ignore lint/suspicious/noArrayIndexKey: a question has no name but its place
          key={index}
          question={question}
          number={index + 1}
          onChange={(part) => set(index, part)}
          remove={questions.length > 1 ? () => onChange(questions.toSpliced(index, 1)) : null}
        />
      ))}
      {questions.length < sheetLimits.questions ? (
        <button
          type="button"
          className="button small"
          onClick={() => onChange([...questions, { ask: 'event', about: '' }])}
        >
          {t('sheets.addQuestion')}
        </button>
      ) : null}
    </fieldset>
  );
}

function OneQuestion({
  question: { ask, about },
  number,
  onChange,
  remove,
}: {
  readonly question: AskedQuestion;
  readonly number: number;
  readonly onChange: (part: Partial<AskedQuestion>) => void;
  readonly remove: (() => void) | null;
}): ReactNode {
  const { t } = useSpeech();
  const [kind, words, hint] = [useId(), useId(), useId()];
  const isName = ask === 'know_work' || ask === 'know_person' || ask === 'belongs';
  const typed = {
    id: words,
    required: true,
    dir: typedDirection(about),
    'aria-describedby': hint,
    maxLength: sheetLimits.about,
    value: about,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange({ about: event.target.value }),
  } as const;
  const label = isName ? 'sheets.aboutName' : ask === 'own' ? 'sheets.aboutOwn' : 'sheets.aboutWhat';
  return (
    <div className="card facts stack tight">
      <div className="field">
        <label htmlFor={kind}>{t('sheets.question', { number })}</label>
        <select
          id={kind}
          value={ask}
          onChange={(event) => onChange({ ask: event.target.value as SheetQuestion })}
        >
          {sheetQuestions.map((one) => (
            <option key={one} value={one}>
              {t(`sheets.ask.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={words}>{t(label)}</label>
        <span className="hint" id={hint}>
          {t(isName ? 'sheets.aboutNameHint' : 'sheets.aboutWarning')}
        </span>
        {isName ? <input autoComplete="off" {...typed} /> : <textarea rows={3} {...typed} />}
      </div>
      {remove === null ? null : (
        <button type="button" className="button quiet small" onClick={remove}>
          {t('sheets.removeQuestion', { number })}
        </button>
      )}
    </div>
  );
}
