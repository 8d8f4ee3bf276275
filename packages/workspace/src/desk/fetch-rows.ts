import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { decode } from '@leeward/sealed-log/wire/codec.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { Page, Row } from '@leeward/sealed-log/wire/relay.ts';
import { tombstone } from '@leeward/sealed-log/wire/relay.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import type { Engine } from './engine.ts';
import { orgOf } from './engine.ts';
import { boxHash } from './take-boxes.ts';

/** Where the device stands in the relay's rows: the number of the last one, and its hash. */
export type Place = { readonly cursor: number; readonly mark: string };

const placeAt = async (row: Row): Promise<Place> => ({ cursor: row.sequence, mark: await markOf(row) });

/** By hash of what was signed: a body that was forgotten since does not make it another row. */
async function markOf({ kind, bytes }: Row): Promise<string> {
  // What is left of an item that was forgotten has its hash, and so the same mark.
  const left = kind === 4 ? decode(tombstone, bytes) : null;
  if (kind === 4) return toHex(left?.ok ? left.value.hash : await sha256(bytes));
  if (kind !== 1) return toHex((await boxHash(kind, bytes)) ?? (await sha256(bytes)));
  const read = await readEntry(bytes);
  return toHex(read.ok ? read.value.hash : await sha256(bytes));
}

/** Rows that follow a place, and the place to which they lead. */
export type Fetched = { readonly rows: readonly Row[]; readonly place: Place; readonly more: boolean };
export type NotFetched = 'offline' | 'refused' | 'went-back';

/** Pages in their order, of which some are fetched before they are wanted. */
export type Pages = {
  readonly next: () => Promise<Fetched | NotFetched>;
  /** Whether the next one is here, or comes within so many milliseconds. */
  readonly comesWithin: (milliseconds: number) => Promise<boolean>;
};

/** So many pages may be on their way at a time: some sixteen MiB. */
const ahead = 4;

/**
 * Fetches up to so many pages from a place on. They come while others are verified, so that neither the relay nor this
 * device waits for the other. To be asked for no more than `most` pages, and none after the last or after a failure.
 */
export function fetchPages(engine: Engine, from: Place, most: number): Pages {
  type Coming = { readonly page: Promise<Fetched | NotFetched>; here: boolean };
  const coming: Coming[] = [];
  let asked = 0;
  /** From where the next page is to be asked for; null while one is on its way, and after the last. */
  let free: Place | null = from;
  const askOn = (): void => {
    if (free === null || coming.length >= ahead || asked >= most) return;
    asked += 1;
    const one: Coming = { page: fetchAfter(engine, free), here: false };
    free = null;
    coming.push(one);
    void one.page.then((page) => {
      one.here = true;
      free = typeof page === 'string' || !page.more ? null : page.place;
      askOn();
    });
  };
  askOn();
  return {
    next: async () => {
      const first = coming[0];
      if (first === undefined) throw new Error('there is no page after the last');
      const page = await first.page;
      coming.shift();
      askOn();
      return page;
    },
    comesWithin: async (milliseconds) => {
      const [first] = coming;
      if (first === undefined || first.here) return first !== undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds);
      });
      await Promise.race([first.page, late]);
      clearTimeout(timer);
      return first.here;
    },
  };
}

async function fetchAfter(engine: Engine, place: Place): Promise<Fetched | NotFetched> {
  // One row too many: the last that is here must still be there, or the relay went back.
  const overlaps = place.mark !== '';
  const page = await askForRows(engine, place.cursor - (overlaps ? 1 : 0));
  if (typeof page === 'string') return page;
  const [first, ...later] = page.rows;
  if (overlaps && (first?.sequence !== place.cursor || (await markOf(first)) !== place.mark))
    return 'went-back';
  const rows = overlaps ? later : page.rows;
  const last = rows.at(-1);
  if (last === undefined) return page.more === 1 ? 'refused' : { rows, place, more: false };
  return { rows, place: await placeAt(last), more: page.more === 1 };
}

/** A page of rows after a number, or why there is none. What does not hang together is no page. */
export async function askForRows(engine: Engine, after: number): Promise<Page | 'offline' | 'refused'> {
  const { client, signer, stopping } = engine;
  const page = await client.rows(orgOf(engine), after, limits.pageItems, signer, stopping);
  if (!page.ok) {
    engine.connection = 'offline';
    return page.error.code === 'unreachable' || page.error.status >= 500 ? 'offline' : 'refused';
  }
  let last = after;
  for (const { sequence } of page.value.rows) {
    if (sequence <= last) return 'refused';
    last = sequence;
  }
  return page.value;
}

/** Rows are numbered without holes, under the lock that commits: a hole is a row that is kept back. */
export function noteHoles(engine: Engine, after: number, rows: readonly Row[]): void {
  let before = after;
  for (const { sequence } of rows) {
    if (sequence !== before + 1) engine.askAgainFrom = Math.min(engine.askAgainFrom ?? before, before);
    before = sequence;
  }
}
