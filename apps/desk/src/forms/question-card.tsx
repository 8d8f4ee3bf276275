import { textIn } from '@leeward/forms';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import {
  type BuiltForm,
  type BuiltOption,
  type BuiltQuestion,
  builtTypes,
  moved,
  newOption,
  type Rule,
} from './build-form.ts';
import { TextsField } from './texts-field.tsx';

const levels = [0, 1, 2, 3, 4] as const;

/** One question as it is built: its kind, its words, its options, when it is asked. */
export function QuestionCard({
  form,
  index,
  onChange,
  onMove,
  onRemove,
}: {
  readonly form: BuiltForm;
  readonly index: number;
  readonly onChange: (question: BuiltQuestion) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const id = useId();
  const question = form.questions[index];
  if (question === undefined) return null;
  const { languages } = form;
  const put = (part: Partial<BuiltQuestion>): void => onChange({ ...question, ...part });
  const asks = question.type !== 'note';
  const chooses = question.type === 'selectOne' || question.type === 'selectMany';
  const number = index + 1;
  return (
    <section className="card form-card stack" aria-labelledby={`${id}h`}>
      <div className="bar">
        <h2 id={`${id}h`}>{t('forms.question', { number })}</h2>
        <div className="cluster">
          <button
            type="button"
            className="button quiet small"
            disabled={index === 0}
            onClick={() => onMove(-1)}
          >
            {t('forms.up')}
            <span className="visually-hidden"> {number}</span>
          </button>
          <button
            type="button"
            className="button quiet small"
            disabled={number === form.questions.length}
            onClick={() => onMove(1)}
          >
            {t('forms.down')}
            <span className="visually-hidden"> {number}</span>
          </button>
          <button type="button" className="button quiet small" onClick={onRemove}>
            {t('common.remove')}
            <span className="visually-hidden"> {number}</span>
          </button>
        </div>
      </div>
      {question.kept !== null ? (
        <div className="stack tight">
          <p className="note small">{t('forms.keptAsIs')}</p>
          <Words text={textIn(question.kept.label, locale, languages).text || question.name} />
        </div>
      ) : (
        <>
          <div className="field">
            <label htmlFor={`${id}type`}>{t('forms.type')}</label>
            <select
              id={`${id}type`}
              value={question.type}
              onChange={(event) => {
                const type = builtTypes.find((one) => one === event.target.value) ?? 'text';
                const needs = type === 'selectOne' || type === 'selectMany';
                const first = newOption([]);
                const options =
                  needs && question.options.length === 0 ? [first, newOption([first])] : question.options;
                put({ type, options });
              }}
            >
              {builtTypes.map((type) => (
                <option key={type} value={type}>
                  {t(`forms.type.${type}`)}
                </option>
              ))}
            </select>
          </div>
          <TextsField
            label={t(asks ? 'forms.label' : 'forms.noteText')}
            texts={question.label}
            languages={languages}
            onChange={(label) => put({ label })}
          />
          {chooses ? (
            <Options question={question} languages={languages} onChange={(options) => put({ options })} />
          ) : null}
          <When form={form} index={index} onChange={put} />
          {asks ? (
            <details className="stack tight">
              <summary>{t('forms.more')}</summary>
              <TextsField
                label={t('forms.hint')}
                texts={question.hint}
                languages={languages}
                onChange={(hint) => put({ hint })}
              />
              <div className="field">
                <label htmlFor={`${id}s`}>{t('forms.sensitivity')}</label>
                <span className="hint" id={`${id}sh`}>
                  {t('forms.sensitivityHint')}
                </span>
                <select
                  id={`${id}s`}
                  aria-describedby={`${id}sh`}
                  value={question.sensitivity ?? ''}
                  onChange={(event) =>
                    put({ sensitivity: levels.find((level) => String(level) === event.target.value) ?? null })
                  }
                >
                  <option value="">{t('forms.sensitivity.none')}</option>
                  {levels.map((level) => (
                    <option key={level} value={level}>
                      {t(`forms.sensitivity.${level}`)}
                    </option>
                  ))}
                </select>
              </div>
              <label className="option">
                <input
                  type="checkbox"
                  checked={question.required}
                  onChange={(event) => put({ required: event.target.checked })}
                />
                {t('forms.required')}
              </label>
              {question.required ? <p className="note warn small">{t('forms.requiredWarning')}</p> : null}
            </details>
          ) : null}
        </>
      )}
    </section>
  );
}

function Options({
  question,
  languages,
  onChange,
}: {
  readonly question: BuiltQuestion;
  readonly languages: readonly string[];
  readonly onChange: (options: readonly BuiltOption[]) => void;
}): ReactNode {
  const { t } = useSpeech();
  const { options } = question;
  return (
    <div className="stack tight">
      {options.map((option, index) => (
        <div key={option.value} className="stack tight">
          <TextsField
            label={t('forms.option', { number: index + 1 })}
            texts={option.label}
            languages={languages}
            onChange={(label) =>
              onChange(options.map((one) => (one.value === option.value ? { ...one, label } : one)))
            }
          />
          <div className="cluster">
            <button
              type="button"
              className="button quiet small"
              disabled={index === 0}
              onClick={() => onChange(moved(options, index, -1))}
            >
              {t('forms.up')}
            </button>
            <button
              type="button"
              className="button quiet small"
              disabled={options.length === 1}
              onClick={() => onChange(options.filter(({ value }) => value !== option.value))}
            >
              {t('common.remove')}
            </button>
          </div>
        </div>
      ))}
      <div>
        <button
          type="button"
          className="button small"
          onClick={() => onChange([...options, newOption(options)])}
        >
          {t('forms.addOption')}
        </button>
      </div>
    </div>
  );
}

/** When it is asked: always, or after an answer to an earlier question. Chosen, not typed; typed for who knows how. */
function When({
  form,
  index,
  onChange,
}: {
  readonly form: BuiltForm;
  readonly index: number;
  readonly onChange: (part: Partial<BuiltQuestion>) => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const id = useId();
  const question = form.questions[index];
  const earlier = form.questions.slice(0, index).filter(({ type, kept }) => type !== 'note' && kept === null);
  if (question === undefined) return null;
  const { rule, expression } = question;
  const about = earlier.find(({ name }) => name === rule?.question);
  const choices = about === undefined ? [] : choicesOf(about, form.languages, locale, t);
  const put = (part: Partial<Rule>): void => {
    if (rule !== null) onChange({ rule: { ...rule, ...part } });
  };
  const nameOf = (one: BuiltQuestion): string =>
    `${form.questions.indexOf(one) + 1}. ${textIn(one.label, locale, form.languages).text}`.slice(0, 80);
  return (
    <fieldset className="field">
      <legend>{t('forms.when')}</legend>
      <div className="cluster">
        <select
          aria-label={t('forms.when')}
          value={expression !== '' ? '!' : (about?.name ?? '')}
          onChange={(event) => {
            const chosen = earlier.find(({ name }) => name === event.target.value);
            if (chosen === undefined) onChange({ rule: null, expression: '' });
            else {
              const [first] = choicesOf(chosen, form.languages, locale, t);
              const test = first === undefined ? 'answered' : 'is';
              onChange({ rule: { question: chosen.name, test, value: first?.value ?? '' }, expression: '' });
            }
          }}
        >
          <option value="">{t('forms.when.always')}</option>
          {expression === '' ? null : <option value="!">{t('forms.when.expression')}</option>}
          {earlier.map((one) => (
            <option key={one.name} value={one.name}>
              {t('forms.when.after', { question: nameOf(one) })}
            </option>
          ))}
        </select>
        {about === undefined || rule === null || expression !== '' ? null : (
          <>
            <select
              aria-label={t('forms.when.test')}
              value={rule.test}
              onChange={(event) => {
                const test = event.target.value as Rule['test'];
                put({ test, value: test === 'answered' ? '' : rule.value || (choices[0]?.value ?? '') });
              }}
            >
              {choices.length === 0 ? null : <option value="is">{t('forms.when.is')}</option>}
              {choices.length === 0 ? null : <option value="isNot">{t('forms.when.isNot')}</option>}
              <option value="answered">{t('forms.when.answered')}</option>
            </select>
            {rule.test === 'answered' ? null : (
              <select
                aria-label={t('forms.when.value')}
                value={rule.value}
                onChange={(event) => put({ value: event.target.value })}
              >
                {choices.map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            )}
          </>
        )}
      </div>
      <details>
        <summary className="small">{t('forms.expert')}</summary>
        <div className="field">
          <label htmlFor={`${id}e`}>{t('forms.expression')}</label>
          <span className="hint" id={`${id}eh`}>
            {t('forms.expressionHint', { example: "${question_1} = 'yes'" })}{' '}
            {earlier.map(({ name }, at) => `${at + 1}. \${${name}}`).join('  ')}
          </span>
          <input
            id={`${id}e`}
            dir="ltr"
            className="code"
            aria-describedby={`${id}eh`}
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            value={expression}
            onChange={(event) => onChange({ expression: event.target.value })}
          />
        </div>
      </details>
    </fieldset>
  );
}

type Choice = { readonly value: string; readonly label: string };

/** The answers that a rule can name; none where an answer can be anything. */
function choicesOf(
  question: BuiltQuestion,
  languages: readonly string[],
  locale: string,
  t: ReturnType<typeof useSpeech>['t'],
): readonly Choice[] {
  if (question.type === 'yesNoUnsure')
    return (['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: t(`forms.value.${value}`) }));
  if (question.type !== 'selectOne' && question.type !== 'selectMany') return [];
  return question.options.map(({ value, label }) => ({
    value,
    label: textIn(label, locale, languages).text || value,
  }));
}
