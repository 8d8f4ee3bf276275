import { regions } from '@leeward/directory';
import { sayPlace } from '@leeward/directory/say/index.ts';
import { countries, languageName } from '@leeward/ui';
import { languages as knownLanguages } from '@leeward/vocabulary';
import { useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import type { Choice } from '../find/checklist.tsx';
import { useSpeaker } from '../speaker.tsx';

/** What every editor of a field takes. */
export type EditorProps<Value> = {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** The places that an entry may name: everywhere, parts of the world, countries. */
export function usePlaces(): readonly Choice[] {
  const speaker = useSpeaker();
  const { numbers } = useSpeech();
  return useMemo(
    () => [
      ...['any', ...Object.keys(regions)].map((code) => ({
        code,
        name: speaker.capital(sayPlace(speaker, code)),
      })),
      ...countries(numbers),
    ],
    [speaker, numbers],
  );
}

/** The languages that an entry may name, sorted for the reader. */
export function useLanguages(): readonly Choice[] {
  const { numbers } = useSpeech();
  return useMemo(() => {
    const order = new Intl.Collator(numbers).compare;
    return knownLanguages
      .map((code) => ({ code: code as string, name: languageName(numbers, code) }))
      .sort((a, b) => order(a.name, b.name));
  }, [numbers]);
}
