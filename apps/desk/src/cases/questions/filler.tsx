import type { AnswerSheet } from '@leeward/domain/answers/state.ts';
import { turnsIn } from '@leeward/domain/answers/tree.ts';
import { type CompiledForm, textIn } from '@leeward/forms';
import { formatNumber } from '@leeward/ui';
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { FromEarlier } from './carry-screen.tsx';
import { Contents } from './contents.tsx';
import { childrenOf, pagesOf, progressOf } from './pages.ts';
import { Part, placeId } from './parts.tsx';
import { useRun } from './use-run.ts';
import { useSheet } from './use-sheet.ts';

type Props = {
  readonly record: string;
  readonly id: string;
  readonly compiled: CompiledForm;
  readonly form: string;
  readonly about: string;
  readonly sheet: AnswerSheet | undefined;
  /** The sheet of an earlier version from which answers were taken over. */
  readonly earlier: AnswerSheet | undefined;
  /** False where this person may only read. */
  readonly mayWrite: boolean;
  readonly today: string;
  readonly onClose: () => void;
};

/** One form, filled in page by page. Each page is saved as one goes on; what is typed is kept as it is typed. */
export function Filler(props: Props): ReactNode {
  const { record, id, compiled, form, about, sheet, earlier, mayWrite, today, onClose } = props;
  const { t, locale, numbers } = useSpeech();
  const filled = useSheet(record, id, sheet, form, about);
  const pages = useMemo(() => pagesOf(compiled), [compiled]);
  const children = useMemo(() => childrenOf(compiled), [compiled]);
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const { values } = filled;
  const turns = useMemo(() => turnsIn(values), [values]);
  const run = useRun(compiled, values, today);
  // How far 93 pages are is counted once she has typed, never between two letters.
  const counted = useDeferredValue(values);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the run stays the same object while answers change in it
  const progress = useMemo(
    () => pages.map(({ nodes }) => progressOf(run, nodes, children, filled.isClosed)),
    [pages, run, children, counted],
  );
  const whole = useMemo(
    () =>
      progress.reduce(
        (sum, one) => ({
          asked: sum.asked + one.asked,
          answered: sum.answered + one.answered,
          missing: sum.missing + one.missing,
        }),
        { asked: 0, answered: 0, missing: 0 },
      ),
    [progress],
  );
  const title = textIn(compiled.form.title, locale, compiled.form.languages);
  const page = pages[at];
  const goTo = (next: number, question: string | null = null): void => {
    setAt(next);
    requestAnimationFrame(() => {
      const found = question === null ? null : document.getElementById(placeId(question));
      if (found === null) heading.current?.focus();
      else {
        found.focus();
        found.scrollIntoView({ block: 'center' });
      }
    });
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
          <Contents
            compiled={compiled}
            pages={pages}
            progress={progress}
            titleOf={titleOf}
            at={at}
            run={run}
            onGo={(next, question) => void saveAnd(() => goTo(next, question))}
          />
        ) : null}
      </div>
      {earlier === undefined ? null : <FromEarlier record={record} sheet={earlier} to={compiled} />}
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
            context={{ record, compiled, run, children, filled, sheet, mayWrite, turns }}
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
