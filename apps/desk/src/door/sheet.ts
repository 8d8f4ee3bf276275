import type { DoorTexts } from '@leeward/workspace/desk/door-contract.ts';

/** What stands on the sheet besides the code. At first nothing. */
export type Sheet = {
  readonly name: boolean;
  readonly address: boolean;
  readonly words: string;
  /** How often it stands on one sheet, to be cut apart. */
  readonly count: number;
};

export const sheetCounts = [1, 4, 8] as const;
export const emptySheet: Sheet = { name: false, address: false, words: '', count: 1 };

/** The organisation's names as the door shows them, each once; none unless they are wanted. */
export function sheetNames(
  sheet: Sheet,
  texts: DoorTexts | null,
): readonly { readonly language: string; readonly name: string }[] {
  if (!sheet.name || texts === null) return [];
  const names = texts.languages.map((language) => ({
    language,
    name: (texts.name[language] ?? '').trim(),
  }));
  return names.filter(
    ({ name }, index) => name !== '' && names.findIndex((other) => other.name === name) === index,
  );
}
