import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { FromWorker } from '../desk/contract.ts';
import type { Handlers } from '../desk/rpc.ts';
import { createSession } from '../desk/session.ts';
import { playSample } from './play.ts';
import { sampleRelay } from './relay.ts';
import { sampleStory } from './story.ts';
import { sampleTexts } from './texts.ts';

export type SampleSessionOptions = {
  readonly origin: string;
  readonly doorOrigin: string;
  /** What the sample organisation and its officers are called. */
  readonly organisation: string;
  readonly officers: readonly string[];
  readonly seed: number;
  readonly conversations: number;
  readonly directory?: () => Promise<Bytes | null>;
  readonly signal: AbortSignal;
  readonly send: (message: FromWorker) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/**
 * A session over a sample organisation, open from the start. It is made on this device by playing two years through real
 * desks; nothing of it is stored, nothing is sent, and it is gone with the page. Tells `progress` of `sample` meanwhile.
 */
export async function createSampleSession(
  options: SampleSessionOptions,
): Promise<{ readonly handlers: Handlers; readonly stop: () => void }> {
  const { origin, doorOrigin, directory, send, seed, conversations, officers } = options;
  const now = options.now ?? Date.now;
  const started = now();
  const clock = { now: started };
  const relay = await sampleRelay(() => clock.now);
  const story = sampleStory({
    seed,
    conversations,
    now: started,
    officers: officers.length,
    texts: sampleTexts,
  });
  const { store, passphrase } = await playSample({
    story,
    relay,
    clock,
    now: started,
    origin,
    organisation: options.organisation,
    officers,
    onProgress: (done, total) => send({ progress: { of: 'sample', done, total } }),
    signal: options.signal,
  });
  const session = await createSession({
    store,
    origin,
    doorOrigin,
    fetch: relay.fetch,
    now: () => {
      clock.now = now();
      return clock.now;
    },
    send,
    ...(directory === undefined ? {} : { directory }),
  });
  await session.handlers.unlock({ passphrase });
  return { ...session, handlers: { ...session.handlers, session: asReal(session.handlers.session) } };
}

/**
 * Two years in a minute look like a clock that runs wrong, and what is thrown away needs no recovery: neither is a word
 * worth to somebody who looks around.
 */
function asReal(ask: Handlers['session']): Handlers['session'] {
  return async (args) => {
    const answer = await ask(args);
    if (!answer.ok || answer.value.type !== 'open') return answer;
    const alerts = answer.value.alerts.filter(
      ({ kind }) => kind !== 'clockDiffers' && kind !== 'recoveryNone',
    );
    return { ...answer, value: { ...answer.value, alerts, recoveryMissing: false } };
  };
}
