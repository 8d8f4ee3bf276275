import type { QueueLine } from '@leeward/workspace/desk/conversation-contract.ts';

/** She wishes at her door that her signs of life end, and they go on. */
export type EndWishedErrand = {
  readonly kind: 'endWished';
  readonly line: QueueLine;
  readonly since: number;
};

/** Hers to carry out who answers her; everybody's where nobody does. */
export const endsWished = ({
  lines,
  me,
}: {
  readonly lines: readonly QueueLine[];
  readonly me: string;
}): readonly EndWishedErrand[] =>
  lines.flatMap((line) =>
    line.endWished === undefined ||
    line.phase === 'closed' ||
    (line.claimedBy !== null && line.claimedBy !== me)
      ? []
      : [{ kind: 'endWished', line, since: line.endWished }],
  );
