import { keep } from '@leeward/workspace/desk/outbox.ts';
import { requestHandlers } from '@leeward/workspace/desk/request-handlers.ts';
import type { RequestCommands } from '@leeward/workspace/desk/requests-contract.ts';
import type { EngineDesk } from './engine-desk.ts';

/** The commands about requests over a desk that does nothing until it is told to: acts are kept and not sent. */
export function requestDesk({ engine }: EngineDesk): {
  readonly call: <Name extends keyof RequestCommands>(
    name: Name,
    args: RequestCommands[Name][0],
  ) => Promise<RequestCommands[Name][1]>;
} {
  const handlers = requestHandlers({
    opened: (work) => work(engine, () => undefined),
    inOrder: (work) => work(),
    act: async (items) => {
      const wanted = await items(engine);
      if (!wanted.ok) return wanted;
      await keep(engine, wanted.value);
      return { ok: true, value: null };
    },
    given: (_command, _record, answer) => answer,
  });
  return {
    call: async (name, args) => {
      // biome-ignore lint/suspicious/noExplicitAny: every handler takes the arguments of its own name
      const answer = await (handlers[name] as (given: any) => Promise<any>)(args);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
  };
}
