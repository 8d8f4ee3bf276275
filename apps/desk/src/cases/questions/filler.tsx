import type { AnswerSheet } from '@leeward/domain/answers/state.ts';
import { pathOf, treeOf, turnsIn } from '@leeward/domain/answers/tree.ts';
import {
  type CompiledForm,
  isAnswered,
  type Node,
  type Place,
  type Run,
  startRun,
  textIn,
  type Value,
} from '@leeward/forms';
import { formatNumber } from '@leeward/ui';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { sayValue } from '../../forms/say-value.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { useActor } from '../../session/use-actor.ts';
import { Versions } from '../item/versions.tsx';
import { newId } from '../new-id.ts';
import { AnswerInput } from './answer-input.tsx';
import { childrenOf, pagesOf, progressOf } from './pages.ts';
import { type FilledSheet, useSheet } from './use-sheet.ts';

/** From here on an answer that is kept is covered until somebody asks for it: who passes by reads nothing. */
const coveredFrom = 3;

type Props = {
  readonly record: string;
  readonly id: string;
  readonly compiled: CompiledForm;
  readonly form: string;
  readonly about: string;
  readonly sheet: AnswerSheet | undefined;
  /** False where this person may only read. */
  readonly mayWrite: boolean;
  readonly today: string;
  readonly onClose: () => void;
};

/** One form, filled in page by page. Each page is saved as one goes on; what is typed is kept as it is typed. */
export function Filler(props: Props): ReactNode {
  const { record, id, compiled, form, about, sheet, mayWrite, today, onClose } = props;
  const { t, locale, numbers } = useSpeech();
  const filled = useSheet(record, id, sheet, form, about);
  const pages = useMemo(() => pagesOf(compiled), [compiled]);
  const children = useMemo(() => childrenOf(compiled), [compiled]);
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const { values } = filled;
  const turns = useMemo(() => turnsIn(values), [values]);
  const run = useMemo(() => startRun(compiled, treeOf(values), today), [compiled, values, today]);
  const progress = useMemo(
    () => pages.map(({ nodes }) => progressOf(run, nodes, children)),
    [pages, run, children],
  );
  const whole = useMemo(() => progressOf(run, children.get(null) ?? [], children), [run, children]);
  const title = textIn(compiled.form.title, locale, compiled.form.languages);
  const page = pages[at];
  const goTo = (next: number): void => {
    setAt(next);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const saveAnd = async (then: () => void): Promise<void> => {
    if (filled.draft.keeping !== null && !(await filled.save())) return;
    // From now on it has an address of its own: a reload leads to what was saved.
    const own = addressOf({ name: 'case', record, part: 'questions', item: id });
    if (filled.draft.keeping !== null) window.history.replaceState(null, '', own);
    then();
  };
  /** The next page on which something is asked or written. */
  const beside = (by: 1 | -1): number | null => {
    for (let next = at + by; next >= 0 && next < pages.length; next += by)
      if ((progress[next]?.asked ?? 0) > 0) return next;
    return null;
  };
  const titleOf = (index: number): string => {
    const { title: own, part } = pages[index] ?? { title: null, part: 0 };
    const words = own === null ? '' : textIn(own, locale, compiled.form.languages).text;
    const name = words === '' ? t('filled.page', { number: index + 1 }) : words;
    return part === 0 || own === null ? name : `${name} (${formatNumber(numbers, part)})`;
  };
  const [before, after] = [beside(-1), beside(1)];
  const firstMissing = progress.findIndex(({ missing }) => missing > 0);
  if (page === undefined) return <p className="quiet">{t('filled.nothingAsked')}</p>;
  return (
    <section className="stack filler" aria-labelledby="filled-form">
      <div className="stack tight">
        <h2 id="filled-form" lang={title.language}>
          <Words inline text={title.text} lang={title.language} />
        </h2>
        <p className="small quiet" role="status">
          {t('filled.progress', { answered: whole.answered, asked: whole.asked })}
          {whole.missing === 0 ? '' : ` ${t('filled.missing', { count: whole.missing })}`}
        </p>
        {pages.length > 1 ? (
          <label className="field">
            <span>{t('filled.goTo')}</span>
            <select
              value={at}
              onChange={(event) => {
                const next = Number(event.target.value);
                void saveAnd(() => goTo(next));
              }}
            >
              {pages.map((one, index) =>
                (progress[index]?.asked ?? 0) === 0 && index !== at ? null : (
                  <option key={one.nodes[0]?.index} value={index}>
                    {`${titleOf(index)} · ${formatNumber(numbers, progress[index]?.answered ?? 0)}/${formatNumber(numbers, progress[index]?.asked ?? 0)}`}
                  </option>
                ),
              )}
            </select>
          </label>
        ) : null}
      </div>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void saveAnd(() => (after === null ? onClose() : goTo(after)));
        }}
      >
        {pages.length > 1 ? (
          <h3 ref={heading} tabIndex={-1}>
            <Words inline text={titleOf(at)} />
          </h3>
        ) : null}
        {page.nodes.map((node) => (
          <Part
            key={node.index}
            node={node}
            turns={[]}
            context={{ compiled, run, children, filled, sheet, mayWrite, turns }}
            isPage={page.nodes.length === 1}
          />
        ))}
        <FailureNote failure={filled.failure} />
        <div className="cluster">
          {before === null ? null : (
            <button
              type="button"
              className="button"
              disabled={filled.busy}
              onClick={() => void saveAnd(() => goTo(before))}
            >
              {t('filled.before')}
            </button>
          )}
          <button type="submit" className="button primary" disabled={filled.busy}>
            {after === null ? t('filled.finish') : t('filled.next')}
          </button>
          <button
            type="button"
            className="button quiet"
            disabled={filled.busy}
            onClick={() => void saveAnd(onClose)}
          >
            {t('filled.later')}
          </button>
          {firstMissing === -1 || firstMissing === at ? null : (
            <button
              type="button"
              className="button quiet"
              onClick={() => void saveAnd(() => goTo(firstMissing))}
            >
              {t('filled.toMissing')}
            </button>
          )}
          <Kept of={filled.draft} />
        </div>
      </form>
    </section>
  );
}

type PartContext = {
  readonly compiled: CompiledForm;
  readonly run: Run;
  readonly children: ReadonlyMap<number | null, readonly Node[]>;
  readonly filled: FilledSheet;
  readonly sheet: AnswerSheet | undefined;
  readonly mayWrite: boolean;
  readonly turns: ReturnType<typeof turnsIn>;
};

function Part({
  node,
  turns,
  context,
  isPage,
}: {
  readonly node: Node;
  readonly turns: readonly number[];
  readonly context: PartContext;
  readonly isPage: boolean;
}): ReactNode {
  const { locale } = useSpeech();
  const { compiled, run, children } = context;
  const { question } = node;
  const place: Place = { name: question.name, turns };
  if (!run.status(place).relevant) return null;
  const label = textIn(question.label, locale, compiled.form.languages);
  const inside = children.get(node.index) ?? [];
  if (question.type === 'note') return <Words text={label.text} lang={label.language} className="note" />;
  if (question.type === 'group') {
    const parts = inside.map((child) => (
      <Part key={child.index} node={child} turns={turns} context={context} isPage={false} />
    ));
    if (isPage) return <>{parts}</>;
    return (
      <fieldset className="field stack">
        <legend>
          <Words inline text={label.text} lang={label.language} />
        </legend>
        {parts}
      </fieldset>
    );
  }
  if (question.type === 'repeat') return <Repeated node={node} place={place} context={context} />;
  return <Asked node={node} place={place} context={context} />;
}

/** The repeats around a node, by name, from the outside in. */
const repeatsOf = ({ compiled }: PartContext, node: Node): readonly string[] =>
  node.repeats.map((index) => compiled.nodes[index]?.question.name ?? '');

function Repeated({
  node,
  place,
  context,
}: {
  readonly node: Node;
  readonly place: Place;
  readonly context: PartContext;
}): ReactNode {
  const { t, locale, numbers } = useSpeech();
  const { compiled, run, children, filled, turns, mayWrite } = context;
  const label = textIn(node.question.label, locale, compiled.form.languages);
  const repeat = pathOf(turns, repeatsOf(context, node), place.turns, node.question.name);
  if (repeat === null) return null;
  const ids = turns.get(repeat) ?? [];
  return (
    <fieldset className="field stack">
      <legend>
        <Words inline text={label.text} lang={label.language} />
      </legend>
      {ids.map((id, turn) => (
        <div key={id} className="card stack">
          <div className="cluster">
            <b>{formatNumber(numbers, turn + 1)}</b>
            {mayWrite ? (
              <button
                type="button"
                className="button quiet small"
                onClick={() => filled.set({ [`${repeat}/${id}`]: null })}
              >
                {t('filled.takeOut', { number: turn + 1 })}
              </button>
            ) : null}
          </div>
          {(children.get(node.index) ?? []).map((child) => (
            <Part
              key={child.index}
              node={child}
              turns={[...place.turns, turn]}
              context={context}
              isPage={false}
            />
          ))}
        </div>
      ))}
      {run.status(place).missing ? <p className="small quiet">{t('forms.missing')}</p> : null}
      {mayWrite ? (
        <button
          type="button"
          className="button"
          onClick={() => filled.set({ [`${repeat}/${newId().slice(0, 8)}`]: true })}
        >
          {t('filled.addTurn')}
        </button>
      ) : null}
    </fieldset>
  );
}

function Asked({
  node: { question, repeats },
  node,
  place,
  context,
}: {
  readonly node: Node;
  readonly place: Place;
  readonly context: PartContext;
}): ReactNode {
  const speech = useSpeech();
  const { t, locale } = speech;
  const { role } = useActor();
  const { compiled, run, filled, sheet, mayWrite, turns } = context;
  const [shown, setShown] = useState(false);
  const [labelId, hintId] = [useId(), useId()];
  const status = run.status(place);
  const label = textIn(question.label, locale, compiled.form.languages);
  const hint = textIn(question.hint, locale, compiled.form.languages);
  const path = pathOf(turns, repeatsOf(context, node), place.turns, question.name);
  if (path === null || repeats.length !== place.turns.length) return null;
  if (question.type === 'calculate')
    return status.value === null ? null : (
      <p className="small">
        <Words inline text={label.text || question.name} lang={label.language} />
        {': '}
        <Words inline text={sayValue(compiled, question, status.value, speech)} />
      </p>
    );
  if (!isAnswered(question.type)) return null;
  const isMine = question.seenBy === undefined || (role !== null && question.seenBy.includes(role));
  const field = sheet?.fields[path];
  const isKept = field?.at(-1)?.value != null;
  const isCovered = isKept && !shown && (question.sensitivity ?? 0) >= coveredFrom;
  const value = run.answer(place);
  const violated = textIn(question.constraintMessage, locale, compiled.form.languages).text;
  return (
    <fieldset className="field">
      <legend id={labelId}>
        <Words inline text={label.text || question.name} lang={label.language} />
        {question.required === true ? <span className="small quiet"> {t('filled.needed')}</span> : null}
      </legend>
      {hint.text === '' ? null : (
        <span className="hint" id={hintId}>
          <Words inline text={hint.text} lang={hint.language} />
        </span>
      )}
      {!isMine ? (
        <span className="quiet">{t('forms.otherRoles')}</span>
      ) : isCovered ? (
        <button type="button" className="button small" onClick={() => setShown(true)}>
          {t('forms.show')}
        </button>
      ) : mayWrite ? (
        <AnswerInput
          question={question}
          languages={compiled.form.languages}
          value={value}
          onChange={(next) => filled.set({ [path]: next })}
          labelledBy={labelId}
          describedBy={hint.text === '' ? undefined : hintId}
        />
      ) : value === null ? (
        <span className="quiet">{t('filled.notAnswered')}</span>
      ) : (
        <Words text={sayValue(compiled, question, value, speech)} />
      )}
      {status.violated ? (
        <span className="error small" role="status">
          {violated === '' ? t('forms.violated') : <Words inline text={violated} />}
        </span>
      ) : null}
      {isMine && !isCovered ? (
        <Versions
          label={label.text}
          field={field}
          say={(one) => <Words inline text={sayValue(compiled, question, one as Value, speech)} />}
          onChoose={mayWrite ? (one) => filled.set({ [path]: one }) : null}
        />
      ) : null}
    </fieldset>
  );
}
