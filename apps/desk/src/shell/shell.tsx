import { formatNumber } from '@leeward/ui';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Recovery } from '../begin/recovery-screen.tsx';
import { BringScreen } from '../bring/bring-screen.tsx';
import { CaseScreen } from '../cases/case-screen.tsx';
import { CasesScreen } from '../cases/cases-screen.tsx';
import { LookingProvider } from '../directory/find/looking.tsx';
import { DoorScreen } from '../door/door-screen.tsx';
import { DueScreen } from '../due/due-screen.tsx';
import { EnterScreen } from '../enter/enter-screen.tsx';
import { QuestionsScreen } from '../forms/questions-screen.tsx';
import { CustodyScreen } from '../identity/custody-screen.tsx';
import { useSpeech } from '../language/speech.tsx';
import { ListMemoryProvider } from '../list/memory.tsx';
import { LoadScreen } from '../load/load-screen.tsx';
import { MembersScreen } from '../members/members-screen.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { watchTyping } from '../parts/typing.ts';
import { PatternsScreen } from '../patterns/patterns-screen.tsx';
import { ProgrammesScreen } from '../programmes/programmes-screen.tsx';
import { QueueScreen } from '../queue/queue-screen.tsx';
import { sectionsOf } from '../queue/sections.ts';
import { RequestScreen } from '../request/request-screen.tsx';
import { addressOf, type Route, routeOf, useHash } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useView } from '../session/use-session.tsx';
import { AboutScreen } from '../settings/about-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { TodayScreen } from '../today/today-screen.tsx';
import { useDay } from '../today/use-day.ts';
import { WordsScreen } from '../words/words-screen.tsx';
import { alertGroups } from './alert-groups.ts';
import { AlertBar, AlertsScreen } from './alerts.tsx';
import { Reach } from './reach.tsx';
import { SearchResults } from './search/search-results.tsx';
import { OfflineNote, OpeningProgress, StatusMark } from './status.tsx';

/** The directory brings its own words, reasoning and pictures: they come when somebody goes there. */
const DirectoryScreen = lazy(async () => ({
  default: (await import('../directory/directory-screen.tsx')).DirectoryScreen,
}));

/** The frame around every screen of an open session. */
export function Shell({
  onLock,
  onRecovery,
}: {
  readonly onLock: () => void;
  readonly onRecovery: (recovery: Recovery) => void;
}): ReactNode {
  const { t } = useSpeech();
  const hash = useHash();
  const route = routeOf(hash);
  const [query, setQuery] = useState('');
  const [entered, setEntered] = useState(0);
  const [menu, setMenu] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useEffect(watchTyping, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere ends the search and closes the menu
  useEffect(() => {
    setQuery('');
    setMenu(false);
  }, [hash]);

  return (
    <div className="shell">
      <button type="button" className="button skip visually-hidden" onClick={skipToContent}>
        {t('shell.skip')}
      </button>
      <header className="side screen-only">
        <div className="side-head">
          <span className="mark">{t('shell.mark')}</span>
          <button
            type="button"
            className="button menu-button"
            aria-expanded={menu}
            aria-controls="menu"
            onClick={() => setMenu(!menu)}
          >
            {t('shell.menu')}
          </button>
        </div>
        <div id="menu" className={menu ? 'menu shown' : 'menu'}>
          <Navigation route={route} />
          <div className="side-foot">
            <Reach search={search} onLock={onLock} />
            <button type="button" className="button quiet lock" onClick={onLock}>
              {t('shell.lock')}
            </button>
          </div>
        </div>
        <StatusMark />
      </header>
      <main id="content" tabIndex={-1}>
        {/* The directory has a field of its own to look in: two of them would be one too many. */}
        <div className="top screen-only" hidden={route.name === 'directory'}>
          <label className="search">
            <span className="visually-hidden">{t('shell.search')}</span>
            <input
              ref={search}
              id="search"
              type="search"
              value={query}
              placeholder={t('shell.search')}
              autoComplete="off"
              spellCheck={false}
              dir={typedDirection(query)}
              onChange={(event) => setQuery(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setQuery('');
                if (event.key !== 'ArrowDown') return;
                event.preventDefault();
                setEntered(entered + 1);
              }}
            />
            <span className="key" aria-hidden="true">
              /
            </span>
          </label>
        </div>
        {route.name === 'alerts' ? null : <AlertBar />}
        <OfflineNote />
        <OpeningProgress />
        <ListMemoryProvider>
          <LookingProvider>
            {query.trim() === '' ? (
              <Place route={route} onRecovery={onRecovery} />
            ) : (
              <SearchResults query={query} entered={entered} />
            )}
          </LookingProvider>
        </ListMemoryProvider>
      </main>
    </div>
  );
}

/** A button and not a link: the part behind the # is our address, which a link into the page would change. */
function skipToContent(): void {
  document.getElementById('content')?.focus();
}

function Navigation({ route }: { readonly route: Route }): ReactNode {
  const { t, numbers } = useSpeech();
  const { me, alerts } = useOpenSession();
  const queue = useView('queue', {});
  const cases = useView('cases', {});
  const custody = useView('custody', {});
  const day = useDay();
  const waiting = queue?.ok === true ? sectionsOf(queue.value, me.member).now.length : 0;
  const places = [
    {
      name: 'today',
      href: addressOf({ name: 'today' }),
      label: t('today.title'),
      count: day?.now.length ?? 0,
    },
    {
      name: 'requests',
      href: addressOf({ name: 'requests', tab: 'now' }),
      label: t('shell.requests'),
      count: waiting,
    },
    {
      name: 'cases',
      href: addressOf({ name: 'cases' }),
      label: t('shell.cases'),
      count: cases?.ok === true ? cases.value.length : 0,
    },
    {
      name: 'due',
      href: addressOf({ name: 'due' }),
      label: t('due.title'),
      count: day?.running.filter(({ kind }) => kind === 'due').length ?? 0,
    },
    {
      name: 'directory',
      href: addressOf({ name: 'directory', part: 'find', record: null }),
      label: t('shell.directory'),
      count: 0,
    },
    ...(custody?.ok === true && custody.value !== null
      ? [
          {
            name: 'custody',
            href: addressOf({ name: 'custody' }),
            label: t('custody.title'),
            count: custody.value.questions.length,
          },
        ]
      : []),
    { name: 'members', href: addressOf({ name: 'members' }), label: t('shell.members'), count: 0 },
    { name: 'door', href: addressOf({ name: 'door' }), label: t('shell.door'), count: 0 },
    {
      name: 'alerts',
      href: addressOf({ name: 'alerts' }),
      label: t('shell.alerts'),
      count: alertGroups(alerts).length,
    },
    { name: 'settings', href: addressOf({ name: 'settings' }), label: t('shell.settings'), count: 0 },
  ];
  const current =
    {
      request: 'requests',
      enter: 'requests',
      words: 'requests',
      case: 'cases',
      patterns: 'cases',
      about: 'settings',
      questions: 'door',
      programmes: 'settings',
    }[route.name as string] ?? route.name;
  return (
    <nav aria-label={t('shell.navigation')}>
      {places.map((place) => (
        <a key={place.name} href={place.href} aria-current={place.name === current ? 'page' : undefined}>
          {place.label}
          {place.count > 0 ? <span className="num">{formatNumber(numbers, place.count)}</span> : null}
        </a>
      ))}
    </nav>
  );
}

/** The screen of a route. Its key is the route: another record is another screen, with nothing left of the one before. */
function Place({
  route,
  onRecovery,
}: {
  readonly route: Route;
  readonly onRecovery: (recovery: Recovery) => void;
}): ReactNode {
  switch (route.name) {
    case 'today':
      return <TodayScreen />;
    case 'enter':
      return <EnterScreen />;
    case 'words':
      return <WordsScreen />;
    case 'requests':
      return <QueueScreen tab={route.tab} />;
    case 'request':
      return <RequestScreen key={`${route.record} ${route.part}`} record={route.record} part={route.part} />;
    case 'due':
      return <DueScreen />;
    case 'bring':
      return <BringScreen />;
    case 'cases':
      return <CasesScreen />;
    case 'load':
      return <LoadScreen />;
    case 'patterns':
      return <PatternsScreen />;
    case 'case':
      return (
        <CaseScreen
          key={route.record}
          record={route.record}
          part={route.part ?? null}
          item={route.item ?? null}
        />
      );
    case 'directory':
      return (
        <Suspense fallback={null}>
          <DirectoryScreen key={addressOf(route)} route={route} />
        </Suspense>
      );
    case 'custody':
      return <CustodyScreen />;
    case 'members':
      return <MembersScreen />;
    case 'door':
      return <DoorScreen />;
    case 'programmes':
      return <ProgrammesScreen />;
    case 'questions':
      return <QuestionsScreen />;
    case 'alerts':
      return <AlertsScreen />;
    case 'settings':
      return <SettingsScreen onRecovery={onRecovery} />;
    case 'about':
      return <AboutScreen />;
  }
}
