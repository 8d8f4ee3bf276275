import { inertText } from '@leeward/ui/inert.ts';
import type { AskedQuestion, GivenAnswer } from '@leeward/workspace/door/sheet-words.ts';
import { sheetAnswers, sheetLimits } from '@leeward/workspace/door/sheet-words.ts';
import { useId } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { TextField } from '../parts/field.tsx';

/** One question with its four answers, and room for a few words. Pressing a chosen answer again takes it back. */
export function Question({
  question: { ask, about },
  number,
  of,
  answer,
  onChange,
}: {
  readonly question: AskedQuestion;
  readonly number: number;
  readonly of: number;
  readonly answer: GivenAnswer;
  readonly onChange: (part: Partial<GivenAnswer>) => void;
}) {
  const { t } = useLanguage();
  const name = useId();
  const { words } = answer;
  const limit = sheetLimits.words;
  return (
    <section class="sheet-card stack">
      <fieldset class="field">
        <legend>
          {of > 1 ? <span class="hint">{t('sheet.number', { number, of })}</span> : null}
          {ask === 'own' ? null : <span>{t(`sheet.ask.${ask}`)}</span>}
          <bdi class="sheet-about">{inertText(about)}</bdi>
        </legend>
        <div class="options">
          {sheetAnswers.map((value) => (
            <label key={value} class="option">
              <input
                type="radio"
                name={name}
                autocomplete="off"
                checked={answer.answer === value}
                onClick={() => {
                  if (answer.answer === value) onChange({ answer: null });
                }}
                onChange={() => onChange({ answer: value })}
              />
              {t(`sheet.answer.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextField
        label={t('sheet.words')}
        rows={2}
        value={words}
        error={words.length > limit ? t('field.tooLong', { limit, count: words.length }) : undefined}
        onChange={(value) => onChange({ words: value })}
      />
    </section>
  );
}
