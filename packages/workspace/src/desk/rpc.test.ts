import { describe, expect, it } from 'vitest';
import type { Answer, FromWorker } from './contract.ts';
import { connectSession, type Handlers, type Port, serveSession } from './rpc.ts';

type Line = { readonly record: string };
const linesTo = (count: number): readonly Line[] =>
  Array.from({ length: count }, (_, index) => ({ record: String(index) }));

/** A page and a worker, with everything that the worker sends; what travels is copied, as between threads. */
function connected(cases: () => Answer<readonly Line[]>) {
  const sent: FromWorker[] = [];
  type Listener = (event: MessageEvent) => void;
  const listeners: Record<'page' | 'worker', Listener[]> = { page: [], worker: [] };
  const port = (from: 'page' | 'worker'): Port => ({
    postMessage: (message) => {
      if (from === 'worker') sent.push(message as FromWorker);
      const data = structuredClone(message);
      for (const listener of listeners[from === 'page' ? 'worker' : 'page'])
        listener({ data } as MessageEvent);
    },
    addEventListener: (_type, listener) => {
      listeners[from].push(listener);
    },
  });
  serveSession(port('worker'), { cases: async () => cases() } as unknown as Handlers);
  const session = connectSession(port('page'));
  const ask = async (): Promise<readonly Line[]> => {
    const answer = await session.call('cases', {});
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  return { ask, session, sent };
}

describe('a list of thousands between page and worker', () => {
  it('comes whole the first time, and afterwards as what has changed in it', async () => {
    let lines = linesTo(1000);
    const { ask, sent } = connected(() => ({ ok: true, value: lines }));
    const first = await ask();
    lines = [...lines.with(7, { record: 'changed' }), { record: 'new' }];
    const second = await ask();
    expect(second).toEqual(lines);
    expect(second[500]).toBe(first[500]);
    expect(JSON.stringify(sent.at(-1)).length).toBeLessThan(300);
    expect(await ask()).toBe(second);
  });

  it('is right for each of two questions that were under way at once', async () => {
    let round = 0;
    const { ask } = connected(() => {
      round += 1;
      return { ok: true, value: linesTo(10 + round) };
    });
    expect(await ask()).toHaveLength(11);
    const [one, other] = await Promise.all([ask(), ask()]);
    expect([one.length, other.length]).toEqual([12, 13]);
    expect(await ask()).toHaveLength(14);
  });

  it('comes whole again after the desk was locked: nothing that was open was kept for comparing', async () => {
    let isLocked = false;
    const lines = linesTo(5);
    const { ask, sent } = connected(() =>
      isLocked ? { ok: false, error: { code: 'locked' } } : { ok: true, value: lines },
    );
    await ask();
    isLocked = true;
    await expect(ask()).rejects.toThrow('locked');
    isLocked = false;
    expect(await ask()).toEqual(lines);
    expect(sent.at(-1)).toHaveProperty('answer');
  });
});
