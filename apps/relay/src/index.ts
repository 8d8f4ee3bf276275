import { join, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { relayApp } from './app.ts';
import { type DiskCalls, openBlobDisk } from './blobs/disk.ts';
import { startCaller } from './calls/caller.ts';
import { type Config, defaultConfig } from './config.ts';
import { makePrivateFolder } from './files.ts';
import { startHousekeeping } from './housekeeping.ts';
import { bodyBudget } from './http/body.ts';
import { openChallenges } from './http/challenge.ts';
import { openRateLimits } from './http/rates.ts';
import { openUsedCounters } from './http/replay.ts';
import { openJournal } from './journal.ts';
import { openJudge } from './judge.ts';
import { openLive } from './live.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { openOrganisations } from './log/organisations.ts';
import { ownersOver } from './log/owners.ts';
import { type Logbook, openLogbook } from './logbook.ts';
import { openRequestCounts, startMetrics } from './metrics.ts';
import { openRelayKey, relayKeyFile } from './relay-key.ts';
import { startServer } from './server.ts';
import type { Services } from './services.ts';
import { type AppName, localOrigins, sitesOf } from './sites.ts';
import { openStaticSites } from './static/serve.ts';
import { openStore } from './storage/open.ts';
import type { Store } from './storage/store.ts';
import { openStreams } from './streams.ts';
import { makeToken } from './tokens.ts';
import { openTurns } from './turns.ts';

export { type Config, defaultConfig, readConfig } from './config.ts';
export { type AppName, appNames } from './sites.ts';

/** A relay that answers requests. */
export type RunningRelay = {
  /** What the address bar says for an app, such as `http://desk.localhost:8700`. */
  readonly url: (app: AppName) => string;
  /** Where it listens, for clients that cannot resolve names under localhost. */
  readonly address: { readonly host: string; readonly port: number };
  /** How many organisations it keeps. */
  readonly organisations: () => number;
  /** Where metrics are served on the loopback interface, when that was configured. */
  readonly metricsPort: number | null;
  /** A new one-time token for founding an organisation; with `only`, those made before are no longer good. */
  readonly token: (only?: 'only') => Promise<string>;
  /** Ends requests and streams, writes what is in flight, and lets the data folder go. */
  readonly stop: () => Promise<void>;
};

/** What tests may put in place of the ordinary. */
export type RelayHooks = {
  /** Takes the lines of the logbook; without it they go to standard output. */
  readonly log?: (line: string) => void;
  /** Told, in order, of the steps of every group commit and of the moment when its writers are told. */
  readonly trace?: (event: string) => void;
  /** In place of the system's calls for attachments. */
  readonly disk?: DiskCalls;
};

/** How long requests under way may take to end when the relay stops. */
const graceMilliseconds = 5000;

/**
 * Starts a relay.
 * @throws Error when the configuration contradicts itself, the data folder cannot be used or is used by another relay,
 *   or the port is taken (code EADDRINUSE).
 */
export async function startRelay(
  config: Partial<Config> = {},
  hooks: RelayHooks = {},
): Promise<RunningRelay> {
  const whole: Config = { ...defaultConfig(), ...config };
  const settings: Config = { ...whole, data: resolve(whole.data) };
  const logbook = openLogbook(hooks.log ?? ((line) => process.stdout.write(`${line}\n`)));
  makePrivateFolder(settings.data);
  const lock = lockFolder(settings.data);
  let store: Store | null = null;
  try {
    const key = openRelayKey(join(settings.data, relayKeyFile));
    store = await openStore(settings, hooks.trace, (health) =>
      logbook(health === 'ok' ? 'storage-recovered' : 'storage-failed'),
    );
    const journal = await openJournal(settings.data, store);
    const disk = openBlobDisk(settings.data, hooks.disk);
    return await serve(settings, logbook, { store, key, disk, journal, lock });
  } catch (error) {
    await store?.close();
    lock.release();
    throw error;
  }
}

async function serve(
  config: Config,
  logbook: Logbook,
  { lock, ...opened }: Pick<Services, 'store' | 'key' | 'disk' | 'journal'> & { readonly lock: FolderLock },
): Promise<RunningRelay> {
  const { store } = opened;
  const organisations = await openOrganisations(store, logbook);
  let handler: ReturnType<typeof getRequestListener> | null = null;
  const server = await startServer(config.listen, config.port, config.quotas, (request, response) => {
    if (handler === null) response.destroy();
    else handler(request, response).catch(() => response.destroy());
  });
  const origins = config.origins ?? localOrigins(server.port);
  const sites = sitesOf(origins);
  const live = openLive();
  const streams = openStreams(config.quotas.liveStreams, config.quotas.liveStreamsPerDevice);
  const caller = startCaller(config.mail, { store, live, streams, organisations, logbook });
  const services: Services = {
    config,
    sites,
    ...opened,
    judge: openJudge(),
    organisations,
    owners: ownersOver(store),
    challenges: openChallenges(),
    counters: openUsedCounters(),
    rates: openRateLimits(config.quotas.requestsPerMinute),
    bodies: bodyBudget(config.quotas.bodyBytesAtOnce),
    live,
    streams,
    turns: openTurns(),
    caller,
    logbook,
  };
  const requests = openRequestCounts();
  const app = relayApp(services, openStaticSites(config.apps, sites, logbook), requests.note);
  handler = getRequestListener(app.fetch);
  const metrics =
    config.metricsPort === null ? null : await startMetrics(config.metricsPort, services, requests.counts);
  const housekeeping = startHousekeeping(services);
  logbook('started', organisations.all().length);
  return {
    url: (name) => origins[name][0] ?? '',
    address: { host: config.listen, port: server.port },
    organisations: () => organisations.all().length,
    token: (only) => makeToken(store, only),
    metricsPort: metrics?.port ?? null,
    stop: stopper(services, lock, [
      () => server.stop(graceMilliseconds),
      () => metrics?.stop(),
      housekeeping.stop,
      caller.stop,
    ]),
  };
}

/** Ends what was started, in this order, once; then the store, and last the lock on the folder. */
function stopper(
  services: Services,
  lock: FolderLock,
  endings: readonly (() => Promise<void> | undefined)[],
): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    services.logbook('stopping');
    services.streams.end();
    for (const end of endings) await end();
    await services.store.close();
    lock.release();
    services.logbook('stopped');
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}
