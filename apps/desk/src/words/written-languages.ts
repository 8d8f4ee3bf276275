import { deskLanguages, doorLanguages } from '@leeward/ui';

/** The languages in which words are prepared: those of the door and the desk, and the one that is asked for. */
export function writtenLanguages(asked: string): readonly string[] {
  const tags = [...deskLanguages, ...doorLanguages].map((language) => language.tag);
  return [...new Set<string>([...tags, asked])].sort();
}
