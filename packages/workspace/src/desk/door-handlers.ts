import { callView, setCall, testCall } from './calls.ts';
import type { Answer } from './contract.ts';
import type { DoorCommands } from './door-contract.ts';
import { doorView, publishDoor, signDoor } from './door-settings.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });

type Tools = Pick<RequestTools, 'opened' | 'given'> & {
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly doorOrigin: string;
};

/** Answers the commands of `door-contract.ts`. */
export function doorHandlers({
  opened,
  exclusively,
  given,
  doorOrigin,
}: Tools): Pick<Handlers, keyof DoorCommands> {
  return {
    door: () => opened(async (engine) => yes(await doorView(engine, doorOrigin))),
    publishDoor: ({ texts }) =>
      given(
        'publishDoor',
        null,
        opened((engine) => exclusively(() => publishDoor(engine, texts, doorOrigin))),
      ),
    signDoor: () => opened((engine) => exclusively(() => signDoor(engine, doorOrigin))),
    call: () => opened((engine) => callView(engine)),
    setCall: ({ address, language }) =>
      given(
        'setCall',
        null,
        opened((engine) => setCall(engine, address, language)),
      ),
    testCall: () => opened((engine) => testCall(engine)),
  };
}
