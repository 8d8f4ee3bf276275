import { looksAfter, type Silence, silenceAt } from '@leeward/domain/check-in/silence.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';

/*
 * Signs of life on the day of whoever looks after them: before they are late, while they are waited for, and each rung of
 * the ladder once they did not come. Derived here, at every open desk, from what was agreed and what came.
 */

export type SilenceErrand = {
  readonly kind: 'silence';
  /** The file that holds the ladder; null where only the conversation knows of check-ins. */
  readonly file: CaseLine | null;
  readonly request: QueueLine | null;
  readonly name: string | null;
  readonly silence: Silence;
  /** Who looks after it now; null for nobody. */
  readonly after: string | null;
};

type Inputs = {
  readonly lines: readonly QueueLine[];
  readonly cases: readonly CaseLine[];
  /** Who may look after anybody: whoever is gone does not. */
  readonly officers: readonly string[];
  readonly me: string;
  readonly now: number;
};

export type Silences = {
  /** Somebody must act: she is in danger, or a sign of life did not come. Everybody sees it. */
  readonly now: readonly SilenceErrand[];
  /** A sign of life is due: for whoever looks after it. */
  readonly soon: readonly SilenceErrand[];
  /** Conversations whose alarm is told by their file, with its pauses and its ladder. */
  readonly told: ReadonlySet<string>;
};

export function silencesOf({ lines, cases, officers, me, now }: Inputs): Silences {
  const files = new Map(
    cases.flatMap((line) =>
      line.conversation === null || line.watch === undefined ? [] : [[line.conversation, line] as const],
    ),
  );
  const told = new Set<string>();
  const found: SilenceErrand[] = [];
  const add = (file: CaseLine | null, request: QueueLine | null): void => {
    const watch = file?.watch ?? null;
    const silence = silenceAt(watch, request?.checkIn ?? null, now);
    if (silence === null) return;
    const after =
      [looksAfter(watch, null, now), file?.responsible, request?.claimedBy].find(
        (member) => member != null && officers.includes(member),
      ) ?? null;
    const name = file?.pseudonym ?? request?.callName ?? null;
    found.push({ kind: 'silence', file, request, name, silence, after });
  };
  const known = new Set(lines.map(({ record }) => record));
  for (const line of lines) {
    const file = files.get(line.record) ?? null;
    if (file !== null) told.add(line.record);
    // Without a file the conversation itself says when she is late: here only what comes before that is told.
    if (line.phase !== 'closed' || file !== null) add(file, line);
  }
  for (const line of cases)
    if (line.watch !== undefined && (line.conversation === null || !known.has(line.conversation)))
      add(line, null);
  const isNow = ({ silence: { stage } }: SilenceErrand): boolean => stage === 'late' || stage === 'danger';
  return {
    now: found.filter((one) => isNow(one) && one.file !== null).sort(byDanger),
    soon: found
      .filter((one) => !isNow(one) && (one.after === null || one.after === me))
      .sort((left, right) => left.silence.lateAt - right.silence.lateAt),
    told,
  };
}

/** Danger before silence; whoever has been silent longest first. */
function byDanger(left: SilenceErrand, right: SilenceErrand): number {
  const rank = ({ silence }: SilenceErrand): number => (silence.stage === 'danger' ? 0 : 1);
  return rank(left) - rank(right) || left.silence.lateAt - right.silence.lateAt;
}
