/*
 * Keys of the desk, in one table: what the map of keys shows is what is heard. A key is known by the letter on it where
 * that letter is Latin, so that it is where the keyboard shows it; on an Arabic, Russian or any other keyboard by its
 * place, which carries the Latin letter as well.
 */

export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** A key: with Ctrl (or Command), or alone, or after `g`. */
export type Binding = {
  readonly id: string;
  /** A small Latin letter, or one of `/ ? Escape`. */
  readonly key: string;
  readonly with: 'ctrl' | 'none' | 'go';
};

export const bindings = [
  { id: 'palette', key: 'k', with: 'ctrl' },
  { id: 'search', key: '/', with: 'none' },
  { id: 'map', key: '?', with: 'none' },
  { id: 'find', key: 'f', with: 'none' },
  { id: 'list', key: 'l', with: 'none' },
  { id: 'select', key: 'x', with: 'none' },
  { id: 'today', key: 't', with: 'go' },
  { id: 'requests', key: 'r', with: 'go' },
  { id: 'cases', key: 'c', with: 'go' },
  { id: 'directory', key: 'd', with: 'go' },
  { id: 'members', key: 'm', with: 'go' },
  { id: 'door', key: 'o', with: 'go' },
  { id: 'alerts', key: 'a', with: 'go' },
  { id: 'settings', key: 's', with: 'go' },
] as const satisfies readonly Binding[];
export type KeyId = (typeof bindings)[number]['id'];

/** The letter of a key that was pressed: as it shows it where it is Latin, by its place otherwise. */
export function letterOf({ key, code, shiftKey }: Pick<Press, 'key' | 'code' | 'shiftKey'>): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  if (key === '/' || key === '?' || key === 'Escape') return key;
  if (key === '؟') return '?';
  // A letter of another script: the place of the key carries a Latin one as well.
  if (/^[\p{L}\p{M}]$/u.test(key)) {
    const place = /^Key([A-Z])$/.exec(code)?.[1];
    if (place !== undefined) return place.toLowerCase();
    if (code === 'Slash') return shiftKey ? '?' : '/';
  }
  return '';
}

/** What a key asks for; `afterGo` is whether `g` was pressed just before. Null where it asks for nothing of ours. */
export function askedBy(press: Press, afterGo: boolean): KeyId | 'go' | null {
  if (press.altKey) return null;
  const letter = letterOf(press);
  const ctrl = press.ctrlKey || press.metaKey;
  if (ctrl) return bindings.find((one) => one.with === 'ctrl' && one.key === letter)?.id ?? null;
  if (letter === '') return null;
  if (afterGo) return bindings.find((one) => one.with === 'go' && one.key === letter)?.id ?? null;
  if (letter === 'g' && !press.shiftKey) return 'go';
  return bindings.find((one) => one.with === 'none' && one.key === letter)?.id ?? null;
}

/** A key as it is written beside an act, one piece for each press. */
export function written(id: KeyId, isApple: boolean): readonly string[] {
  const binding = bindings.find((one) => one.id === id);
  if (binding === undefined) return [];
  const key = binding.key.length === 1 ? binding.key.toUpperCase() : binding.key;
  if (binding.with === 'ctrl') return [isApple ? '⌘' : 'Ctrl', key];
  return binding.with === 'go' ? ['G', key] : [key];
}

export const onApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
