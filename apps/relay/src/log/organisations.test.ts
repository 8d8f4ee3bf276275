import { join } from 'node:path';
import type { KyselyPlugin } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundOrganisation, startTestRelay, type TestRelay } from '../../../../tests/support/relay.ts';
import { newKey } from '../../../../tests/support/relay-client.ts';
import { admission, appendBody, organisationEntry } from '../../../../tests/support/relay-entries.ts';
import { openStoreForReading } from '../storage/open.ts';
import type { Store } from '../storage/store.ts';
import { openOrganisations } from './organisations.ts';

/** The same store, whose answers arrive when the test says so. */
function slowed(store: Store): { readonly store: Store; readonly held: (() => void)[] } {
  const held: (() => void)[] = [];
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      await new Promise<void>((arrive) => held.push(arrive));
      return result;
    },
  };
  return { store: { ...store, db: store.db.withPlugin(plugin) }, held };
}

describe('the organisations that a relay holds in memory', () => {
  let relay: TestRelay;
  let store: Store;
  beforeEach(async () => {
    relay = await startTestRelay();
    store = await openStoreForReading({ data: join(relay.folder, 'data'), database: 'sqlite' });
  });
  afterEach(async () => {
    await store.close();
    await relay.end();
  });

  it('are not called damaged where two questions for what is new overtake each other', async () => {
    const founded = await foundOrganisation(relay);
    const { store: late, held } = slowed(store);
    const opening = openOrganisations(late, () => {});
    const arrive = async (which: number): Promise<void> => {
      await expect.poll(() => held.length).toBeGreaterThan(which);
      held[which]?.();
    };
    for (const which of [0, 1, 2]) await arrive(which);
    const organisations = await opening;
    const [organisation] = organisations.all();
    if (organisation === undefined) throw new Error('no organisation');
    const made = await organisationEntry(founded, [admission(await newKey())]);
    await founded.client.ask('POST', `${founded.path}/entries`, await appendBody(made));
    const first = organisations.refresh(organisation);
    await expect.poll(() => held.length).toBe(4);
    const second = organisations.refresh(organisation);
    await arrive(4);
    await second;
    expect(organisation.skeleton.hashes).toHaveLength(2);
    await arrive(3);
    await first;
    expect(organisation.skeleton.hashes).toHaveLength(2);
    expect(organisation.damaged).toBe(false);
  });
});
