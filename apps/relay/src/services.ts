import type { BlobDisk } from './blobs/disk.ts';
import type { Config } from './config.ts';
import type { BodyBudget } from './http/body.ts';
import type { Challenges } from './http/challenge.ts';
import type { RateLimits } from './http/rates.ts';
import type { UsedCounters } from './http/replay.ts';
import type { Journal } from './journal.ts';
import type { Judge } from './judge.ts';
import type { Live } from './live.ts';
import type { Organisations } from './log/organisations.ts';
import type { Owners } from './log/owners.ts';
import type { Logbook } from './logbook.ts';
import type { RelayKey } from './relay-key.ts';
import type { Sites } from './sites.ts';
import type { Store } from './storage/store.ts';
import type { Streams } from './streams.ts';
import type { Turns } from './turns.ts';

/** What every part of the relay works with. Made once, in ./index.ts, and handed down. */
export type Services = {
  readonly config: Config;
  readonly sites: Sites;
  readonly store: Store;
  readonly disk: BlobDisk;
  readonly journal: Journal;
  readonly key: RelayKey;
  readonly judge: Judge;
  readonly organisations: Organisations;
  readonly owners: Owners;
  readonly challenges: Challenges;
  readonly counters: UsedCounters;
  readonly rates: RateLimits;
  readonly bodies: BodyBudget;
  readonly live: Live;
  readonly streams: Streams;
  readonly turns: Turns;
  readonly logbook: Logbook;
};
