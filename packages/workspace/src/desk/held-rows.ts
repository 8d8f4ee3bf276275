import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { recordNamedIn } from '@leeward/sealed-log/wire/entry.ts';
import type { Row } from '@leeward/sealed-log/wire/relay.ts';
import type { Fetched, Place } from './fetch-rows.ts';

/*
 * Rows that came and are not taken in yet. Whoever is far behind is given records as they were written, an entry of one
 * and then an entry of another; a record of which each row is taken in by itself is verified, folded and listed anew
 * for each. Here rows wait until nothing more seems to come for their record. A row that is held is as good as one that
 * was not fetched: nothing of it was believed, nothing of it lies in the store, and the device's place is before it.
 */

/** Rows to be taken in now, and the place to which everything was given out: what must be kept with them. */
export type Released = { readonly rows: readonly Row[]; readonly place: Place };

export type HeldRows = {
  /** Takes a page over that follows the last one. */
  readonly take: (page: Fetched) => void;
  /**
   * Gives out what has waited longest for another row of its record, until no more than so many bytes are held; the rows
   * of the records named, and those of no record, in any case.
   */
  readonly release: (keep: number, always?: { readonly has: (record: string) => boolean }) => Released;
  readonly bytes: () => number;
  /** From where the next page is to be fetched. */
  readonly end: () => Place;
  /** To where everything was given out. */
  readonly place: () => Place;
};

/** Nobody waits longer than this many pages, so that the device's place follows. */
const mostPages = 16;

type Waiting = { readonly rows: Row[]; readonly first: number; bytes: number };

export function holdRows(from: Place): HeldRows {
  /** In the order in which they last grew. */
  let records = new Map<string, Waiting>();
  let others: Row[] = [];
  let bytes = 0;
  let end = from;
  /** Where the pages begin of which rows may be held, and the end of the last. */
  let places: readonly Place[] = [from];

  const take = (row: Row): void => {
    bytes += row.bytes.length;
    // Only said by the row itself: if it lies, it waits in the wrong company and is refused as always.
    const named = row.kind === 1 ? recordNamedIn(row.bytes) : null;
    if (named === null) {
      others.push(row);
      return;
    }
    const id = toHex(named);
    const waiting = records.get(id) ?? { rows: [], first: row.sequence, bytes: 0 };
    waiting.rows.push(row);
    waiting.bytes += row.bytes.length;
    records.delete(id);
    records.set(id, waiting);
  };

  return {
    take: (page) => {
      for (const row of page.rows) take(row);
      end = page.place;
      places = [...places, end];
    },
    release: (keep, always = { has: () => false }) => {
      const oldest = places.at(-1 - mostPages)?.cursor ?? -1;
      const kept: (readonly [string, Waiting])[] = [];
      const released: Row[][] = [];
      let room = keep;
      for (const one of [...records].reverse()) {
        const [id, { rows, bytes: size, first }] = one;
        if (first > oldest && !always.has(id) && size <= room) {
          kept.push(one);
          room -= size;
        } else released.push(rows);
      }
      const rows = [others, ...released.reverse()].flat();
      records = new Map(kept.reverse());
      others = [];
      bytes = keep - room;
      const first = Math.min(end.cursor + 1, ...kept.map(([, waiting]) => waiting.first));
      const passed = places.findLastIndex(({ cursor }) => cursor < first);
      places = places.slice(Math.max(0, passed));
      return { rows, place: places[0] ?? end };
    },
    bytes: () => bytes,
    end: () => end,
    place: () => places[0] ?? end,
  };
}
