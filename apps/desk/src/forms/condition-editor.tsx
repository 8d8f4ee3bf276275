import { textIn } from '@leeward/forms';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { type BuiltQuestion, kindsOf } from './build-form.ts';
import type { Building } from './building.ts';
import { always, conditionsIn, conditionsText, type Rule, type Test } from './conditions.ts';
import { Formula } from './formula.tsx';
import { namedBefore, numbersOf } from './move-questions.ts';
import { shortWords } from './short-words.ts';

type Choice = { readonly value: string; readonly label: string };

/** When a question is asked: always, or after answers to earlier ones. Chosen, not typed; typed by who knows how. */
export function ConditionEditor({
  building,
  question,
  error,
}: {
  readonly building: Building;
  readonly question: BuiltQuestion;
  readonly error: ReactNode;
}): ReactNode {
  const { t, locale } = useSpeech();
  const { form } = building;
  const { name, when, expression } = question;
  const earlier = useMemo(() => namedBefore(form.questions, name), [form.questions, name]);
  const numbers = useMemo(() => numbersOf(form.questions), [form.questions]);
  const kindOf = useMemo(() => kindsOf(form.questions), [form.questions]);
  const rulesPut = (rules: readonly Rule[]): void =>
    building.put(name, { when: { ...when, rules }, expression: '' }, `when${rules.length}`);
  const ruleAbout = (about: BuiltQuestion): Rule => {
    const [first] = choicesOf(about, form.languages, locale, t);
    return { question: about.name, test: first === undefined ? 'answered' : 'is', value: first?.value ?? '' };
  };
  const [nearest] = [...earlier].reverse();
  const type = (text: string): void => {
    const chosen = conditionsIn(text);
    const isChosen = chosen !== null && conditionsText(chosen, kindOf) === text;
    building.put(name, isChosen ? { when: chosen, expression: '' } : { expression: text }, 'expression');
  };
  return (
    <fieldset className="field">
      <legend>{t('forms.when')}</legend>
      {expression !== '' ? (
        <div className="cluster">
          <span>{t('forms.when.expression')}</span>
          <button
            type="button"
            className="button small"
            onClick={() => building.put(name, { expression: '', when: always })}
          >
            {t('forms.when.toAlways')}
          </button>
        </div>
      ) : when.rules.length === 0 ? (
        <p className="quiet">{t('forms.when.always')}</p>
      ) : (
        <ul className="plain stack tight">
          {when.rules.map((rule, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no names, and stand where they stand
            <li key={index} className="stack tight">
              {index === 0 ? null : (
                <select
                  aria-label={t('forms.when.join')}
                  value={when.join}
                  onChange={(event) =>
                    building.put(name, {
                      when: { ...when, join: event.target.value === 'or' ? 'or' : 'and' },
                    })
                  }
                >
                  <option value="and">{t('forms.when.and')}</option>
                  <option value="or">{t('forms.when.or')}</option>
                </select>
              )}
              <OneRule
                rule={rule}
                earlier={earlier}
                numbers={numbers}
                languages={form.languages}
                onAbout={(about) =>
                  rulesPut(when.rules.map((one, at) => (at === index ? ruleAbout(about) : one)))
                }
                onChange={(next) => rulesPut(when.rules.map((one, at) => (at === index ? next : one)))}
                onRemove={() => rulesPut(when.rules.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
      )}
      {expression !== '' || nearest === undefined ? null : (
        <button
          type="button"
          className="button small"
          onClick={() => rulesPut([...when.rules, ruleAbout(nearest)])}
        >
          {t(when.rules.length === 0 ? 'forms.when.only' : 'forms.when.more')}
        </button>
      )}
      <Formula
        label={t('forms.expression')}
        chosen={conditionsText(when, kindOf)}
        typed={expression}
        example="${question_1} = 'yes'"
        names={earlier.map((one) => [numbers.get(one.name) ?? '', one.name])}
        error={error}
        onChange={type}
      />
    </fieldset>
  );
}

function OneRule({
  rule,
  earlier,
  numbers,
  languages,
  onAbout,
  onChange,
  onRemove,
}: {
  readonly rule: Rule;
  readonly earlier: readonly BuiltQuestion[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly languages: readonly string[];
  readonly onAbout: (question: BuiltQuestion) => void;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { t, locale } = useSpeech();
  const about = earlier.find(({ name }) => name === rule.question);
  const choices = about === undefined ? [] : choicesOf(about, languages, locale, t);
  const isOrdered = about !== undefined && ordered.has(about.type);
  const offered: readonly Test[] = [
    ...(choices.length > 0 || isOrdered ? (['is', 'isNot'] as const) : []),
    ...(isOrdered ? (['atLeast', 'atMost'] as const) : []),
    'answered',
    'notAnswered',
  ];
  const needsValue = rule.test !== 'answered' && rule.test !== 'notAnswered';
  return (
    <div className="cluster">
      <select
        aria-label={t('forms.when.question')}
        value={about?.name ?? ''}
        onChange={(event) => {
          const chosen = earlier.find(({ name }) => name === event.target.value);
          if (chosen !== undefined) onAbout(chosen);
        }}
      >
        {about === undefined ? <option value="">{t('forms.when.gone')}</option> : null}
        {earlier.map((one) => (
          <option key={one.name} value={one.name}>
            {shortWords(one, numbers.get(one.name) ?? '', locale, languages)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('forms.when.test')}
        value={rule.test}
        onChange={(event) => {
          const test = event.target.value as Test;
          const isValue = test !== 'answered' && test !== 'notAnswered';
          onChange({ ...rule, test, value: isValue ? rule.value || (choices[0]?.value ?? '') : '' });
        }}
      >
        {offered.map((test) => (
          <option key={test} value={test}>
            {t(`forms.when.${test}`)}
          </option>
        ))}
      </select>
      {!needsValue ? null : choices.length > 0 ? (
        <select
          aria-label={t('forms.when.value')}
          value={rule.value}
          onChange={(event) => onChange({ ...rule, value: event.target.value })}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          aria-label={t('forms.when.value')}
          dir="ltr"
          size={10}
          autoComplete="off"
          inputMode={about?.type === 'date' ? undefined : 'decimal'}
          placeholder={about?.type === 'date' ? '2021-03' : '0'}
          value={rule.value}
          onChange={(event) => onChange({ ...rule, value: event.target.value })}
        />
      )}
      <button type="button" className="button quiet small" onClick={onRemove}>
        {t('common.remove')}
      </button>
    </div>
  );
}

/** Kinds of which one answer is less than another. */
const ordered: ReadonlySet<string> = new Set(['integer', 'decimal', 'date', 'calculate', 'repeat']);

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
