import type { CareCommands } from './care-contract.ts';
import { quietItem, quietView } from './quiet-hours.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';

/** Answers the commands of `care-contract.ts`. */
export function careHandlers({ opened, act, given }: RequestTools): Pick<Handlers, keyof CareCommands> {
  return {
    quiet: () => opened(async (engine) => ({ ok: true, value: await quietView(engine) })),
    setQuiet: ({ hours, exceptDanger }) =>
      given(
        'setQuiet',
        null,
        act(async (engine) => {
          const item = await quietItem(engine, { hours, exceptDanger });
          if (item === null) return { ok: false, error: { code: 'not-here' } };
          engine.announce('session', 'call');
          return { ok: true, value: [item] };
        }),
      ),
    markFile: ({ record, blob, graphic, shows }) =>
      act(async () => ({
        ok: true,
        value: [{ record, command: 'markFile', args: { blob, graphic, shows } }],
      })),
  };
}
