import type { ReactNode } from 'react';

/** Words to be read aloud, numbered, big enough to read from across a table. */
export function CheckWords({
  words,
  label,
}: {
  readonly words: readonly string[];
  readonly label: string;
}): ReactNode {
  return (
    <ol className="check-words card" aria-label={label}>
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, and its place is what counts
        <li key={index}>
          <bdi>{word}</bdi>
        </li>
      ))}
    </ol>
  );
}
