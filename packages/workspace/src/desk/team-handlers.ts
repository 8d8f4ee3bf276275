import { giveCaseItems, takeCaseBackItems } from './case-teams.ts';
import type { Answer, DraftedCommand } from './contract.ts';
import type { Engine } from './engine.ts';
import { describeTeam, endTeam, foundTeam, putInTeam, takeOutOfTeam, teamViews } from './own-teams.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';
import type { TeamCommands } from './teams-contract.ts';

type Session = Pick<RequestTools, 'act'> & {
  readonly opened: <T>(work: (engine: Engine) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly given: <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
};

/** What a session answers about teams. */
export function teamHandlers({
  opened,
  exclusively,
  given,
  act,
}: Session): Pick<Handlers, keyof TeamCommands> {
  const alone = <T>(work: (engine: Engine) => Promise<Answer<T>>): Promise<Answer<T>> =>
    opened((engine) => exclusively(() => work(engine)));
  return {
    teams: () => opened(async (engine) => ({ ok: true, value: await teamViews(engine) })),
    foundTeam: (args) =>
      given(
        'foundTeam',
        null,
        alone((engine) => foundTeam(engine, args)),
      ),
    describeTeam: (args) =>
      given(
        'describeTeam',
        args.team,
        alone((engine) => describeTeam(engine, args)),
      ),
    endTeam: (args) =>
      given(
        'endTeam',
        args.team,
        alone((engine) => endTeam(engine, args)),
      ),
    giveCase: (args) =>
      given(
        'case:giveTeam',
        args.record,
        act((engine) => giveCaseItems(engine, args)),
      ),
    takeCaseBack: (args) =>
      given(
        'case:takeBack',
        args.record,
        act((engine) => takeCaseBackItems(engine, args)),
      ),
    putInTeam: (args) => alone((engine) => putInTeam(engine, args)),
    takeOutOfTeam: (args) => alone((engine) => takeOutOfTeam(engine, args)),
  };
}
