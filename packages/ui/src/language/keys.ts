type Catalogue = {
  readonly shared: typeof import('../../locales/shared/en.json');
  readonly door: typeof import('../../locales/door/en.json');
  readonly desk: typeof import('../../locales/desk/en.json');
  readonly directory: typeof import('../../locales/directory/en.json');
  readonly promise: typeof import('../../locales/promise/en.json');
};

/** English is the catalogue that others are measured against: a key that is not there fails the type check. */
export type SharedKey = keyof Catalogue['shared'];
export type DoorKey = keyof Catalogue['door'] | SharedKey;
export type DeskKey = keyof Catalogue['desk'] | SharedKey;

/** The directory's words: door and desk load them when somebody opens the directory. */
export type DirectoryKey = keyof Catalogue['directory'];

/** Ready sentences for an organisation's own door: the desk puts them into texts that the organisation then signs. */
export type PromiseKey = keyof Catalogue['promise'];

export type App = 'door' | 'desk';
export type KeyOf = { readonly door: DoorKey; readonly desk: DeskKey };

/**
 * What the door must be able to say before the first question is on the screen, and when nothing else can be fetched:
 * the rest of its texts follows while she reads. The first payload has a budget in bytes; keep this list short.
 */
export const doorFirstPrefixes = ['shell.', 'home.', 'problem.', 'ask.now.', 'ask.all.', 'common.'] as const;
export type DoorFirstKey = Extract<DoorKey, `${(typeof doorFirstPrefixes)[number]}${string}`>;
