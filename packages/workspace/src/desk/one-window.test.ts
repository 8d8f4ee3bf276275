import { locks } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { type OneWindow, oneWindow } from './one-window.ts';

describe('windows of one browser', () => {
  it('work one at a time: the others wait, and the next goes on when the first is closed', async () => {
    const browser = newBrowser();
    const first = browser.open('first');
    await first.works();
    browser.open('second');
    browser.open('third');
    await pause();
    expect(browser.working()).toEqual(['first']);
    browser.close('first');
    await expect.poll(browser.working).toEqual(['second']);
  });

  it('hand the work to the one that is asked for, and not to whoever waits longest', async () => {
    const browser = newBrowser();
    const first = browser.open('first');
    await first.works();
    browser.open('second');
    const third = browser.open('third');
    third.turns.take();
    await third.works();
    expect(browser.working()).toEqual(['third']);
    expect(browser.told).toEqual(['first begins', 'first ends', 'first is gone', 'third begins']);
    // And back, as often as somebody wants.
    first.turns.take();
    await first.works();
    expect(browser.working()).toEqual(['first']);
  });

  it('never work at once, however often they are asked: nobody begins before the other has left nothing under way', async () => {
    const browser = newBrowser();
    const windows = ['first', 'second', 'third', 'fourth'].map(browser.open);
    for (let turn = 0; turn < 40; turn += 1) {
      windows[(turn * 7 + 3) % windows.length]?.turns.take();
      if (turn % 3 === 0) await pause();
    }
    const last = windows[2];
    await expect
      .poll(async () => {
        last?.turns.take();
        await pause();
        return browser.working();
      })
      .toEqual(['third']);
    expect(browser.mostAtOnce()).toBe(1);
  });

  it('leave the place to the one that was just loaded anew, though they have waited longer', async () => {
    const browser = newBrowser();
    const first = browser.open('first');
    await first.works();
    browser.open('second');
    await longAfter();
    browser.close('first');
    await pause();
    const again = browser.open('first again');
    await again.works();
    expect(browser.told).toEqual(['first begins', 'first again begins']);
  });

  it('do nothing when the one that works is asked to work', async () => {
    const browser = newBrowser();
    const first = browser.open('first');
    await first.works();
    first.turns.take();
    await pause();
    expect(browser.told).toEqual(['first begins']);
  });
});

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));
const reload = 60;
const longAfter = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2 * reload));
let browsers = 0;
type Callback = (lock: Lock | null) => Promise<unknown>;

/** A browser in which windows open and close, over true locks. */
function newBrowser() {
  browsers += 1;
  const name = `windows of test ${browsers} ${Math.random()}`;
  const told: string[] = [];
  const working = new Set<string>();
  const listeners = new Map<string, (event: MessageEvent) => void>();
  const closed = new Map<string, () => void>();
  let most = 0;
  const open = (me: string) => {
    const begins = async (): Promise<void> => {
      told.push(`${me} begins`);
      await pause();
      working.add(me);
      most = Math.max(most, working.size);
    };
    const ends = async (): Promise<void> => {
      told.push(`${me} ends`);
      await pause();
      working.delete(me);
      told.push(`${me} is gone`);
    };
    const gone = new Promise<void>((resolve) => closed.set(me, resolve));
    const turns: OneWindow = oneWindow(
      {
        name,
        me,
        reload,
        // A window that is closed lets go of its lock, whatever it was doing.
        locks: {
          request: ((wanted: string, ...rest: [LockOptions, Callback] | [Callback]) => {
            const [options, callback] = rest.length === 2 ? rest : [{}, rest[0]];
            return locks.request(wanted, options, (lock) => Promise.race([callback(lock), gone]));
          }) as LockManager['request'],
        },
        channel: {
          addEventListener: (_type: string, listener: unknown) =>
            void listeners.set(me, listener as (event: MessageEvent) => void),
          postMessage: (data: unknown) => {
            for (const [other, listener] of listeners)
              if (other !== me) setTimeout(() => listener({ data } as MessageEvent), 1);
          },
        },
      },
      begins,
      ends,
    );
    return { turns, works: () => expect.poll(() => working.has(me)).toBe(true) };
  };
  return {
    told,
    open,
    close: (me: string) => {
      working.delete(me);
      listeners.delete(me);
      closed.get(me)?.();
    },
    working: () => [...working],
    mostAtOnce: () => most,
  };
}
