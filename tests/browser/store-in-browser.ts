import { indexedDbStore } from '@leeward/workspace/desk/store/indexed-db-store.ts';
import type { Done, Step } from '../support/store-steps.ts';
import { takeSteps } from '../support/store-steps.ts';

declare global {
  /** Takes steps on the store of that name, opened anew; `atOnce` does not wait for one before it begins the next. */
  var takeStepsOnStore: (name: string, steps: readonly Step[], atOnce: boolean) => Promise<readonly Done[]>;
}

globalThis.takeStepsOnStore = async (name, steps, atOnce) =>
  takeSteps(await indexedDbStore(name), steps, atOnce);
