import { holdsQuestions, type QuestionType } from '@leeward/forms';
import { doorLanguages, languageName } from '@leeward/ui';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { allOf, builtFrom, builtTypes } from './build-form.ts';
import type { Building } from './building.ts';
import { ImportForm } from './import-form.tsx';
import { numbersOf } from './move-questions.ts';
import { Outline } from './outline.tsx';
import { useProblemWords } from './problem-words.tsx';
import { TextsField } from './texts-field.tsx';
import { TryForm } from './try-form.tsx';
import { nextUntranslated, untranslatedIn } from './untranslated.ts';

/** How many problems are listed beside those at their questions. */
const mostListed = 8;

/** Everything of a form that can be built: languages, heading, questions in groups and repeats, a trial. */
export function FormBuilder({
  building,
  none = 'forms.none',
}: {
  readonly building: Building;
  /** What stands there before anything was asked. */
  readonly none?: 'forms.none' | 'forms.noneInFiles';
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { form, change, history } = building;
  const [type, setType] = useState<QuestionType>('yesNoUnsure');
  const id = useId();
  const isBegun = form.questions.length > 0;
  const open = allOf(form.questions).find(({ name }) => name === building.open);
  const lacking = allOf(form.questions).reduce((sum, one) => sum + untranslatedIn(one, form.languages), 0);
  return (
    <>
      <fieldset className="field">
        <legend>
          {t('forms.languages')}
          <span className="hint">{t('forms.languagesHint')}</span>
        </legend>
        <div className="options columns">
          {doorLanguages.map(({ tag, name }) => (
            <label key={tag} className="option">
              <input
                type="checkbox"
                checked={form.languages.includes(tag)}
                onChange={(event) =>
                  change({
                    languages: event.target.checked
                      ? [...form.languages, tag]
                      : form.languages.filter((other) => other !== tag),
                  })
                }
              />
              <span lang={tag}>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {isBegun ? null : <p className="quiet">{t(none)}</p>}
      {form.languages.length === 0 ? null : (
        <>
          <p className="small quiet">
            {t('forms.firstLanguage', { language: languageName(numbers, form.languages[0] ?? '') })}
          </p>
          <TextsField
            label={t('forms.formTitle')}
            texts={form.title}
            languages={form.languages}
            onChange={(title) => change({ title }, 'title')}
          />
          <div className="cluster outline-bar">
            <button
              type="button"
              className="button small"
              disabled={!history.canUndo}
              onClick={() => history.turn('back')}
            >
              {t('forms.undo')}
            </button>
            <button
              type="button"
              className="button small"
              disabled={!history.canRedo}
              onClick={() => history.turn('forward')}
            >
              {t('forms.redo')}
            </button>
            {lacking === 0 ? null : (
              <button
                type="button"
                className="button small"
                onClick={() => building.setOpen(nextUntranslated(form, building.open))}
              >
                {t('forms.toUntranslated', { count: lacking })}
              </button>
            )}
          </div>
          {isBegun ? <p className="small quiet">{t('forms.outlineHint')}</p> : null}
          <Outline building={building} />
          <div className="cluster">
            <label htmlFor={`${id}add`} className="visually-hidden">
              {t('forms.type')}
            </label>
            <select
              id={`${id}add`}
              value={type}
              onChange={(event) => setType(event.target.value as QuestionType)}
            >
              {builtTypes.map((one) => (
                <option key={one} value={one}>
                  {t(`forms.type.${one}`)}
                </option>
              ))}
            </select>
            <button type="button" className="button" onClick={() => building.add(type)}>
              {t(
                open === undefined
                  ? 'forms.add'
                  : holdsQuestions(open.type)
                    ? 'forms.addInside'
                    : 'forms.addBelow',
              )}
            </button>
          </div>
        </>
      )}
      <ImportForm
        onForm={(imported) => {
          const { languages, title, questions, name } = builtFrom(imported.form);
          change({ languages, title, questions, name });
        }}
      />
      {isBegun && building.compiled !== null ? <TryForm compiled={building.compiled} /> : null}
      {isBegun ? <Problems building={building} /> : null}
    </>
  );
}

function Problems({ building }: { readonly building: Building }): ReactNode {
  const { t } = useSpeech();
  const say = useProblemWords();
  const { form, problems } = building;
  if (problems.length === 0) return null;
  const places = numbersOf(form.questions);
  return (
    <div className="note warn stack tight" role="status">
      <strong>{t('forms.notYet')}</strong>
      <ul className="stack tight">
        {problems.slice(0, mostListed).map((problem) => {
          const { question } = problem;
          const number = question === null ? undefined : places.get(question);
          const key = `${problem.path.join('.')} ${problem.code} ${problem.detail}`;
          return (
            <li key={key}>
              {number === undefined || question === null ? (
                t(problem.path[0] === 'questions' ? 'forms.problem.inForm' : 'forms.formTitle')
              ) : (
                <button
                  type="button"
                  className="button quiet small"
                  onClick={() => building.setOpen(question)}
                >
                  {t('forms.question', { number })}
                </button>
              )}
              {': '}
              {say(problem)}
            </li>
          );
        })}
      </ul>
      {problems.length > mostListed ? (
        <p>{t('forms.problem.more', { count: problems.length - mostListed })}</p>
      ) : null}
    </div>
  );
}
