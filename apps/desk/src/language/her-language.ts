import {
  createTranslator,
  type DoorKey,
  type DoorLocale,
  formatLocale,
  isDoorLocale,
  type Translator,
} from '@leeward/ui';
import { loadMessages } from '@leeward/ui/language/load-door.ts';
import { useEffect, useState } from 'react';

/** The words of her page, in her language. */
export type HerSpeech = {
  readonly locale: DoorLocale;
  /** For numbers and dates. */
  readonly tag: string;
  readonly t: Translator<DoorKey>;
};

/** The language of a door in which somebody reads; English where her page had none, or one that we do not speak. */
export function doorLocaleOf(tag: string): DoorLocale {
  const language = tag.split('-')[0] ?? '';
  return isDoorLocale(language) ? language : 'en';
}

/** What her page says, so that a preview says the same; null while its texts come, or where they cannot be fetched. */
export function useHerSpeech(tag: string): HerSpeech | null {
  const locale = doorLocaleOf(tag);
  const [speech, setSpeech] = useState<HerSpeech | null>(null);
  useEffect(() => {
    let current = true;
    loadMessages(locale).then(
      (messages) => {
        const numbers = formatLocale(locale, [tag]);
        if (current) setSpeech({ locale, tag: numbers, t: createTranslator(locale, messages, numbers) });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [locale, tag]);
  return speech?.locale === locale ? speech : null;
}
