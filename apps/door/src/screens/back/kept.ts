import type { ItemContent } from '@leeward/workspace/door/request.ts';

/** What was typed into the forms of somebody who came back, by field; it lives above the screens, so that nothing loses it. */
export type Kept = Readonly<Record<string, string>>;

/** What every screen of a visitor who came back is given. */
export type BackProps = {
  readonly kept: Kept;
  readonly keep: (field: string, value: string) => void;
  /** Sends items of hers and waits until the server has them; what was typed goes only then. */
  readonly say: (items: readonly ItemContent[], fields?: readonly string[]) => Promise<void>;
  /** Something is on its way: a second press would say it twice. */
  readonly isBusy: boolean;
  readonly home: () => void;
};
