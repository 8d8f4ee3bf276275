import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import type { InboxItem } from './inbox.ts';

/** The mailbox of a question sheet, as the summary of its case holds it: enough to know whose an item is. */
export type SheetBox = {
  readonly mailbox: string;
  readonly sheet: string;
  /** Hash of the item with the questions. */
  readonly item: string;
  readonly until: number;
  readonly ended: boolean;
  /** How many answers the case has taken in. */
  readonly taken: number;
  /** The team to whose key its answers are sealed; missing in lines that were kept before it was noted. */
  readonly team?: string;
  readonly generation?: number;
};

export function boxesIn(state: CaseState): { readonly boxes?: readonly SheetBox[] } {
  const sheets = [...state.parts.sheet.values()];
  if (sheets.length === 0) return {};
  return {
    boxes: sheets.map(({ id, mailbox, item, until, ended, answers, team, generation }) => ({
      mailbox,
      sheet: id,
      item: item.hash,
      until,
      ended: ended !== null,
      taken: answers.length,
      team,
      generation,
    })),
  };
}

export type BoxOfCase = SheetBox & { readonly record: string };

/** The mailboxes of all question sheets in the cases that are here, by id. */
export function sheetMailboxes(engine: Engine): ReadonlyMap<string, BoxOfCase> {
  const found = new Map<string, BoxOfCase>();
  for (const [record, summary] of engine.summaries)
    if (summary.kind === 'case')
      for (const box of summary.boxes ?? []) found.set(box.mailbox, { ...box, record });
  return found;
}

/**
 * Whether what came is sealed to a team of ours other than intake: the answer to a sheet of a case that this device may
 * not hold. It founds no conversation; whoever reads the case takes it in.
 */
export function isForAnotherTeam(engine: Engine, items: readonly InboxItem[], intake: Bytes): boolean {
  const first = items[0]?.verified.item;
  return (
    first !== undefined &&
    !equal(first.team, intake) &&
    engine.organisation.skeleton.teams.has(toHex(first.team))
  );
}
