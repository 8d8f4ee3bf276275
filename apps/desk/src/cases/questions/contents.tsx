import { type CompiledForm, isAnswered, type Node, type Run, textIn } from '@leeward/forms';
import { formatNumber } from '@leeward/ui';
import { type ReactNode, useDeferredValue, useId, useMemo, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { type Page, type Progress, pageOfNodes } from './pages.ts';

/** More than somebody reads through; who searches for a letter is not shown half the form. */
const mostFound = 40;

/** All pages of a form with how far each is, and a search through its questions. */
export function Contents({
  compiled,
  pages,
  progress,
  titleOf,
  at,
  run,
  onGo,
}: {
  readonly compiled: CompiledForm;
  readonly pages: readonly Page[];
  readonly progress: readonly Progress[];
  readonly titleOf: (index: number) => string;
  readonly at: number;
  readonly run: Run;
  /** A page, and the question on it that is looked for. */
  readonly onGo: (page: number, question: string | null) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const id = useId();
  const go = (page: number, question: string | null): void => {
    setOpen(false);
    onGo(page, question);
  };
  return (
    <details className="contents" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('filled.contents', { count: pages.length })}</summary>
      {isOpen ? (
        <div className="stack tight">
          <div className="field">
            <label htmlFor={id}>{t('filled.search')}</label>
            <input
              id={id}
              type="search"
              dir="auto"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          {wanted.trim() === '' ? (
            <ol className="plain contents-list">
              {pages.map((page, index) => {
                const { asked = 0, answered = 0, missing = 0 } = progress[index] ?? {};
                if (asked === 0 && index !== at) return null;
                return (
                  <li key={page.nodes[0]?.index}>
                    <button
                      type="button"
                      className="button quiet"
                      aria-current={index === at ? 'page' : undefined}
                      onClick={() => go(index, null)}
                    >
                      <Words inline text={titleOf(index)} />
                      <span className="small">
                        {missing > 0 ? (
                          <span className="chip warn">{t('filled.open1', { count: missing })}</span>
                        ) : null}{' '}
                        {formatNumber(numbers, answered)}/{formatNumber(numbers, asked)}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ol>
          ) : (
            <Found compiled={compiled} pages={pages} titleOf={titleOf} run={run} wanted={wanted} onGo={go} />
          )}
        </div>
      ) : null}
    </details>
  );
}

function Found({
  compiled,
  pages,
  titleOf,
  run,
  wanted,
  onGo,
}: {
  readonly compiled: CompiledForm;
  readonly pages: readonly Page[];
  readonly titleOf: (index: number) => string;
  readonly run: Run;
  readonly wanted: string;
  readonly onGo: (page: number, question: string) => void;
}): ReactNode {
  const { t, locale, numbers } = useSpeech();
  const pageOf = useMemo(() => pageOfNodes(compiled, pages), [compiled, pages]);
  const lines = useMemo(
    () => compiled.nodes.map((node) => plain(wordsOf(node, locale, compiled.form.languages))),
    [compiled, locale],
  );
  const words = plain(wanted).split(' ').filter(Boolean);
  const found = compiled.nodes.filter(({ index, question }) => {
    const line = lines[index] ?? '';
    return question.type !== 'calculate' && words.every((word) => line.includes(word));
  });
  return (
    <>
      <p className="small quiet" role="status">
        {t('filled.found', { count: found.length, number: formatNumber(numbers, found.length) })}
      </p>
      <ol className="plain contents-list">
        {found.slice(0, mostFound).map((node) => {
          const page = pageOf.get(node.index) ?? 0;
          const label = textIn(node.question.label, locale, compiled.form.languages);
          const isHidden =
            node.repeats.length === 0 &&
            isAnswered(node.question.type) &&
            !run.status({ name: node.question.name, turns: [] }).relevant;
          return (
            <li key={node.index}>
              <button
                type="button"
                className="button quiet"
                disabled={isHidden}
                onClick={() => onGo(page, node.question.name)}
              >
                <span>
                  <Words inline text={label.text || node.question.name} lang={label.language} />{' '}
                  {isHidden ? <span className="small">{t('filled.notAsked')}</span> : null}
                </span>
                <span className="small quiet">
                  <Words inline text={titleOf(page)} />
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** What of a question is looked through: its words, its help, its answers to choose. */
function wordsOf({ question }: Node, locale: string, languages: readonly string[]): string {
  const texts = [question.label, question.hint, ...(question.options ?? []).map(({ label }) => label)];
  return texts.map((one) => textIn(one, locale, languages).text).join(' ');
}

/** As people type when they look for something: small letters, without accents and marks. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
