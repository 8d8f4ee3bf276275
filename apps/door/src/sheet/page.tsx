import { builtAt } from 'virtual:leeward-built-at';
import { type DoorLocale, isDoorLocale } from '@leeward/ui/language/languages.ts';
import { createDoorClient } from '@leeward/workspace/door/client.ts';
import { type OpenSheet, openSheet, type SheetProblem } from '@leeward/workspace/door/sheet.ts';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Language, LanguageProvider, loadLanguage, speak } from '../model/language.ts';
import { guardUnsent, listenForEscape } from '../model/leaving.ts';
import { Bar } from '../parts/bar.tsx';
import { Frame } from '../parts/frame.tsx';
import { LostProtections } from '../parts/lost-protections.tsx';
import { ClosedSheet } from './closed-sheet.tsx';
import { Questions } from './questions.tsx';

const client = createDoorClient({ origin: location.origin });

type Seen =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly sheet: OpenSheet }
  | { readonly state: 'closed'; readonly problem: SheetProblem };

/** The page. What is typed lives here and nowhere else: it is gone when the page is closed. */
export function SheetPage({ first }: { readonly first: Language }) {
  const [language, setLanguage] = useState(first);
  const [seen, setSeen] = useState<Seen>({ state: 'opening' });
  const [round, setRound] = useState(0);
  const isChosen = useRef(false);
  const unsent = useRef(false);
  const now = useRef(language.locale);
  now.current = language.locale;

  /** The language that was asked for last: on a slow line an earlier one may come after it. */
  const wanted = useRef(first.locale);
  const speakIn = useCallback(async (locale: DoorLocale): Promise<void> => {
    wanted.current = locale;
    const loaded = await loadLanguage(locale, 'whole').catch(() => null);
    if (loaded === null || wanted.current !== locale) return;
    speak(loaded);
    setLanguage(loaded);
  }, []);

  useEffect(() => listenForEscape(() => now.current), []);
  useEffect(() => guardUnsent(() => unsent.current), []);
  useEffect(() => {
    const again = (): void => setRound((count) => count + 1);
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  useEffect(() => {
    const stop = new AbortController();
    setSeen({ state: 'opening' });
    void openSheet(location.hash, {
      client,
      now: Math.floor(Date.now() / 1000),
      builtAt,
      signal: stop.signal,
    }).then((opened) => {
      if (stop.signal.aborted) return;
      setSeen(
        opened.ok ? { state: 'open', sheet: opened.value } : { state: 'closed', problem: opened.error },
      );
      // In the language in which whoever asks wrote to this reader, unless she has chosen another.
      const wanted = opened.ok ? opened.value.message.language : '';
      if (isDoorLocale(wanted) && !isChosen.current && wanted !== now.current) void speakIn(wanted);
    });
    return () => stop.abort();
  }, [round, speakIn]);

  const { t } = language;
  return (
    <LanguageProvider value={language}>
      <Bar
        onLanguage={(locale) => {
          isChosen.current = true;
          void speakIn(locale);
        }}
      />
      <main class="page">
        {seen.state === 'opening' ? (
          <Frame key="opening" title={t('common.loading')} lead={t('shell.loading')} />
        ) : null}
        {seen.state === 'closed' ? (
          <ClosedSheet problem={seen.problem} again={() => setRound((count) => count + 1)} />
        ) : null}
        {seen.state === 'open' ? (
          <>
            <LostProtections />
            <Questions
              key={round}
              sheet={seen.sheet}
              client={client}
              onUnsent={(isUnsent) => {
                unsent.current = isUnsent;
              }}
              again={() => setRound((count) => count + 1)}
            />
          </>
        ) : null}
      </main>
    </LanguageProvider>
  );
}
