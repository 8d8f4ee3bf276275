import { deskLanguages, languageName } from '@leeward/ui';
import { type ReactNode, type RefObject, useState } from 'react';
import { createPortal } from 'react-dom';
import { allPlaces } from '../cases/nav/groups.ts';
import { useSpeech } from '../language/speech.tsx';
import { tabKeys } from '../queue/tab-keys.ts';
import { addressOf, go, queueTabs, type Route, routeOf, useHash } from '../router/route.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { KeyHint } from './keys/key-hint.tsx';
import { KeyMap, keyWords } from './keys/key-map.tsx';
import type { KeyId } from './keys/keys.ts';
import { useKeys } from './keys/use-keys.ts';
import type { Entry } from './palette/entries.ts';
import { Palette } from './palette/palette.tsx';

/** Places that have a key of their own. */
const keyed = {
  today: { name: 'today' },
  requests: { name: 'requests', tab: 'now' },
  cases: { name: 'cases' },
  directory: { name: 'directory', part: 'find', record: null },
  members: { name: 'members' },
  door: { name: 'door' },
  alerts: { name: 'alerts' },
  settings: { name: 'settings' },
} as const satisfies Partial<Record<KeyId, Route>>;
type Keyed = keyof typeof keyed;

/** Places without one. */
const others = [
  ['enter', 'enter.title', { name: 'enter' }],
  ['words', 'words.title', { name: 'words' }],
  ['about', 'about.title', { name: 'about' }],
] as const satisfies readonly (readonly [string, string, Route])[];

const isKeyed = (id: KeyId): id is Keyed => id in keyed;
const focusOn = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();

/** Everything within reach of the keyboard: the palette, the map of keys, and the keys themselves. */
export function Reach({
  search,
  onLock,
}: {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onLock: () => void;
}): ReactNode {
  const { t, setLocale } = useSpeech();
  const { settings } = useSettings();
  const [over, setOver] = useState<'palette' | 'keys' | null>(null);

  const route = routeOf(useHash());

  const entries: readonly Entry[] = [
    // Whoever is in a file most often goes to another part of it.
    ...(route.name === 'case' ? allPlaces : []).map(
      ({ name, title }): Entry => ({
        id: `part ${name}`,
        label: t(title),
        kind: t('case.parts'),
        run: () => {
          if (route.name !== 'case') return;
          const { record } = route;
          go(name === 'file' ? { name: 'case', record } : { name: 'case', record, part: name });
        },
      }),
    ),
    ...(Object.keys(keyed) as Keyed[]).map(
      (name): Entry => ({
        id: name,
        label: t(keyWords[name]),
        kind: t('palette.place'),
        key: name,
        run: () => go(keyed[name]),
      }),
    ),
    ...others.map(
      ([id, words, route]): Entry => ({
        id,
        label: t(words),
        kind: t('palette.place'),
        run: () => go(route),
      }),
    ),
    ...queueTabs.map(
      (tab): Entry => ({
        id: addressOf({ name: 'requests', tab }),
        label: `${t('shell.requests')}: ${t(tabKeys[tab])}`,
        kind: t('palette.place'),
        run: () => go({ name: 'requests', tab }),
      }),
    ),
    {
      id: 'search',
      label: t('shell.search'),
      kind: t('palette.act'),
      key: 'search',
      run: () => search.current?.focus(),
    },
    { id: 'map', label: t('keys.title'), kind: t('palette.act'), key: 'map', run: () => setOver('keys') },
    { id: 'lock', label: t('shell.lock'), kind: t('palette.act'), run: onLock },
    ...deskLanguages.map(
      ({ tag }): Entry => ({
        id: `language ${tag}`,
        label: languageName(tag, tag),
        kind: t('settings.language'),
        run: () => setLocale(tag),
      }),
    ),
  ];

  const hear = (id: KeyId): void => {
    if (isKeyed(id)) go(keyed[id]);
    else
      ({
        palette: () => setOver(over === 'palette' ? null : 'palette'),
        map: () => setOver('keys'),
        search: () => search.current?.focus(),
        find: () => focusOn('[data-find]'),
        list: () => focusOn('.window-row[tabindex="0"], a[data-result], .moment[tabindex="0"]'),
        select: () => document.querySelector<HTMLElement>('[data-act=select]')?.click(),
      })[id]();
  };
  useKeys(settings.keys, hear);

  return (
    <>
      <button type="button" className="button quiet reach" onClick={() => setOver('palette')}>
        {t('palette.title')} <KeyHint id="palette" />
      </button>
      <button type="button" className="button quiet reach" onClick={() => setOver('keys')}>
        {t('keys.title')} <KeyHint id="map" />
      </button>
      {over === null
        ? null
        : createPortal(
            over === 'palette' ? (
              <Palette entries={entries} onClose={() => setOver(null)} />
            ) : (
              <KeyMap onClose={() => setOver(null)} />
            ),
            document.body,
          )}
    </>
  );
}
