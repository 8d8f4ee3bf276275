import { randomInt } from 'node:crypto';
import type { Bytes } from '@leeward/sealed-log/wire';
import { deviceAt } from '@leeward/sealed-log/wire';
import { hexOf } from '../bytes.ts';
import type { MailSettings } from '../config.ts';
import type { Live } from '../live.ts';
import type { Organisations } from '../log/organisations.ts';
import type { Logbook } from '../logbook.ts';
import { sourcePlace } from '../logbook.ts';
import type { Store } from '../storage/store.ts';
import { step } from '../storage/unit.ts';
import type { Streams } from '../streams.ts';
import { openMailer } from './mailer.ts';

/**
 * Calls people whose desks are closed: after something came, or at a time that a desk has left. Each device that asked for
 * it is called once until it is opened again, after a delay drawn by lot, so that a call and what it is about cannot be put
 * together by their times (fault 73).
 */
export type Caller = {
  /** Whether a mail server is configured at all. */
  readonly isAvailable: boolean;
  /**
   * A device asks for something: whoever was called has opened her desk, and nobody is called for what she does herself.
   * The answer is to be called when the request is over.
   */
  readonly seen: (org: Bytes, device: Bytes) => () => void;
  /** Sends a call at once, for whoever wants to see what it looks like. */
  readonly test: (address: string, language: string) => Promise<boolean>;
  /** Times were left or taken back: looks when the next one is. */
  readonly timesChanged: () => void;
  readonly stop: () => Promise<void>;
};

export type CallerParts = {
  readonly store: Store;
  readonly live: Live;
  readonly streams: Streams;
  readonly organisations: Organisations;
  readonly logbook: Logbook;
};

type Planned = { readonly org: Bytes; readonly device: Bytes; readonly at: number; readonly since: number };

/** How long to wait after a mail server has refused, in milliseconds, and how often. */
const again = 10 * 60_000;
const most = 6;
const minute = 60_000;

export function startCaller(settings: MailSettings | null, parts: CallerParts): Caller {
  if (settings === null)
    return {
      isAvailable: false,
      seen: () => () => undefined,
      test: async () => false,
      timesChanged: () => undefined,
      stop: async () => undefined,
    };
  const { store, live, streams, organisations, logbook } = parts;
  const mailer = openMailer(settings);
  /** By organisation and device: when the next call goes out. */
  const planned = new Map<string, Planned>();
  /** When each device last asked for anything. */
  const lastSeen = new Map<string, number>();
  /** Devices with a request under way, and how many. */
  const acting = new Map<string, number>();
  const wasTold = new Set<string>();
  const failures = new Map<string, number>();
  const followed = new Map<string, () => void>();
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const nameOf = (org: Bytes, device: Bytes): string => `${hexOf(org)} ${hexOf(device)}`;
  const [soonest, latest] = settings.delaySeconds;
  const delay = (): number => randomInt(soonest * 1000, latest * 1000 + 1);

  const inTurn = (work: () => Promise<void>): void => {
    running = running
      .then(() => (isStopped ? undefined : work()))
      .catch((error: unknown) => logbook('request-broke', sourcePlace(error)));
  };

  const announced = async (org: Bytes, present: ReadonlySet<string>): Promise<void> => {
    const rows = await store.db
      .selectFrom('calls')
      .select(['device', 'told'])
      .where('org', '=', org)
      .execute();
    for (const { device, told } of rows) {
      const name = nameOf(org, device);
      if (told === 1) wasTold.add(name);
      const isThere = present.has(name) || streams.isOpen(hexOf(device));
      if (told === 1 || planned.has(name) || isThere) continue;
      planned.set(name, { org, device, at: Date.now() + delay(), since: Date.now() });
    }
    await look();
  };

  /** Sends what is due, and sets the clock for what comes next. */
  const look = async (): Promise<void> => {
    follow();
    const now = Date.now();
    for (const [name, plan] of planned) {
      if (plan.at > now) continue;
      planned.delete(name);
      await call(plan, name, false);
    }
    const due = await store.db
      .selectFrom('wakes')
      .select(['org', 'device', 'wake'])
      .where('minute', '<=', Math.floor(now / minute))
      .execute();
    for (const { org, device, wake } of due) {
      const gone = store.db
        .deleteFrom('wakes')
        .where('org', '=', org)
        .where('device', '=', device)
        .where('wake', '=', wake);
      // Of several processes over one database the one that takes it away makes the call.
      const done = await store.write([step(gone, 1, 'taken')]);
      const name = nameOf(org, device);
      if (done.ok && !planned.has(name)) await call({ org, device, at: now, since: now }, name, true);
    }
    setClock();
  };

  const call = async ({ org, device, since }: Planned, name: string, isWake: boolean): Promise<void> => {
    if (streams.isOpen(hexOf(device)) || (lastSeen.get(name) ?? 0) > since) return;
    const mine = store.db.selectFrom('calls').selectAll().where('org', '=', org).where('device', '=', device);
    const row = await mine.executeTakeFirst();
    if (row === undefined || (row.told === 1 && !isWake)) return;
    const skeleton = organisations.get(org)?.skeleton;
    const isLive = skeleton !== undefined && deviceAt(skeleton, device, skeleton.hashes.length - 1) !== null;
    if (!isLive) {
      await store.write([step(forget(store, org, device))]);
      return;
    }
    const mark = store.db.updateTable('calls').set({ told: 1 }).where('org', '=', org);
    const marked = mark.where('device', '=', device).where('told', '=', row.told);
    const claimed = await store.write([step(marked, 1, 'taken')]);
    if (!claimed.ok) return;
    wasTold.add(name);
    if (await mailer.send(row.address, row.language)) {
      failures.delete(name);
      logbook('called');
      return;
    }
    logbook('call-failed');
    await store.write([step(tell(store, org, device, 0))]);
    wasTold.delete(name);
    const failed = (failures.get(name) ?? 0) + 1;
    failures.set(name, failed);
    if (failed < most) planned.set(name, { org, device, at: Date.now() + again, since });
    else failures.delete(name);
  };

  /** Listens to every organisation: new ones are founded while a relay runs. */
  const follow = (): void => {
    for (const { org } of organisations.all()) {
      const id = hexOf(org);
      if (followed.has(id)) continue;
      const heard = (): void => {
        const present = new Set(acting.keys());
        inTurn(() => announced(org, present));
      };
      followed.set(id, live.follow(org, heard));
    }
  };

  const setClock = (): void => {
    clearTimeout(timer);
    const next = Math.min(minute, ...[...planned.values()].map(({ at }) => at - Date.now()));
    timer = setTimeout(() => inTurn(look), Math.max(0, next));
  };

  inTurn(look);
  return {
    isAvailable: true,
    seen: (org, device) => {
      const name = nameOf(org, device);
      lastSeen.set(name, Date.now());
      follow();
      acting.set(name, (acting.get(name) ?? 0) + 1);
      if (wasTold.delete(name))
        inTurn(async () => void (await store.write([step(tell(store, org, device, 0))])));
      return () => {
        const left = (acting.get(name) ?? 1) - 1;
        if (left > 0) acting.set(name, left);
        else acting.delete(name);
      };
    },
    test: mailer.send,
    timesChanged: () => inTurn(look),
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      for (const end of followed.values()) end();
      await running;
      mailer.close();
    },
  };
}

const tell = (store: Store, org: Bytes, device: Bytes, told: 0 | 1) =>
  store.db.updateTable('calls').set({ told }).where('org', '=', org).where('device', '=', device);

const forget = (store: Store, org: Bytes, device: Bytes) =>
  store.db.deleteFrom('calls').where('org', '=', org).where('device', '=', device);
