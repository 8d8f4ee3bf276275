import { declineReasons } from '@leeward/domain/request/events.ts';
import { createTranslator, type DeskLocale } from '@leeward/ui';
import { loadMessages } from '@leeward/ui/language/load-desk.ts';
import { useEffect, useState } from 'react';
import { useView } from '../session/use-session.tsx';
import { type DeclineReason, keptWords, type Templates } from './decline.ts';

/**
 * The words for each reason that came with Leeward, in the language of whoever will read them: not in that of the screen.
 * Rejects where the texts cannot be fetched.
 */
export async function templatesIn(locale: DeskLocale): Promise<Readonly<Record<DeclineReason, string>>> {
  const t = createTranslator(locale, await loadMessages(locale));
  const entries = declineReasons.items.map(({ code }) => [code, t(`decline.template.${code}`)] as const);
  return Object.fromEntries(entries) as Record<DeclineReason, string>;
}

/** The same for a screen; null while they are fetched, and where there are none in this language. */
export function useBuiltInWords(locale: DeskLocale | null): Templates | null {
  const [found, setFound] = useState<{ readonly locale: DeskLocale; readonly words: Templates } | null>(null);
  useEffect(() => {
    if (locale === null) return;
    let current = true;
    templatesIn(locale).then(
      (words) => {
        if (current) setFound({ locale, words });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [locale]);
  return found !== null && found.locale === locale ? found.words : null;
}

/** The prepared words in a language: the team's own where it has kept some, else those that came with Leeward. */
export function useTemplates(language: string, builtIn: DeskLocale | null): Templates {
  const answer = useView('preparedWords', {});
  const words = useBuiltInWords(builtIn);
  return { ...words, ...keptWords(answer?.ok === true ? answer.value : [], language) };
}

/** Whether the team has kept words of its own in a language that the desk does not speak. */
export function useHasWords(language: string): boolean {
  const answer = useView('preparedWords', {});
  return answer?.ok === true && answer.value.some((one) => one.language === language);
}
