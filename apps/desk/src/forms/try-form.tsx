import {
  type Answers,
  type CompiledForm,
  isAnswered,
  type Node,
  type Place,
  type Run,
  startRun,
  textIn,
} from '@leeward/forms';
import { direction, formatNumber, languageName } from '@leeward/ui';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { AnswerInput } from '../cases/questions/answer-input.tsx';
import { childrenOf, pagesOf } from '../cases/questions/pages.ts';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { sayValue } from './say-value.ts';

/** The form to try out: in any of its languages, as wide as a phone or as a desk. Nothing is kept. */
export function TryForm({ compiled }: { readonly compiled: CompiledForm }): ReactNode {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const { form } = compiled;
  const [chosen, setLanguage] = useState(form.languages[0] ?? 'en');
  const language = form.languages.includes(chosen) ? chosen : (form.languages[0] ?? 'en');
  const [isWide, setWide] = useState(false);
  const [at, setAt] = useState(0);
  const [, setCount] = useState(0);
  const today = new Date().toISOString().slice(0, 10);
  /** What was tried stays while the questions around it are changed. */
  const tried = useRef<Answers>({});
  const run = useMemo(() => startRun(compiled, tried.current, today), [compiled, today]);
  const pages = useMemo(() => pagesOf(compiled), [compiled]);
  const children = useMemo(() => childrenOf(compiled), [compiled]);
  const page = Math.min(at, pages.length - 1);
  const changed = (): void => {
    tried.current = run.answers('typed');
    setCount((count) => count + 1);
  };
  const titleOf = (index: number): string => {
    const own = pages[index]?.title ?? null;
    return (
      (own === null ? '' : textIn(own, language, form.languages).text) ||
      t('filled.page', { number: index + 1 })
    );
  };
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
        <button type="button" className="button small" aria-pressed={!isWide} onClick={() => setWide(false)}>
          {t('forms.tryPhone')}
        </button>
        <button type="button" className="button small" aria-pressed={isWide} onClick={() => setWide(true)}>
          {t('forms.tryDesk')}
        </button>
        {pages.length < 2 ? null : (
          <select
            aria-label={t('forms.tryPage')}
            value={page}
            onChange={(event) => setAt(Number(event.target.value))}
          >
            {pages.map((one, index) => (
              <option key={one.nodes[0]?.index} value={index}>
                {titleOf(index)}
              </option>
            ))}
          </select>
        )}
      </div>
      <div
        className={`card form-card stack try-form${isWide ? ' wide' : ''}`}
        dir={direction(language)}
        lang={language}
      >
        <strong>
          <Words inline text={textIn(form.title, language, form.languages).text} />
        </strong>
        {(pages[page]?.nodes ?? []).map((node) => (
          <Tried
            key={node.question.name}
            node={node}
            turns={[]}
            context={{ compiled, run, children, language, changed }}
          />
        ))}
      </div>
      <Sent compiled={compiled} run={run} />
    </section>
  );
}

type Context = {
  readonly compiled: CompiledForm;
  readonly run: Run;
  readonly children: ReadonlyMap<number | null, readonly Node[]>;
  readonly language: string;
  readonly changed: () => void;
};

function Tried({
  node,
  turns,
  context,
}: {
  readonly node: Node;
  readonly turns: readonly number[];
  readonly context: Context;
}): ReactNode {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const [labelId, hintId] = [useId(), useId()];
  const { compiled, run, children, language, changed } = context;
  const { languages } = compiled.form;
  const { question } = node;
  const place: Place = { name: question.name, turns };
  const status = run.status(place);
  if (!status.relevant) return null;
  const label = textIn(question.label, language, languages).text;
  const inside = children.get(node.index) ?? [];
  if (question.type === 'note') return <Words text={label} className="note" />;
  if (question.type === 'calculate')
    return status.value === null ? null : (
      <p className="small">
        <Words inline text={label || question.name} />
        {': '}
        <Words inline text={sayValue(compiled, question, status.value, speech)} />
      </p>
    );
  const insideAt = (deeper: readonly number[]): ReactNode =>
    inside.map((child) => <Tried key={child.index} node={child} turns={deeper} context={context} />);
  if (question.type === 'group')
    return (
      <fieldset className="field stack">
        <legend>
          <Words inline text={label} />
        </legend>
        {insideAt(turns)}
      </fieldset>
    );
  if (question.type === 'repeat')
    return (
      <fieldset className="field stack">
        <legend>
          <Words inline text={label} />
        </legend>
        {Array.from({ length: run.turns(place) }, (_, turn) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns of a trial are known by their number alone
          <div key={turn} className="card stack">
            <div className="cluster">
              <b>{formatNumber(numbers, turn + 1)}</b>
              <button
                type="button"
                className="button quiet small"
                onClick={() => {
                  run.removeTurn(place, turn);
                  changed();
                }}
              >
                {t('filled.takeOut', { number: turn + 1 })}
              </button>
            </div>
            {insideAt([...turns, turn])}
          </div>
        ))}
        <button
          type="button"
          className="button"
          onClick={() => {
            run.addTurn(place);
            changed();
          }}
        >
          {t('filled.addTurn')}
        </button>
      </fieldset>
    );
  const hint = textIn(question.hint, language, languages).text;
  const complaint = textIn(question.constraintMessage, language, languages).text || t('forms.violated');
  return (
    <fieldset className="field">
      <legend id={labelId}>
        <Words inline text={label} />
        {question.required === true ? <span className="small quiet"> {t('filled.needed')}</span> : null}
      </legend>
      {hint === '' ? null : (
        <span className="hint" id={hintId}>
          <Words inline text={hint} />
        </span>
      )}
      <AnswerInput
        question={question}
        languages={[language, ...languages]}
        value={run.answer(place)}
        onChange={(value) => {
          run.set(place, value);
          changed();
        }}
        labelledBy={labelId}
        describedBy={hint === '' ? undefined : hintId}
      />
      {status.violated ? (
        <span className="error small" role="status">
          <Words inline text={complaint} />
        </span>
      ) : null}
    </fieldset>
  );
}

/** What would be kept of the trial, in the words of the person at the desk. */
function Sent({ compiled, run }: { readonly compiled: CompiledForm; readonly run: Run }): ReactNode {
  const speech = useSpeech();
  const { t, locale, numbers } = speech;
  const lines: { readonly key: string; readonly label: string; readonly said: string }[] = [];
  const walk = (nodes: readonly Node[], turns: readonly number[]): void => {
    for (const node of nodes) {
      const place = { name: node.question.name, turns };
      const status = run.status(place);
      if (!status.relevant) continue;
      const inside = compiled.nodes.filter(({ parent }) => parent === node.index);
      if (node.question.type === 'group') walk(inside, turns);
      else if (node.question.type === 'repeat')
        for (let turn = 0; turn < run.turns(place); turn += 1) walk(inside, [...turns, turn]);
      else if (isAnswered(node.question.type) && status.value !== null) {
        const label = textIn(node.question.label, locale, compiled.form.languages).text;
        const where = turns.map((turn) => formatNumber(numbers, turn + 1)).join('.');
        lines.push({
          key: `${node.index} ${where}`,
          label: where === '' ? label : `${label} (${where})`,
          said: sayValue(compiled, node.question, status.value, speech),
        });
      }
    }
  };
  walk(
    compiled.nodes.filter(({ parent }) => parent === null),
    [],
  );
  return (
    <section className="stack tight">
      <h3>{t('forms.sent')}</h3>
      {lines.length === 0 ? <p className="quiet">{t('forms.nothingSent')}</p> : null}
      <ul className="plain stack tight">
        {lines.slice(0, 50).map(({ key, label, said }) => (
          <li key={key}>
            <Words inline text={label} />
            {': '}
            <Words inline text={said} />
          </li>
        ))}
      </ul>
    </section>
  );
}
