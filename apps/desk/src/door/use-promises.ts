import { createTranslator, type DoorLocale, isDoorLocale } from '@leeward/ui';
import { loadPromiseMessages } from '@leeward/ui/language/load-promise.ts';
import { useEffect, useState } from 'react';
import { type SayPromise, sayPromiseWith } from './promise.ts';

const none: ReadonlyMap<string, SayPromise> = new Map();

/** The ready sentences in these languages, as they come; a language that cannot be fetched stays away. */
export function usePromises(languages: readonly string[]): ReadonlyMap<string, SayPromise> {
  const [says, setSays] = useState(none);
  const wanted = languages.join(' ');
  useEffect(() => {
    let current = true;
    const load = async (locale: DoorLocale): Promise<void> => {
      const say = sayPromiseWith(createTranslator(locale, await loadPromiseMessages(locale)));
      if (current) setSays((before) => new Map(before).set(locale, say));
    };
    // Without one of them its field is empty and can be written by hand.
    for (const locale of wanted.split(' ').filter(isDoorLocale)) load(locale).catch(() => undefined);
    return () => {
      current = false;
    };
  }, [wanted]);
  return says;
}
