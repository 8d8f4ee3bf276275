import type { Answers } from '@leeward/directory/answers.ts';
import type { Entry } from '@leeward/directory/entry.ts';
import { lists, reason, type Verdict, type Verdicts } from '@leeward/directory/reason.ts';
import type { Release } from '@leeward/directory/release.ts';
import { sayField, sayLabel } from '@leeward/directory/say/index.ts';
import { indexOf, search } from '@leeward/directory/search.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { type Portable, portableOf, takenAlong } from './model/carry.ts';
import { carryLine } from './model/carry-words.ts';
import { mainReasons } from './model/reasons.ts';
import { searchFields } from './model/search-fields.ts';
import { today } from './model/today.ts';
import { useUnfolded } from './model/unfolded.ts';
import { useWords, type Words } from './model/words.ts';
import type { Asking } from './parts/ask-box.tsx';
import type { Sent } from './parts/next-question.tsx';
import { inTab, type Tab } from './parts/results.tsx';
import type { DirectoryProps } from './root.tsx';
import { Carry } from './screens/carry.tsx';
import { EntryScreen } from './screens/entry.tsx';
import { Find } from './screens/find.tsx';

/** Where she is within the directory. Lives in memory: the address and the history of the browser know nothing of it. */
type Place =
  | { readonly at: 'entry'; readonly id: string }
  | { readonly at: 'carry'; readonly id: string | null };

/** The directory once it is here: her answers, what comes of them, and the way between its screens. */
export function Search({
  isShown,
  back,
  organisation,
  request,
  change: changeRequest,
  toRequest,
  note,
  release,
}: DirectoryProps & { readonly release: Release }) {
  const words = useWords();
  const { d, speaker } = words;
  const { t } = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [query, setQuery] = useState('');
  const [tab, setTab] = useState<Tab | null>(null);
  const unfolded = useUnfolded();
  const [sent, setSent] = useState<Sent | null>(null);
  const [way, setWay] = useState<readonly Place[]>([]);
  const scrolled = useRef(0);
  const opened = useRef('');

  const { byId, verdicts, judged, found } = useFindings(release.entries, answers, query, words);
  const place = way.at(-1);
  const isList = isShown && place === undefined;
  useEffect(() => {
    // Back in the list she finds the place that she came from; the heading that took the focus is far above it.
    if (!isList || scrolled.current === 0) return;
    scrollTo(0, scrolled.current);
    const card = document.querySelector<HTMLElement>(`[data-entry="${opened.current}"] .name`);
    card?.focus({ preventScroll: true });
  }, [isList]);
  if (!isShown) return null;

  const change = (changed: Partial<Answers>): void => setAnswers((current) => ({ ...current, ...changed }));
  const asking: Asking = {
    answers,
    change,
    leaveOpen: (name) => setLeft((current) => new Set([...current, name])),
  };
  const go = (next: Place): void => {
    if (place === undefined) {
      scrolled.current = scrollY;
      opened.current = next.id ?? '';
    }
    setWay([...way, next]);
  };
  const goBack = (): void => setWay(way.slice(0, -1));
  const forget = (): void => {
    setAnswers({});
    setLeft(new Set());
    setSent(null);
    unfolded.fold();
    setTab(null);
  };
  const askFor = (id: string | null) =>
    organisation === '' ? null : (
      <button class="button primary" type="button" onClick={() => go({ at: 'carry', id })}>
        {d('screen.askThem', { name: organisation })}
      </button>
    );

  if (place?.at === 'entry') {
    const entry = byId.get(place.id);
    const verdict = verdicts.get(place.id);
    if (entry === undefined || verdict === undefined) return null;
    return (
      <EntryScreen
        key={place.id}
        entry={entry}
        verdict={verdict}
        others={release.entries.filter(
          (one) => one.id !== entry.id && one.sameForm !== null && one.sameForm === entry.sameForm,
        )}
        open={(id) => go({ at: 'entry', id })}
        asking={asking}
        back={goBack}
        ask={askFor(entry.id)}
      />
    );
  }
  if (place?.at === 'carry') {
    const name = (place.id === null ? undefined : byId.get(place.id))?.name;
    const lineOf = (one: Portable): string => carryLine(speaker, answers, name ?? '', one);
    const taken = (picked: ReadonlySet<Portable>) => takenAlong(request, answers, picked, lineOf);
    return (
      <Carry
        organisation={organisation}
        offered={portableOf(answers, name !== undefined)}
        lineOf={lineOf}
        preview={taken}
        take={(picked) => {
          changeRequest(taken(picked));
          goBack();
          toRequest();
        }}
        back={goBack}
      />
    );
  }
  // Before she has said anything there is no order but that of the names.
  const hasAnswers = Object.values(answers).some((answer) => answer !== undefined);
  const current = tab ?? (hasAnswers ? lists.find((name) => found[name].length > 0) : undefined) ?? 'all';
  return (
    <Find
      results={{
        verdicts: found,
        byId,
        tab: current,
        onTab: setTab,
        unfolded,
        open: (id) => go({ at: 'entry', id }),
        asking: { ...asking, toShort: (code) => setSent({ code, turn: (sent?.turn ?? 0) + 1 }) },
        left,
        isSearching: query.trim() !== '',
        hasAnswers,
      }}
      query={query}
      onQuery={(typed) => {
        setQuery(typed);
        unfolded.fold();
      }}
      change={change}
      forget={forget}
      sent={sent}
      open={judged.ask}
      listText={() =>
        listAsText(
          words,
          inTab(found, current, hasAnswers, byId, words).slice(0, unfolded.shown(current)),
          byId,
        )
      }
      version={release.version}
      head={
        back === null ? null : (
          <button class="link screen-only" type="button" onClick={back}>
            {t('common.back')}
          </button>
        )
      }
      ask={askFor(null)}
      note={note}
    />
  );
}

/** What comes of her answers and of the words that she searches for. Judged anew only where they have changed. */
function useFindings(entries: readonly Entry[], answers: Answers, query: string, { speaker }: Words) {
  const byId = useMemo(() => new Map(entries.map((entry) => [entry.id, entry])), [entries]);
  const judged = useMemo(() => reason(entries, answers, today()), [entries, answers]);
  const verdicts = useMemo(
    () => new Map(lists.flatMap((name) => judged[name].map((verdict) => [verdict.id, verdict] as const))),
    [judged],
  );
  const isSearching = query.trim() !== '';
  // Only for whoever searches: folding all texts takes an old phone a moment.
  const index = useMemo(
    () => (isSearching ? indexOf(entries, (entry) => searchFields(speaker, entry)) : null),
    [entries, speaker, isSearching],
  );
  const found = useMemo((): Verdicts => {
    if (index === null) return judged;
    const hits = new Map(search(index, query).map((id, rank) => [id, rank]));
    const of = (all: readonly Verdict[]): readonly Verdict[] =>
      all.filter(({ id }) => hits.has(id)).sort((a, b) => (hits.get(a.id) ?? 0) - (hits.get(b.id) ?? 0));
    return { fits: of(judged.fits), ask: of(judged.ask), not: of(judged.not) };
  }, [judged, index, query]);
  return { byId, verdicts, judged, found };
}

/** A list as text: for each entry its name, why it stands there, and its address. */
function listAsText(
  { speaker }: Words,
  verdicts: readonly Verdict[],
  byId: ReadonlyMap<string, Entry>,
): string {
  const blocks = verdicts.flatMap((verdict) => {
    const entry = byId.get(verdict.id);
    if (entry === undefined) return [];
    return [
      [
        entry.name,
        sayField(speaker, 'verdict', speaker.text(`list.${verdict.list}`)),
        ...mainReasons(speaker, verdict, 3).map(({ words }) => speaker.text('item', { text: words })),
        sayField(speaker, 'link', speaker.text(entry.link.own ? 'link.own' : 'link.about')),
        entry.link.url,
      ].join('\n'),
    ];
  });
  return `${[sayLabel(speaker, 'notOurs'), ...blocks].join('\n\n')}\n`;
}
