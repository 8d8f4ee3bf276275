import type { DeskKey, DeskLocale, Messages, Translator } from '@leeward/ui';
import {
  createTranslator,
  type Direction,
  direction,
  formatLocale,
  setDocumentDigits,
  setDocumentLanguage,
} from '@leeward/ui';
import { type Calendar, calendarFor, withCalendar } from '@leeward/ui/calendar/calendars.ts';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';

/** One language, as a screen speaks it. */
export type Speech = {
  readonly t: Translator<DeskKey>;
  readonly locale: DeskLocale;
  /** The tag for numbers and dates: the reader's own regional form, in the calendar in which she reads. */
  readonly numbers: string;
  readonly calendar: Calendar;
  /** Whether this browser lacks the calendar that was chosen, and the Gregorian one stands in for it. */
  readonly lacksCalendar: boolean;
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

const loadDesk = async (locale: DeskLocale): Promise<Messages<DeskKey>> =>
  (await import('@leeward/ui/language/load-desk.ts')).loadMessages(locale);

/**
 * Lets a part of a screen speak another language of the desk: a paper for somebody who reads that one. The page itself
 * goes on in its own.
 */
export function OtherSpeech({
  locale,
  children,
}: {
  readonly locale: DeskLocale;
  readonly children: ReactNode;
}): ReactNode {
  const own = useSpeech();
  const [messages, setMessages] = useState<{
    readonly locale: DeskLocale;
    readonly texts: Messages<DeskKey>;
  } | null>(null);
  useEffect(() => {
    let current = true;
    // Fetched when a paper asks for it: what only speaks must not need the texts of every language.
    loadDesk(locale).then(
      (texts) => {
        if (current) setMessages({ locale, texts });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [locale]);
  const other = useMemo((): Speech | null => {
    if (locale === own.locale) return own;
    if (messages?.locale !== locale) return null;
    const regional = formatLocale(locale, []);
    const { calendar, lacks } = calendarFor(null, regional);
    const numbers = withCalendar(regional, calendar);
    return {
      ...own,
      t: createTranslator(locale, messages.texts, numbers),
      locale,
      numbers,
      calendar,
      lacksCalendar: lacks,
      direction: direction(locale),
    };
  }, [locale, messages, own]);
  if (other === null) return <p className="quiet">{own.t('common.loading')}</p>;
  return (
    <Context value={other}>
      <I18nProvider locale={other.numbers}>
        <div lang={locale} dir={other.direction}>
          {children}
        </div>
      </I18nProvider>
    </Context>
  );
}

type Props = {
  readonly locale: DeskLocale;
  readonly messages: Messages<DeskKey>;
  /** The calendar that was chosen; null for that of the language. */
  readonly wanted?: Calendar | null;
  readonly setLocale: (locale: DeskLocale) => void;
  readonly children: ReactNode;
};

export function SpeechProvider({ locale, messages, wanted = null, setLocale, children }: Props): ReactNode {
  const speech = useMemo((): Speech => {
    const regional = formatLocale(locale, navigator.languages);
    const { calendar, lacks } = calendarFor(wanted, regional);
    const numbers = withCalendar(regional, calendar);
    return {
      t: createTranslator(locale, messages, numbers),
      locale,
      numbers,
      calendar,
      lacksCalendar: lacks,
      direction: direction(locale),
      setLocale,
    };
  }, [locale, messages, wanted, setLocale]);
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
