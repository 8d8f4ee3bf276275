declare module 'virtual:leeward-language/door' {
  import type { DoorFirstKey, DoorKey } from './keys.ts';
  import type { DoorLocale } from './languages.ts';
  import type { Messages } from './message.ts';

  /**
   * Fetches what the door needs to show its first question, and to say that nothing more can be fetched.
   * Rejects where the server does not give it.
   */
  export function loadFirstMessages(locale: DoorLocale): Promise<Messages<DoorFirstKey>>;
  /** Fetches all texts of the door in one language. Rejects where the server does not give them; call it again. */
  export function loadMessages(locale: DoorLocale): Promise<Messages<DoorKey>>;
}

declare module 'virtual:leeward-language/desk' {
  import type { DeskKey } from './keys.ts';
  import type { DeskLocale } from './languages.ts';
  import type { Messages } from './message.ts';

  /** Fetches the texts of the desk in one language. Rejects where the server does not give them. */
  export function loadMessages(locale: DeskLocale): Promise<Messages<DeskKey>>;
}

declare module 'virtual:leeward-language/directory' {
  import type { DirectoryKey } from './keys.ts';
  import type { DoorLocale } from './languages.ts';
  import type { Messages } from './message.ts';

  /** Fetches the words of the directory in one language. Rejects where the server does not give them; call it again. */
  export function loadMessages(locale: DoorLocale): Promise<Messages<DirectoryKey>>;
}

declare module 'virtual:leeward-language/promise' {
  import type { PromiseKey } from './keys.ts';
  import type { DoorLocale } from './languages.ts';
  import type { Messages } from './message.ts';

  /** Fetches the ready sentences for a door in one language. Rejects where the server does not give them; call it again. */
  export function loadMessages(locale: DoorLocale): Promise<Messages<PromiseKey>>;
}
