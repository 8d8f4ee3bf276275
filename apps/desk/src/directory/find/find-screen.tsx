import { type ListName, lists } from '@leeward/directory';
import { sayHowOrdered } from '@leeward/directory/say/index.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import { factsOf } from '@leeward/workspace/directory/facts.ts';
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { useSingleKeys } from '../../parts/use-keys.ts';
import { isOpened } from '../../request/timeline.ts';
import { addressOf } from '../../router/route.ts';
import { ExportButtons } from '../export-buttons.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { useSpeaker } from '../speaker.tsx';
import { useToday } from '../use-today.ts';
import { EntryLine } from './entry-line.tsx';
import { find, indexFor, isAsked, type Line } from './find.ts';
import { nothingAsked, pageOfList, useLooking } from './looking.tsx';
import { Questions } from './questions.tsx';

type Props = {
  readonly view: DirectoryView;
  /** The request for which somebody looks, once it is there; null for nothing in particular. */
  readonly request: RequestView | null;
};

/** The list under which somebody's answers are remembered while the desk is open. */
export const keyOf = (record: string | null): string => record ?? 'anything';

/** Finding what exists: by any word, by a few answers, or by what a request says already. */
export function FindScreen({ view, request }: Props): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const today = useToday();
  const record = request?.record ?? null;
  // What a request says is read by opening it, which is an act that the person is told of; not by a way around.
  const from = useMemo(
    () => (request === null || !isOpened(request.state) ? null : factsOf(request.state, null)),
    [request],
  );
  const [looking, change] = useLooking(keyOf(record), () => ({
    ...nothingAsked,
    answers: from?.answers ?? {},
    given: from?.answers ?? {},
  }));
  const shortlist = useShortlist(record);
  const [isUnfolded, setUnfolded] = useState(
    () => record !== null || window.matchMedia('(min-width: 60.01rem)').matches,
  );
  const query = useDeferredValue(looking.query);
  const answers = useDeferredValue(looking.answers);
  const index = useMemo(() => indexFor(view.entries, speaker), [view.entries, speaker]);
  const found = useMemo(
    () => find(view.entries, index, query, { ...answers, told: view.told }, today),
    [view.entries, view.told, index, query, answers, today],
  );
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);
  // A list with nothing in it is not the one to begin with.
  const firstWithLines = lists.find((name) => (found.lists?.[name].length ?? 0) > 0) ?? 'fits';
  const list = (found.lists?.[looking.list].length ?? 0) > 0 ? looking.list : firstWithLines;
  const lines = found.lists === null ? found.all : found.lists[list];
  const shown = lines.slice(0, looking.shown);
  const asked = isAsked(looking.answers);
  return (
    <div className="find">
      <aside className="find-side card screen-only" aria-label={t('directory.questions')}>
        {/* On a narrow window the questions wait folded: what one looks for stands first. */}
        <details open={isUnfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary>
            <h2>{t('directory.questions')}</h2>
          </summary>
          <div className="stack">
            <p className="small quiet">{t('directory.questionsHint')}</p>
            {from === null || from.notCarried.length === 0 ? null : (
              <p className="note small">
                {t('directory.notCarried', {
                  help: speaker.list(
                    from.notCarried.map((code) => t(`support.${code}`)),
                    'and',
                  ),
                })}
              </p>
            )}
            <Questions
              answers={looking.answers}
              given={looking.given}
              onChange={(part) => change({ answers: { ...looking.answers, ...part }, shown: pageOfList })}
            />
            {asked ? (
              <button
                type="button"
                className="button"
                onClick={() => change({ answers: {}, given: {}, shown: pageOfList })}
              >
                {t('directory.clear')}
              </button>
            ) : null}
          </div>
        </details>
      </aside>
      <div className="find-main stack">
        <label className="search screen-only">
          <span className="visually-hidden">{t('directory.search')}</span>
          <input
            ref={box}
            type="search"
            value={looking.query}
            placeholder={t('directory.search')}
            autoComplete="off"
            spellCheck={false}
            dir={typedDirection(looking.query)}
            onChange={(event) => change({ query: event.target.value, shown: pageOfList })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') change({ query: '', shown: pageOfList });
              if (event.key === 'ArrowDown') focusEntry(0, event);
            }}
          />
          <span className="key" aria-hidden="true">
            /
          </span>
        </label>
        {found.lists === null ? (
          <p className="quiet" role="status">
            {t('directory.found', { count: found.total })}
          </p>
        ) : (
          <>
            <section className="list-tabs" aria-label={t('directory.lists')}>
              {lists.map((name) => (
                <ListTab
                  key={name}
                  name={name}
                  count={found.lists?.[name].length ?? 0}
                  current={name === list}
                  onChoose={() => change({ list: name, shown: pageOfList })}
                />
              ))}
            </section>
            <p className="small quiet" role="status">
              {speaker.text(`list.${list}.help`)}
            </p>
          </>
        )}
        {lines.length === 0 ? (
          <Empty title={t('directory.nothing')}>{t('directory.nothingHint')}</Empty>
        ) : (
          <ol className="plain card entries" aria-label={t('directory.results')} onKeyDown={walk}>
            {shown.map((line: Line) => (
              <EntryLine
                key={line.shown.entry.id}
                line={line}
                record={record}
                isPicked={shortlist.has(line.shown.entry.id)}
                onPick={() => shortlist.toggle(line.shown.entry.id)}
              />
            ))}
          </ol>
        )}
        {lines.length > shown.length ? (
          <button
            type="button"
            className="button"
            onClick={() => change({ shown: looking.shown + 2 * pageOfList })}
          >
            {t('directory.more', { count: lines.length - shown.length })}
          </button>
        ) : null}
        {asked ? (
          <details className="pick">
            <summary>{t('directory.howOrdered')}</summary>
            <p className="pick-body small quiet">{sayHowOrdered(speaker)}</p>
          </details>
        ) : null}
        <ExportButtons mechanisms={lines.map((line) => line.shown.entry.id)} />
      </div>
      {shortlist.picked.length === 0 ? null : (
        <div className="picked-bar card screen-only" role="status">
          <span>{t('directory.pickedCount', { count: shortlist.picked.length })}</span>
          <a className="button primary" href={addressOf({ name: 'directory', part: 'list', record })}>
            {t('directory.openList')}
          </a>
        </div>
      )}
    </div>
  );
}

function ListTab({
  name,
  count,
  current,
  onChoose,
}: {
  readonly name: ListName;
  readonly count: number;
  readonly current: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const speaker = useSpeaker();
  return (
    <button type="button" className={`list-tab ${name}`} aria-pressed={current} onClick={onChoose}>
      <b className="num">{speaker.number(count)}</b> <span>{speaker.text(`list.${name}`)}</span>
    </button>
  );
}

/** The slash goes to the field in which one looks. */
function useSlash(box: { readonly current: HTMLInputElement | null }): void {
  const single = useSingleKeys();
  useEffect(() => {
    if (!single) return;
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, dialog');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [box, single]);
}

function focusEntry(place: number, event: { readonly preventDefault: () => void }): void {
  const links = document.querySelectorAll<HTMLElement>('.entries .entry-link');
  const link = links[Math.min(Math.max(place, 0), links.length - 1)];
  if (link === undefined) return;
  event.preventDefault();
  link.focus();
}

/** Up and down go from entry to entry. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof Element)) return;
  const links = [...event.currentTarget.querySelectorAll('.entry-link')];
  const at = links.findIndex((link) => link.closest('.entry')?.contains(event.target as Element) === true);
  focusEntry(at + step, event);
}
