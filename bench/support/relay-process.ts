/**
 * A relay in a process of its own, as it runs in earnest, for the bench to write to. It answers questions over the
 * channel to the process that started it: a token, and the sizes of the groups that were committed since the last one.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Config, defaultConfig, startRelay } from '@leeward/relay';
import { defaultQuotas } from '@leeward/relay/quotas.ts';
import { committedGroups, delayVariable } from './commits.ts';

type Question = 'token' | 'groups' | 'stop';
type Started = { readonly host: string; readonly port: number; readonly desk: string };
type Message =
  | { readonly started: Started }
  | { readonly token: string }
  | { readonly groups: readonly number[] }
  | { readonly stopped: true };

export type RelayProcess = {
  readonly address: { readonly host: string; readonly port: number };
  readonly url: () => string;
  readonly token: () => Promise<string>;
  /** How many appends each transaction carried, since the last question. */
  readonly groups: () => Promise<readonly number[]>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a relay on a data folder. Its quotas are out of the way: what is measured is not how it says no.
 * @param commitDelay how much longer each commit takes, in milliseconds (./commits.ts).
 */
export async function startRelayProcess(data: string, commitDelay: number): Promise<RelayProcess> {
  const child = fork(import.meta.filename, [data], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, '--import', join(import.meta.dirname, 'commits.ts')],
    env: { ...process.env, [delayVariable]: String(commitDelay) },
  });
  const { started } = (await next(child)) as Extract<Message, { started: Started }>;
  const ask = async (question: Question): Promise<Message> => {
    const answer = next(child);
    child.send(question);
    return answer;
  };
  return {
    address: { host: started.host, port: started.port },
    url: () => started.desk,
    token: async () => ((await ask('token')) as { readonly token: string }).token,
    groups: async () => ((await ask('groups')) as { readonly groups: readonly number[] }).groups,
    stop: async () => {
      const ended = once(child, 'exit');
      await ask('stop');
      child.disconnect();
      await ended;
    },
  };
}

async function next(child: ChildProcess): Promise<Message> {
  const answered = new AbortController();
  const ended = once(child, 'exit', { signal: answered.signal }).then(() => {
    throw new Error('the relay ended');
  });
  try {
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [Message];
    return message;
  } finally {
    ended.catch(() => undefined);
    answered.abort();
  }
}

async function serve(data: string): Promise<void> {
  const config: Partial<Config> = {
    ...defaultConfig(),
    data,
    port: 0,
    quotas: { ...defaultQuotas, requestsPerMinute: 10_000_000 },
  };
  const relay = await startRelay(config, { log: () => undefined });
  const tell = (message: Message): void => void process.send?.(message);
  process.on('message', async (question: Question) => {
    if (question === 'token') tell({ token: await relay.token() });
    if (question === 'groups') tell({ groups: await committedGroups() });
    if (question === 'stop') {
      await relay.stop();
      tell({ stopped: true });
    }
  });
  tell({ started: { ...relay.address, desk: relay.url('desk') } });
}

if (import.meta.main) await serve(process.argv[2] ?? '');
