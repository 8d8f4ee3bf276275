import type { DirectorySpeaker } from '@leeward/ui/language/directory-speaker.ts';
import type { DirectoryKey } from '@leeward/ui/language/keys.ts';
import type { DoorLocale } from '@leeward/ui/language/languages.ts';
import type { MessageValues } from '@leeward/ui/language/message.ts';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The words of the directory in the language that the page speaks now. */
export type Words = {
  readonly locale: DoorLocale;
  /** For numbers and dates: the reader's own regional form. */
  readonly tag: string;
  readonly d: (key: DirectoryKey, values?: MessageValues) => string;
  /** For the sentences of the directory. */
  readonly speaker: DirectorySpeaker;
};

const WordsContext = createContext<Words | null>(null);
export const WordsProvider = WordsContext.Provider;

/** @throws Error outside of the provider: a bug. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('no words');
  return words;
}
