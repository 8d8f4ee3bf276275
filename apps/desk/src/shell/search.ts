import { normal } from '@leeward/names';

/** Whether every word of what was typed stands somewhere in the texts. Nothing typed matches nothing. */
export function matches(query: string, texts: readonly (string | null | undefined)[]): boolean {
  const words = normal(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const hay = texts.map((text) => normal(text ?? '')).join('\n');
  return words.length > 0 && words.every((word) => hay.includes(word));
}
