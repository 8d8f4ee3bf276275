import { formatNumber } from '@leeward/ui';
import {
  type Place,
  places,
  type SearchGroup,
  type SearchKind,
  type SearchView,
} from '@leeward/workspace/search/contract.ts';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { ResultLine } from './result-line.tsx';
import { useSearch } from './use-search.ts';

const kinds = ['request', 'case', 'directory'] as const satisfies readonly SearchKind[];
const step = 30;

const kindKeys = {
  request: 'queue.title',
  case: 'cases.title',
  directory: 'shell.directory',
} as const satisfies Record<SearchKind, string>;

type Props = {
  readonly query: string;
  /** Counts how often somebody has asked to go from the field into what was found. */
  readonly entered: number;
};

/** What is found while something is typed in the field above: in everything that one may read, on this device alone. */
export function SearchResults({ query, entered }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const [only, setOnly] = useState<readonly Place[]>([]);
  const [onlyKinds, setOnlyKinds] = useState<readonly SearchKind[]>([]);
  const [limit, setLimit] = useState(step);
  const { view, current } = useSearch({ text: query, places: only, kinds: onlyKinds, limit });
  const list = useRef<HTMLDivElement>(null);
  useEntering(list, { query, entered, current });
  const groups = view?.groups ?? [];
  const shownKinds = kinds.filter((kind) => groups.some((group) => group.kind === kind));

  return (
    <div className="screen found">
      <header className="screen-head">
        <div>
          <h1>{t('search.title')}</h1>
          <p className="lead quiet" role="status">
            {view === null ? t('common.loading') : t('search.found', { count: view.total })}
          </p>
        </div>
      </header>
      {view === null ? null : (
        <div className="stack tight filters">
          <Choices
            label={t('search.kinds')}
            all={kinds}
            chosen={onlyKinds}
            counts={view.kinds}
            wordOf={(kind) => t(kindKeys[kind])}
            onChange={setOnlyKinds}
          />
          <Choices
            label={t('search.places')}
            all={places}
            chosen={only}
            counts={view.places}
            wordOf={(place) => t(`search.place.${place}`)}
            onChange={setOnly}
          />
        </div>
      )}
      <Reading searched={view?.searched} />
      {view !== null && view.total === 0 ? (
        <Empty title={t('search.nothing')}>{t('search.nothingHint')}</Empty>
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the links in it, which act by themselves */}
      <div ref={list} className="stack" onKeyDown={(event) => moveInList(event, list.current)}>
        {shownKinds.map((kind) => (
          <section key={kind} className="stack tight" aria-label={t(kindKeys[kind])}>
            <h2>
              {t(kindKeys[kind])}{' '}
              <span className="num quiet">{formatNumber(numbers, view?.kinds[kind] ?? 0)}</span>
            </h2>
            <ul className="plain lines card">
              {groups
                .filter((group) => group.kind === kind)
                .map((group) => (
                  <ResultLine key={keyOf(group)} group={group} />
                ))}
            </ul>
          </section>
        ))}
      </div>
      {view !== null && view.total > groups.length ? (
        <button type="button" className="button more" onClick={() => setLimit(limit + step)}>
          {t('queue.more', { count: Math.min(step, view.total - groups.length), total: view.total })}
        </button>
      ) : null}
    </div>
  );
}

/**
 * Goes into what was found once it is there: whoever types a name and goes down at once means what she typed, and not what
 * stood there a letter ago.
 */
function useEntering(
  list: { readonly current: HTMLElement | null },
  { query, entered, current }: Props & { readonly current: boolean },
): void {
  const [held, setHeld] = useState({ query, entered });
  // Typing on takes the wish back.
  if (held.query !== query) setHeld({ query, entered });
  const wanted = held.query === query && held.entered !== entered && current;
  useEffect(() => {
    if (!wanted) return;
    setHeld({ query, entered });
    list.current?.querySelector<HTMLElement>('a[data-result]')?.focus();
  }, [wanted, list, query, entered]);
}

const keyOf = (group: SearchGroup): string => (group.kind === 'directory' ? group.mechanism : group.record);

/** How far the desk has read, while it is still reading: what is not found yet may come. */
function Reading({ searched }: { readonly searched: SearchView['searched'] | undefined }): ReactNode {
  const { t } = useSpeech();
  if (searched === undefined || searched.done >= searched.total) return null;
  return (
    <p className="quiet small" role="status">
      {t('search.reading', { done: searched.done, total: searched.total })}
    </p>
  );
}

type ChoicesProps<Name extends string> = {
  readonly label: string;
  readonly all: readonly Name[];
  readonly chosen: readonly Name[];
  readonly counts: Readonly<Record<Name, number>>;
  readonly wordOf: (name: Name) => string;
  readonly onChange: (chosen: readonly Name[]) => void;
};

/** Filters of one kind, each with how many it would leave; those that would leave nothing are not offered. */
function Choices<Name extends string>(props: ChoicesProps<Name>): ReactNode {
  const { numbers } = useSpeech();
  const { label, all, chosen, counts, wordOf, onChange } = props;
  const offered = all.filter((name) => counts[name] > 0 || chosen.includes(name));
  if (offered.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{label}</legend>
      {offered.map((name) => (
        <button
          key={name}
          type="button"
          className="button small"
          aria-pressed={chosen.includes(name)}
          onClick={() =>
            onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
          }
        >
          {wordOf(name)} <span className="num">{formatNumber(numbers, counts[name])}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** Up and down go from one result to the next, whatever section it is in. */
function moveInList(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || list === null) return;
  const links = [...list.querySelectorAll<HTMLElement>('a[data-result]')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  event.preventDefault();
  const next = links[at + by];
  if (next !== undefined) next.focus();
  else if (by === -1) document.getElementById('search')?.focus();
}
