import type { Mapping, Mends } from '@leeward/domain/bring/mapping.ts';
import type { BroughtTable } from '@leeward/domain/bring/table.ts';
import type { HowItWasRead } from '@leeward/workspace/bring/contract.ts';
import { newId } from '../cases/new-id.ts';
import { type UsedForm, useForm } from '../session/use-form.ts';

/** What was read: it changes when a file is chosen, and with no letter that is typed. */
type Read = { readonly table: BroughtTable | null; readonly how: HowItWasRead | null };

type Decided = {
  readonly batch: string;
  readonly source: string;
  readonly mapping: Mapping | null;
  readonly mends: Mends;
  readonly team: string;
};

export type BringDraft = Read & Decided;

/**
 * A table on its way and what was decided about it. They are kept apart: ten thousand rows are handed over and sealed when
 * they were read, and not again with every letter.
 */
export function useBringDraft(team: string): UsedForm<BringDraft> {
  const read = useForm<Read>('case:bring:table', null, () => ({ table: null, how: null }));
  const decided = useForm<Decided & Partial<Read>>('case:bring', null, () => ({
    batch: newId(),
    source: '',
    mapping: null,
    mends: {},
    team,
  }));
  // Kept before the two were apart.
  const { table = null, how = null, ...rest } = decided.form;
  const form: BringDraft = { ...rest, table: read.form.table ?? table, how: read.form.how ?? how };
  const discard = (): void => {
    read.discard();
    decided.discard();
  };
  return {
    form,
    keeping: read.keeping === 'kept' ? (decided.keeping ?? 'kept') : (read.keeping ?? decided.keeping),
    change: (part) => {
      const { table: nextTable, how: nextHow, ...next } = typeof part === 'function' ? part(form) : part;
      if (nextTable !== undefined || nextHow !== undefined)
        read.change({ table: nextTable ?? null, how: nextHow ?? null });
      if (Object.keys(next).length > 0) decided.change(next);
    },
    discard,
    // No other command knows of it: what was brought must not lie on this device, nor be there after the next lock.
    given: discard,
  };
}
