import { normal } from '@leeward/names';
import type { KeyId } from '../keys/keys.ts';

/** Something that can be gone to or done from the palette. */
export type Entry = {
  readonly id: string;
  readonly label: string;
  /** Beside it: what kind of thing it is. */
  readonly kind: string;
  readonly key?: KeyId;
  readonly run: () => void;
};

/** The entries in which every word that was typed begins some word, those that begin with it first. */
export function fitting(entries: readonly Entry[], typed: string): readonly Entry[] {
  const words = normal(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return entries;
  const scored = entries.flatMap((entry) => {
    const label = normal(entry.label);
    const parts = label.split(' ');
    if (!words.every((word) => parts.some((part) => part.startsWith(word)) || label.includes(word)))
      return [];
    return [{ entry, first: label.startsWith(words[0] ?? '') ? 0 : 1 }];
  });
  return scored.sort((left, right) => left.first - right.first).map(({ entry }) => entry);
}
