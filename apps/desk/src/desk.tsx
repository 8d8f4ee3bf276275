import type { DeskKey, DeskLocale, Messages } from '@leeward/ui';
import { loadMessages } from '@leeward/ui/language/load-desk.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { App } from './app.tsx';
import { SpeechProvider } from './language/speech.tsx';
import { ClockProvider } from './parts/clock.tsx';
import { ErrorStop } from './parts/error-stop.tsx';
import { LookAroundProvider } from './sample/look-around.tsx';
import { SampleBar } from './sample/sample-bar.tsx';
import { ReleaseBar } from './service-worker/release-bar.tsx';
import { SessionProvider } from './session/use-session.tsx';
import {
  type DeviceSettings,
  keepSettings,
  pageStorage,
  readSettings,
  settingsKey,
} from './settings/device-settings.ts';
import { SettingsProvider } from './settings/settings-context.tsx';

type Props = {
  readonly session: Session;
  readonly settings: DeviceSettings;
  /** The texts of the language in the settings, loaded before anything is drawn. */
  readonly messages: Messages<DeskKey>;
};

/** The whole desk over a session: language, settings and the screens. */
export function Desk({ session, settings: first, messages: firstMessages }: Props): ReactNode {
  const [settings, setSettings] = useState(first);
  const [spoken, setSpoken] = useState({ locale: first.locale, messages: firstMessages });
  const change = useCallback((part: Partial<DeviceSettings>) => {
    setSettings((before) => {
      const after = { ...before, ...part };
      keepSettings(pageStorage(), after);
      return after;
    });
  }, []);
  /** Where the texts cannot be fetched now, the screen stays in the language that it has. */
  const speak = useCallback((locale: DeskLocale, spoken: () => void) => {
    loadMessages(locale).then(
      (messages) => {
        setSpoken({ locale, messages });
        spoken();
      },
      () => undefined,
    );
  }, []);
  const setLocale = useCallback(
    (locale: DeskLocale) => speak(locale, () => change({ locale })),
    [speak, change],
  );
  useEffect(() => {
    // What is chosen in another window of this browser holds here too.
    const follow = ({ key }: StorageEvent): void => {
      if (key !== settingsKey) return;
      const chosen = readSettings(pageStorage(), navigator.languages);
      speak(chosen.locale, () => setSettings(chosen));
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, [speak]);
  const value = useMemo(() => ({ settings, change }), [settings, change]);
  return (
    <SettingsProvider value={value}>
      <SpeechProvider
        locale={spoken.locale}
        messages={spoken.messages}
        wanted={settings.calendar}
        setLocale={setLocale}
      >
        <LookAroundProvider session={session}>
          {(current) => (
            <SessionProvider key={current === session ? 'own' : 'sample'} session={current}>
              <ReleaseBar />
              <SampleBar />
              <ErrorStop>
                <ClockProvider>
                  <App />
                </ClockProvider>
              </ErrorStop>
            </SessionProvider>
          )}
        </LookAroundProvider>
      </SpeechProvider>
    </SettingsProvider>
  );
}
