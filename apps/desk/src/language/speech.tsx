import type { DeskKey, DeskLocale, Messages, Translator } from '@leeward/ui';
import {
  createTranslator,
  type Direction,
  direction,
  formatLocale,
  setDocumentDigits,
  setDocumentLanguage,
} from '@leeward/ui';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

/** One language, as a screen speaks it. */
export type Speech = {
  readonly t: Translator<DeskKey>;
  readonly locale: DeskLocale;
  /** The tag for numbers and dates: the reader's own regional form. */
  readonly numbers: string;
  readonly direction: Direction;
  readonly setLocale: (locale: DeskLocale) => void;
};

const Context = createContext<Speech | null>(null);

/** The language of the screen. Throws outside of `SpeechProvider`, which is a bug. */
export function useSpeech(): Speech {
  const speech = useContext(Context);
  if (speech === null) throw new Error('useSpeech outside of SpeechProvider');
  return speech;
}

type Props = {
  readonly locale: DeskLocale;
  readonly messages: Messages<DeskKey>;
  readonly setLocale: (locale: DeskLocale) => void;
  readonly children: ReactNode;
};

export function SpeechProvider({ locale, messages, setLocale, children }: Props): ReactNode {
  const speech = useMemo((): Speech => {
    const numbers = formatLocale(locale, navigator.languages);
    return {
      t: createTranslator(locale, messages, numbers),
      locale,
      numbers,
      direction: direction(locale),
      setLocale,
    };
  }, [locale, messages, setLocale]);
  useLayoutEffect(() => {
    setDocumentLanguage(locale);
    setDocumentDigits(speech.numbers);
  }, [locale, speech.numbers]);
  return (
    <Context value={speech}>
      <I18nProvider locale={speech.numbers}>{children}</I18nProvider>
    </Context>
  );
}
