import type { SafeHours } from '@leeward/domain/request/safe-hours.ts';

/** When a colleague is not to be disturbed. */
export type QuietOf = {
  readonly member: string;
  /** Null where she set none. */
  readonly hours: SafeHours | null;
  readonly exceptDanger: boolean;
};

export type QuietView = { readonly members: readonly QuietOf[] };

/** What cares for those who work here. */
export type CareCommands = {
  quiet: [Record<string, never>, QuietView];
  /** One's own hours, and nobody else's. */
  setQuiet: [{ readonly hours: SafeHours | null; readonly exceptDanger: boolean }, null];
  /** Says of a file in a conversation what it shows, so that nobody sees it unwarned; or that it is not hard to see. */
  markFile: [
    {
      readonly record: string;
      readonly blob: string;
      readonly graphic: boolean;
      readonly shows: string;
    },
    null,
  ];
};
