import type { DeviceStore } from '@leeward/workspace/desk/store/device-store.ts';

/*
 * Steps on a device's store as plain data, so that the same ones can be taken on different stores, one of them in a
 * browser, and the answers compared. A row or value is one number: its bytes are that number repeated.
 */

export type Step =
  | {
      readonly type: 'add';
      readonly rows: readonly { readonly log: string; readonly position: number; readonly value: number }[];
      readonly values: readonly { readonly name: string; readonly value: number }[];
      readonly durable: 'now' | 'later';
    }
  | { readonly type: 'drop'; readonly log: string; readonly from: number }
  | { readonly type: 'rows'; readonly logs: readonly string[] }
  | { readonly type: 'lengths'; readonly prefix: string }
  | { readonly type: 'values'; readonly prefix: string };

/** What a step answered: texts and numbers only. */
export type Done = readonly unknown[];

const bytesOf = (value: number) => new Uint8Array((value % 7) + 1).fill(value);

export async function takeSteps(
  store: DeviceStore,
  steps: readonly Step[],
  atOnce: boolean,
): Promise<readonly Done[]> {
  if (atOnce) return Promise.all(steps.map((step) => take(store, step)));
  const done: Done[] = [];
  for (const step of steps) done.push(await take(store, step));
  return done;
}

async function take(store: DeviceStore, step: Step): Promise<Done> {
  switch (step.type) {
    case 'add':
      await store.addRows(
        step.rows.map(({ log, position, value }) => ({ log, position, bytes: bytesOf(value) })),
        step.values.map(({ name, value }) => ({ name, value: bytesOf(value) })),
        step.durable,
      );
      return [];
    case 'drop':
      await store.dropRows(step.log, step.from);
      return [];
    case 'rows':
      return (await store.rowsOfAll(step.logs)).map((rows) => rows.map((bytes) => [...bytes].join()));
    case 'lengths':
      return [...(await store.lengths(step.prefix))].map(([log, rows]) => `${log}=${rows}`).sort();
    case 'values':
      return (await store.values(step.prefix)).map(({ name, value }) => `${name}=${[...value].join()}`);
  }
}
