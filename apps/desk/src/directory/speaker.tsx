import type { Speaker } from '@leeward/directory/say/speaker.ts';
import { type DoorLocale, formatLocale } from '@leeward/ui';
import { createDirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import { loadDirectoryMessages } from '@leeward/ui/language/load-directory.ts';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';

const spoken = new Map<DoorLocale, Promise<Speaker>>();

/** The directory's voice in one of the door's languages. Rejects where its words cannot be fetched; ask again then. */
export function speakerIn(locale: DoorLocale): Promise<Speaker> {
  const known = spoken.get(locale);
  if (known !== undefined) return known;
  const made = loadDirectoryMessages(locale).then((messages) =>
    createDirectorySpeaker(locale, messages, formatLocale(locale, navigator.languages)),
  );
  spoken.set(locale, made);
  made.catch(() => spoken.delete(locale));
  return made;
}

/** The same for a screen: null while the words are fetched, and where they cannot be. */
export function useSpeakerIn(locale: DoorLocale): Speaker | null {
  const [speaker, setSpeaker] = useState<{ readonly of: DoorLocale; readonly is: Speaker } | null>(null);
  useEffect(() => {
    let current = true;
    speakerIn(locale).then(
      (is) => {
        if (current) setSpeaker({ of: locale, is });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [locale]);
  return speaker?.of === locale ? speaker.is : null;
}

const Context = createContext<Speaker | null>(null);

/** The voice in the language of the screen. Throws outside of `SpeakerProvider`, which is a bug. */
export function useSpeaker(): Speaker {
  const speaker = useContext(Context);
  if (speaker === null) throw new Error('useSpeaker outside of SpeakerProvider');
  return speaker;
}

/**
 * Draws what is below it once the words of the directory are there. While those of another language are fetched, it goes
 * on in the one that it has: what is open and half filled in stays.
 */
export function SpeakerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { t, locale } = useSpeech();
  const spoken = useSpeakerIn(locale);
  const [before, setBefore] = useState(spoken);
  if (spoken !== null && spoken !== before) setBefore(spoken);
  const speaker = spoken ?? before;
  if (speaker === null) return <p className="quiet">{t('common.loading')}</p>;
  return <Context value={speaker}>{children}</Context>;
}
