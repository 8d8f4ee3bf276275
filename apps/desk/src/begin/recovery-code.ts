/** The groups of a printed code, in order. */
export function groupsOf(code: string): readonly string[] {
  return code.split(/[\s-]+/).filter((group) => group !== '');
}

/** What eyes confuse is read as what was printed: the alphabet has no I, L, O. */
const meant: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OIL]/g, (letter) => meant[letter] ?? letter);
}

/** Whether what was typed is this group, in small letters, with other digits or spaces between. */
export function isGroup(typed: string, group: string): boolean {
  return plain(typed) !== '' && plain(typed) === plain(group);
}
