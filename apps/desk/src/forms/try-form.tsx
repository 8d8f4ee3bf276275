import {
  type Answers,
  type CompiledForm,
  isAnswered,
  type Node,
  type Question,
  startRun,
  textIn,
  type Value,
} from '@leeward/forms';
import { defang, direction, isolate, languageName } from '@leeward/ui';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { QuestionDateInput } from '../dates/point-input.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { sayValue } from './say-value.ts';

/** The form as the door asks it, to try out: in any of its languages, on a page as narrow as a phone. Nothing is kept. */
export function TryForm({ compiled }: { readonly compiled: CompiledForm }): ReactNode {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const { form, nodes } = compiled;
  const [chosen, setLanguage] = useState(form.languages[0] ?? 'en');
  const language = form.languages.includes(chosen) ? chosen : (form.languages[0] ?? 'en');
  const [, setCount] = useState(0);
  const today = new Date().toISOString().slice(0, 10);
  /** What was tried stays while the questions around it are changed. */
  const tried = useRef<Answers>({});
  const run = useMemo(() => startRun(compiled, tried.current, today), [compiled, today]);
  const flat = nodes.filter(({ repeats }) => repeats.length === 0);
  const given: Answers = run.answers('asked');
  return (
    <section className="stack" aria-labelledby="try">
      <h2 id="try">{t('forms.try')}</h2>
      <p className="quiet small">{t('forms.tryHint')}</p>
      <div className="cluster">
        {form.languages.map((tag) => (
          <button
            key={tag}
            type="button"
            className="button small"
            aria-pressed={tag === language}
            onClick={() => setLanguage(tag)}
          >
            {languageName(numbers, tag)}
          </button>
        ))}
      </div>
      <div className="card form-card stack try-form" dir={direction(language)} lang={language}>
        <strong>
          <Words inline text={textIn(form.title, language, form.languages).text} />
        </strong>
        {flat.map((node) => (
          <Tried
            key={node.question.name}
            node={node}
            compiled={compiled}
            language={language}
            isAsked={run.status({ name: node.question.name, turns: [] }).relevant}
            value={run.answer({ name: node.question.name, turns: [] })}
            onChange={(value) => {
              run.set({ name: node.question.name, turns: [] }, value);
              tried.current = run.answers('typed');
              setCount((count) => count + 1);
            }}
          />
        ))}
      </div>
      <section className="stack tight">
        <h3>{t('forms.sent')}</h3>
        {Object.keys(given).length === 0 ? <p className="quiet">{t('forms.nothingSent')}</p> : null}
        <ul className="plain stack tight">
          {flat
            .filter(({ question }) => Object.hasOwn(given, question.name) && isAnswered(question.type))
            .map(({ question }) => (
              <li key={question.name}>
                <Words inline text={textIn(question.label, speech.locale, form.languages).text} />
                {': '}
                <Words inline text={sayValue(compiled, question, given[question.name], speech)} />
              </li>
            ))}
        </ul>
      </section>
    </section>
  );
}

function Tried({
  node: { question },
  compiled,
  language,
  isAsked,
  value,
  onChange,
}: {
  readonly node: Node;
  readonly compiled: CompiledForm;
  readonly language: string;
  readonly isAsked: boolean;
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}): ReactNode {
  const { t } = useSpeech();
  const legend = useId();
  const { languages } = compiled.form;
  const label = textIn(question.label, language, languages).text;
  if (!isAsked || question.type === 'calculate') return null;
  if (question.type === 'note') return <Words text={label} className="note" />;
  if (question.type === 'group') return <h3>{isolate(defang(label))}</h3>;
  if (question.type === 'repeat') return <p className="quiet small">{t('forms.repeatHere')}</p>;
  const hint = textIn(question.hint, language, languages).text;
  return (
    <fieldset className="field">
      <legend id={legend}>
        <Words inline text={label} />
        {hint === '' ? null : (
          <span className="hint">
            <Words inline text={hint} />
          </span>
        )}
      </legend>
      <TryInput
        question={question}
        languages={languages}
        language={language}
        value={value}
        labelledBy={legend}
        onChange={onChange}
      />
    </fieldset>
  );
}

function TryInput({
  question,
  languages,
  language,
  value,
  labelledBy,
  onChange,
}: {
  readonly question: Question;
  readonly labelledBy: string;
  readonly languages: readonly string[];
  readonly language: string;
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}): ReactNode {
  const { t } = useSpeech();
  const name = useId();
  const choices =
    question.type === 'yesNoUnsure'
      ? (['yes', 'no', 'unsure'] as const).map((code) => ({ code, label: t(`forms.value.${code}`) }))
      : (question.options ?? []).map((option) => ({
          code: option.value,
          label: textIn(option.label, language, languages).text || option.value,
        }));
  if (question.type === 'date')
    return (
      <QuestionDateInput
        labelledBy={labelledBy}
        value={typeof value === 'string' ? value : null}
        onChange={onChange}
      />
    );
  if (choices.length === 0)
    return (
      <input
        aria-label={textIn(question.label, language, languages).text}
        dir="auto"
        autoComplete="off"
        onChange={(event) => {
          const typed = event.target.value;
          const isNumber = question.type === 'integer' || question.type === 'decimal';
          onChange(typed === '' ? null : isNumber ? Number(typed) : typed);
        }}
      />
    );
  const list = Array.isArray(value) ? (value as readonly string[]) : [];
  const many = question.type === 'selectMany';
  return (
    <div className="options">
      {choices.map(({ code, label }) => (
        <label key={code} className="option">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={many ? list.includes(code) : value === code}
            onChange={(event) => {
              if (!many) onChange(code);
              else {
                const others = list.filter((one) => one !== code);
                const next = event.target.checked ? [...others, code] : others;
                onChange(next.length === 0 ? null : next);
              }
            }}
          />
          <Words inline text={label} />
        </label>
      ))}
    </div>
  );
}
