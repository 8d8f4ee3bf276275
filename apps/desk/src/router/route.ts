import { useCallback, useSyncExternalStore } from 'react';

/*
 * Where one is, kept behind the # of the address: that part is never sent to a server, so that no log of a proxy can
 * say which record somebody opened.
 */

export const queueTabs = ['now', 'mine', 'answered', 'declined', 'closed', 'aside', 'all'] as const;
export type QueueTab = (typeof queueTabs)[number];

export type Route =
  | { readonly name: 'today' | 'enter' | 'words' | 'due' | 'load' }
  | { readonly name: 'requests'; readonly tab: QueueTab }
  | { readonly name: 'request'; readonly record: string; readonly part: 'talk' | 'decline' | 'case' }
  | { readonly name: 'cases' | 'bring' | 'patterns' }
  /** `part`: one part of the file, such as `people`; `item`: one thing in it, by its id. */
  | { readonly name: 'case'; readonly record: string; readonly part?: string; readonly item?: string }
  | ({ readonly name: 'directory' } & DirectoryPart)
  | { readonly name: 'custody' }
  | { readonly name: 'members' | 'door' | 'questions' | 'programmes' | 'alerts' | 'settings' | 'about' };

/** Where one is in the directory. `record`: the request for which somebody looks, or null. */
export type DirectoryPart =
  | { readonly part: 'find' | 'list'; readonly record: string | null }
  | { readonly part: 'entry'; readonly record: string | null; readonly mechanism: string }
  | { readonly part: 'change'; readonly mechanism: string }
  | { readonly part: 'work' | 'pictures' | 'release' | 'add' };

/** The address of a route, for links. */
export function addressOf(route: Route): string {
  switch (route.name) {
    case 'requests':
      return route.tab === 'now' ? '#/requests' : `#/requests/${route.tab}`;
    case 'request':
      return route.part === 'talk' ? `#/request/${route.record}` : `#/request/${route.record}/${route.part}`;
    case 'case':
      return ['#/case', route.record, route.part, route.item].filter((one) => one !== undefined).join('/');
    case 'directory':
      return `#/directory${directoryAddress(route)}`;
    default:
      return `#/${route.name}`;
  }
}

/** Reads an address; whatever is not understood leads to the day. */
export function routeOf(hash: string): Route {
  const [name = '', second = '', third = '', fourth = ''] = hash.replace(/^#\/?/, '').split('/');
  const home: Route = { name: 'today' };
  switch (name) {
    case 'requests':
      return { name, tab: queueTabs.find((tab) => tab === second) ?? 'now' };
    case 'request':
      if (!isRecord(second)) return home;
      return { name, record: second, part: third === 'decline' || third === 'case' ? third : 'talk' };
    case 'case':
      if (!isRecord(second)) return { name: 'cases' };
      return { name, record: second, ...casePartOf(third, fourth) };
    case 'directory':
      return { name, ...directoryPartOf(hash.replace(/^#\/directory\/?/, '').split('/')) };
    case 'today':
    case 'enter':
    case 'words':
    case 'due':
    case 'load':
    case 'cases':
    case 'bring':
    case 'patterns':
    case 'members':
    case 'door':
    case 'questions':
    case 'programmes':
    case 'alerts':
    case 'settings':
    case 'custody':
    case 'about':
      return { name };
    default:
      return home;
  }
}

/** Which parts there are is known by the file itself; here it is only kept that nothing else gets into an address. */
function casePartOf(part: string, item: string): { readonly part?: string; readonly item?: string } {
  if (!/^[a-z]{1,20}$/.test(part)) return {};
  return /^[0-9a-z-]{1,160}$/.test(item) ? { part, item } : { part };
}

function directoryAddress(route: DirectoryPart): string {
  switch (route.part) {
    case 'find':
      return route.record === null ? '' : `/for/${route.record}`;
    case 'list':
      return route.record === null ? '/list' : `/for/${route.record}/list`;
    case 'entry':
      return `${route.record === null ? '' : `/for/${route.record}`}/entry/${route.mechanism}`;
    case 'change':
      return `/change/${route.mechanism}`;
    default:
      return `/${route.part}`;
  }
}

function directoryPartOf(parts: readonly string[]): DirectoryPart {
  const [first = '', second = ''] = parts;
  const isFor = first === 'for' && isRecord(second);
  const record = isFor ? second : null;
  const [part = '', mechanism = ''] = isFor ? parts.slice(2) : parts;
  switch (part) {
    case 'entry':
      return isMechanism(mechanism) ? { part, record, mechanism } : { part: 'find', record };
    case 'change':
      return isMechanism(mechanism) ? { part, mechanism } : { part: 'find', record };
    case 'work':
    case 'pictures':
    case 'release':
    case 'add':
      return { part };
    default:
      return { part: part === 'list' ? 'list' : 'find', record };
  }
}

/** Places within a screen to which an address can lead: the first steps do. */
const places = {
  door: ['languages', 'promise', 'contacts', 'publish', 'link'],
  members: ['second', 'compare'],
  settings: ['devices', 'recovery', 'passkey', 'call'],
} as const;

export type Place = {
  readonly [Name in keyof typeof places]: {
    readonly name: Name;
    readonly place: (typeof places)[Name][number];
  };
}[keyof typeof places];

/** The address of a place within a screen. */
export const addressOfPlace = ({ name, place }: Place): string => `#/${name}/${place}`;

/** The place within its screen that an address leads to; null for the screen as a whole. */
export function placeIn(hash: string): Place['place'] | null {
  const [name = '', place = ''] = hash.replace(/^#\/?/, '').split('/');
  const known: readonly Place['place'][] =
    name === 'door' || name === 'members' || name === 'settings' ? places[name] : [];
  return known.find((one) => one === place) ?? null;
}

/** The invitation in an address, `#join=...` as it was handed over; null where there is none. */
export function invitationIn(hash: string): string | null {
  return hash.startsWith('#join=') && hash.length > '#join='.length ? hash : null;
}

/** The link for a second device in an address, `#device=...` as a camera opened it; null where there is none. */
export function deviceLinkIn(hash: string): string | null {
  return hash.startsWith('#device=') && hash.length > '#device='.length ? hash : null;
}

/** Goes somewhere. */
export function go(route: Route): void {
  window.location.hash = addressOf(route);
}

/**
 * Taken before something is waited for: leads on from here once it is done, and nowhere if she has gone elsewhere
 * meanwhile, where she may be writing something by now.
 */
export function goFromHere(): (route: Route) => void {
  const here = window.location.hash;
  return (route) => {
    if (window.location.hash === here) go(route);
  };
}

/** The part of the address behind the #, at every change. */
export function useHash(): string {
  const subscribe = useCallback((listener: () => void) => {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  }, []);
  return useSyncExternalStore(subscribe, () => window.location.hash);
}

function isRecord(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

function isMechanism(text: string): boolean {
  return /^(?=.{1,120}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
