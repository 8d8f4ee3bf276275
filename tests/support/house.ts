import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { publishDoor } from '@leeward/workspace/desk/door-settings.ts';
import type { NewItem } from '@leeward/workspace/desk/outbox.ts';
import { doorTexts } from './desk.ts';
import { clockAt, type EngineDesk, foundDesk, joinDesk } from './engine-desk.ts';
import { type HostileRelay, hostileRelay } from './hostile-relay.ts';
import { startTestRelay, type TestRelay } from './relay.ts';
import { relayFetch } from './relay-fetch.ts';
import { type Visitor, visit } from './visitor.ts';
import { settle } from './world.ts';

/** A real relay with the hostile layer before it, an administrator's and an officer's desk, and a synthetic person at the door. */
export type House = {
  readonly relay: TestRelay;
  readonly hostile: HostileRelay;
  readonly one: EngineDesk;
  readonly two: EngineDesk;
  readonly visitor: Visitor;
  /** Another person at the same door. */
  readonly visitAgain: () => Promise<Visitor>;
  /** She asks for help; the record of the conversation, once a desk has adopted it. */
  readonly ask: () => Promise<string>;
  /** Copies what the relay keeps; gives back the way to put the copy in its place. */
  readonly backUp: () => Promise<() => Promise<void>>;
  readonly end: () => Promise<void>;
};

export async function openHouse(): Promise<House> {
  let relay = await startTestRelay();
  const { address } = relay;
  const hostile = hostileRelay(relayFetch(address));
  const clock = clockAt(Date.now());
  const one = await foundDesk(hostile.of('one'), clock, await relay.token(), relay.url('desk'));
  const two = await joinDesk(one, hostile.of('two'), clock);
  const door = await publishDoor(one.engine, doorTexts, relay.url('door'));
  if (!door.ok) throw new Error('no door');
  await settle([one, two]);
  const link = door.value.link ?? '';
  const visitor = await visit(relay, link, { fetch: hostile.of('visitor') });
  const data = join(relay.folder, 'data');
  const copy = join(relay.folder, 'copy');
  return {
    relay,
    hostile,
    one,
    two,
    visitor,
    visitAgain: () => visit(relay, link, { fetch: hostile.of('visitor') }),
    ask: async () => {
      await visitor.ask('They came to my office. I need a place for two.', 'yes');
      await settle([one, two]);
      const found = [...one.engine.records.values()].find((view) => view.kind === 'conversation');
      if (found === undefined) throw new Error('nothing was adopted');
      return found.id;
    },
    backUp: async () => {
      await relay.stop();
      cpSync(data, copy, { recursive: true });
      relay = await relay.again({ port: address.port });
      return async () => {
        await relay.stop();
        rmSync(data, { recursive: true });
        cpSync(copy, data, { recursive: true });
        relay = await relay.again({ port: address.port });
      };
    },
    end: async () => {
      one.stop();
      two.stop();
      await relay.end();
    },
  };
}

export const claim = (record: string): NewItem => ({ record, command: 'claim', args: {} });
export const urgency = (record: string, code: string): NewItem => ({
  record,
  command: 'setUrgency',
  args: { urgency: code, reason: `Because of ${code}.` },
});
export const reply = (record: string, text: string): NewItem => ({
  record,
  command: 'reply',
  args: { text, files: [], blobs: [] },
});
