/** A team as the screen of teams shows it, besides its name. */
export type TeamView = {
  readonly team: string;
  /** Who is in it now, by id. */
  readonly members: readonly string[];
  /** Somebody has left, and its next key does not stand yet. */
  readonly isStale: boolean;
  readonly mayPutIn: boolean;
  /** Whether she may take others out; herself she always may. */
  readonly mayTakeOut: boolean;
  /** How many cases the team has; null where she is not of it, and is not told. */
  readonly cases: number | null;
};

/** Teams of the organisation's own, and who is in any team. */
export type TeamCommands = {
  teams: [Record<string, never>, readonly TeamView[]];
  foundTeam: [
    {
      /** Drawn when the form opens, so that a second press founds no second one. */
      readonly team: string;
      readonly name: string;
      readonly aim: string;
      readonly members: readonly string[];
    },
    null,
  ];
  describeTeam: [{ readonly team: string; readonly name: string; readonly aim: string }, null];
  endTeam: [{ readonly team: string; readonly reason: string }, null];
  /** Gives a case to a further team, of those that one is in. */
  giveCase: [{ readonly record: string; readonly team: string; readonly reason: string }, null];
  /** Takes a case back from a team: it reads nothing of what is written from then on. */
  takeCaseBack: [{ readonly record: string; readonly team: string; readonly reason: string }, null];
  putInTeam: [{ readonly team: string; readonly member: string }, null];
  takeOutOfTeam: [{ readonly team: string; readonly member: string }, null];
};
