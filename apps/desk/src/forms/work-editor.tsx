import { type ReactNode, useId, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { allOf, type BuiltQuestion } from './build-form.ts';
import type { Building } from './building.ts';
import { Formula } from './formula.tsx';
import { namedBefore, numbersOf } from './move-questions.ts';
import { shortWords } from './short-words.ts';
import { type Work, workIn, workText } from './works.ts';

const ways = ['plus', 'count', 'sum', 'min', 'max'] as const;
const isNumber = ({ type }: BuiltQuestion): boolean =>
  type === 'integer' || type === 'decimal' || type === 'calculate';

/** How a value is worked out from other answers: chosen, or typed by who knows how. */
export function WorkEditor({
  building,
  question,
  error,
}: {
  readonly building: Building;
  readonly question: BuiltQuestion;
  readonly error: ReactNode;
}): ReactNode {
  const { t, locale } = useSpeech();
  const id = useId();
  const { form } = building;
  const { name, work, workExpression } = question;
  const numbers = useMemo(() => numbersOf(form.questions), [form.questions]);
  const all = useMemo(() => allOf(form.questions).filter((one) => one.name !== name), [form.questions, name]);
  const repeats = all.filter(({ type }) => type === 'repeat');
  const inRepeats = repeats.flatMap(({ inner }) => allOf(inner)).filter(isNumber);
  const plain = namedBefore(form.questions, name).filter(isNumber);
  const put = (next: Work | null): void => building.put(name, { work: next, workExpression: '' });
  const wordsOf = (one: BuiltQuestion): string =>
    shortWords(one, numbers.get(one.name) ?? '', locale, form.languages);
  const single = work === null || work.how === 'plus' ? null : work;
  const choices = single === null ? [] : single.how === 'count' ? [...repeats, ...inRepeats] : inRepeats;
  return (
    <fieldset className="field">
      <legend>{t('forms.work')}</legend>
      <div className="cluster">
        <label htmlFor={`${id}how`} className="visually-hidden">
          {t('forms.work.how')}
        </label>
        <select
          id={`${id}how`}
          value={workExpression !== '' ? '!' : (work?.how ?? '')}
          onChange={(event) => {
            const how = ways.find((one) => one === event.target.value);
            if (how === undefined) put(null);
            else if (how === 'plus') put({ how, of: [] });
            else put({ how, of: (how === 'count' ? repeats : inRepeats)[0]?.name ?? '' });
          }}
        >
          <option value="">{t('forms.work.choose')}</option>
          {workExpression === '' ? null : <option value="!">{t('forms.work.typed')}</option>}
          {ways.map((how) => (
            <option key={how} value={how}>
              {t(`forms.work.${how}`)}
            </option>
          ))}
        </select>
        {single === null || workExpression !== '' ? null : (
          <select
            aria-label={t('forms.work.of')}
            value={single.of}
            onChange={(event) => put({ ...single, of: event.target.value })}
          >
            {choices.some((one) => one.name === single.of) ? null : <option value={single.of} />}
            {choices.map((one) => (
              <option key={one.name} value={one.name}>
                {wordsOf(one)}
              </option>
            ))}
          </select>
        )}
      </div>
      {work?.how === 'plus' && workExpression === '' ? (
        <div className="options">
          {plain.map((one) => (
            <label key={one.name} className="option">
              <input
                type="checkbox"
                checked={work.of.includes(one.name)}
                onChange={(event) =>
                  put({
                    how: 'plus',
                    of: event.target.checked
                      ? [...work.of, one.name]
                      : work.of.filter((other) => other !== one.name),
                  })
                }
              />
              {wordsOf(one)}
            </label>
          ))}
          {plain.length === 0 ? <p className="quiet small">{t('forms.work.noNumbers')}</p> : null}
        </div>
      ) : null}
      <Formula
        label={t('forms.work.formula')}
        chosen={workText(work)}
        typed={workExpression}
        example="if(${question_1} = 'yes', 10, 0)"
        names={[...plain, ...repeats, ...inRepeats].map((one) => [numbers.get(one.name) ?? '', one.name])}
        error={error}
        onChange={(text) => {
          const found = workIn(text);
          const isChosen = found !== null && workText(found) === text;
          building.put(
            name,
            isChosen ? { work: found, workExpression: '' } : { workExpression: text, work: null },
            'work',
          );
        }}
      />
    </fieldset>
  );
}
