import type { Bytes } from '@leeward/sealed-log/wire';
import { deviceAt } from '@leeward/sealed-log/wire';
import type { Hono } from 'hono';
import { hexOf } from '../bytes.ts';
import { numberParameter } from '../http/parameters.ts';
import { type Or, refuse } from '../http/problem.ts';
import { byDevice } from '../http/signed.ts';
import type { Organisation } from '../log/organisations.ts';
import type { Services } from '../services.ts';

/** How often an idle stream shows that it is alive, in milliseconds. */
const heartbeat = 20_000;

/** Live updates: server-sent events that say up to where there are rows. What the rows are is pulled. */
export function liveRoutes(app: Hono, services: Services): void {
  app.get(
    '/v1/o/:org/live',
    byDevice(services, 0, async ({ context, organisation, key }) => {
      const after = numberParameter(context.req.query('after'), 2 ** 48 - 1, 0);
      return after.ok ? openStream(services, organisation, key, after.value) : after;
    }),
  );
}

async function openStream(
  services: Services,
  organisation: Organisation,
  device: Bytes,
  after: number,
): Promise<Or<Response>> {
  const place = services.streams.enter(hexOf(device));
  if (place === null)
    return refuse('quota', { limit: services.config.quotas.liveStreamsPerDevice, retryAfter: 30 });
  // First listen, then ask: a commit between the two is heard twice rather than not at all.
  let announced = after;
  let wake: () => void = () => {};
  const unfollow = services.live.follow(organisation.org, (sequence) => {
    announced = Math.max(announced, sequence);
    wake();
  });
  const close = (): void => {
    unfollow();
    place.leave();
    wake();
  };
  const row = await services.store.db
    .selectFrom('organisations')
    .select('sequence')
    .where('org', '=', organisation.org)
    .executeTakeFirst();
  announced = Math.max(announced, row?.sequence ?? 0);

  let told = after;
  const send = (controller: ReadableStreamDefaultController<Uint8Array>, text: string): void =>
    controller.enqueue(new TextEncoder().encode(text));
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => send(controller, ': listening\n\n'),
    // Asked only when the client has room, so that a slow one costs no memory: it is told the latest number.
    pull: async (controller) => {
      if (announced <= told) await nextEvent((resolve) => (wake = resolve), place.ended);
      const live = deviceAt(organisation.skeleton, device, organisation.skeleton.hashes.length - 1) !== null;
      if (place.isEnded() || !live) {
        close();
        controller.close();
        return;
      }
      const text =
        announced > told ? `id: ${announced}\nevent: rows\ndata: ${announced}\n\n` : ': still here\n\n';
      told = announced;
      send(controller, text);
    },
    cancel: close,
  });
  const headers = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' };
  return { ok: true, value: new Response(stream, { headers }) };
}

/** Resolves when something is announced, when the heartbeat is due, or when the relay stops. */
async function nextEvent(listen: (resolve: () => void) => void, ended: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    new Promise<void>((resolve) => {
      listen(resolve);
      timer = setTimeout(resolve, heartbeat);
    }),
    ended,
  ]);
  clearTimeout(timer);
}
