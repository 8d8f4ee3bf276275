import type { Answer, FromWorker, Topic } from '@leeward/workspace/desk/contract.ts';
import type { Session } from '@leeward/workspace/desk/rpc.ts';
import { describe, expect, it } from 'vitest';
import { createViews } from './views.ts';

/** A session whose answers a test gives by hand. */
function byHand() {
  const calls: { readonly name: string; readonly answer: (value: unknown) => Promise<void> }[] = [];
  const listeners: ((topics: readonly Topic[]) => void)[] = [];
  const session = {
    call: (name: string) =>
      new Promise<Answer<unknown>>((resolve) => {
        const answer = async (value: unknown): Promise<void> => {
          resolve({ ok: true, value });
          await new Promise((later) => setTimeout(later, 0));
        };
        calls.push({ name, answer });
      }),
    onChange: (listener: (topics: readonly Topic[]) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
    onProgress:
      (_listener: (progress: Extract<FromWorker, { progress: unknown }>['progress']) => void) => () =>
        undefined,
  } as unknown as Session;
  const change = (...topics: readonly Topic[]): void => {
    for (const listener of listeners) listener(topics);
  };
  return { session, calls, change };
}

const record = 'ab'.repeat(32);

describe('what screens have asked for', () => {
  it('is asked once, shown when it comes, and asked again when the worker says that it changed', async () => {
    const { session, calls, change } = byHand();
    const views = createViews(session);
    let drawn = 0;
    views.watch('queue', {}, () => {
      drawn += 1;
    });
    expect(views.peek('queue', {})).toBeUndefined();
    await calls[0]?.answer(['first']);
    expect(drawn).toBe(1);
    expect(views.peek('queue', {})).toEqual({ ok: true, value: ['first'] });
    change('cases', `record:${record}`);
    expect(calls).toHaveLength(1);
    change('queue');
    await calls[1]?.answer(['second']);
    expect(views.peek('queue', {})).toEqual({ ok: true, value: ['second'] });
  });

  it('is never asked twice at a time, and never left stale by a change that comes while it is asked', async () => {
    const { session, calls, change } = byHand();
    const views = createViews(session);
    views.watch('request', { record }, () => undefined);
    change(`record:${record}`);
    change(`record:${record}`);
    expect(calls).toHaveLength(1);
    await calls[0]?.answer('old');
    expect(calls).toHaveLength(2);
    await calls[1]?.answer('new');
    expect(calls).toHaveLength(2);
    expect(views.peek('request', { record })).toEqual({ ok: true, value: 'new' });
  });

  it('is forgotten when the desk locks, and an answer that comes late does not bring it back', async () => {
    const { session, calls } = byHand();
    const views = createViews(session);
    const stop = views.watch('request', { record }, () => undefined);
    await calls[0]?.answer('her words');
    views.watch('case', { record }, () => undefined)();
    stop();
    views.forget();
    await calls[1]?.answer('late words');
    expect(views.peek('request', { record })).toBeUndefined();
    expect(views.peek('case', { record })).toBeUndefined();
  });

  it('is dropped for one person alone, and what was asked before that does not answer whoever looks again', async () => {
    const { session, calls } = byHand();
    const views = createViews(session);
    const [hers, his] = [
      { caseRecord: record, person: null },
      { caseRecord: record, person: 'cd' },
    ];
    views.watch('identity', his, () => undefined);
    await calls[0]?.answer('his, as it was opened');
    views.watch('identity', hers, () => undefined)();
    let drawn = 0;
    const stop = views.watch('identity', hers, () => {
      drawn += 1;
    });
    views.drop('identity', hers);
    expect(views.peek('identity', his)).toEqual({ ok: true, value: 'his, as it was opened' });
    await calls[1]?.answer('hers, from before it was closed');
    expect(views.peek('identity', hers)).toBeUndefined();
    await calls[2]?.answer('closed');
    expect(views.peek('identity', hers)).toEqual({ ok: true, value: 'closed' });
    const before = drawn;
    stop();
    views.refresh('identity');
    expect(calls).toHaveLength(4);
    await calls[3]?.answer('his, again');
    expect(drawn).toBe(before);
  });

  it('can be looked at again where nothing announces a change, but only while it is on view', async () => {
    const { session, calls } = byHand();
    const views = createViews(session);
    views.refresh('invitations');
    const stop = views.watch('invitations', {}, () => undefined);
    await calls[0]?.answer([]);
    views.refresh('invitations');
    await calls[1]?.answer(['opened']);
    stop();
    views.refresh('invitations');
    expect(calls).toHaveLength(2);
    expect(views.peek('invitations', {})).toEqual({ ok: true, value: ['opened'] });
  });

  it('stays at hand for a list that somebody comes back to', async () => {
    const { session, calls } = byHand();
    const views = createViews(session);
    const stop = views.watch('cases', {}, () => undefined);
    await calls[0]?.answer(['a case']);
    stop();
    expect(views.peek('cases', {})).toEqual({ ok: true, value: ['a case'] });
  });
});
