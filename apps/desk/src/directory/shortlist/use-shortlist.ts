import type { DraftedCommand } from '@leeward/workspace/desk/contract.ts';
import { type UsedForm, useForm } from '../../session/use-form.ts';

/** What somebody picked, for a request or for nothing in particular. Kept sealed on this device, like a draft. */
export type Shortlist = { readonly picked: readonly string[]; readonly note: string };

export type UsedShortlist = {
  readonly draft: UsedForm<Shortlist>;
  readonly picked: readonly string[];
  readonly has: (mechanism: string) => boolean;
  readonly toggle: (mechanism: string) => void;
  /** Moves an entry so many places, up (negative) or down. */
  readonly move: (mechanism: string, by: number) => void;
};

const command: DraftedCommand = 'shortlist';

export function useShortlist(record: string | null): UsedShortlist {
  const draft = useForm<Shortlist>(command, record, () => ({ picked: [], note: '' }));
  const { picked } = draft.form;
  return {
    draft,
    picked,
    has: (mechanism) => picked.includes(mechanism),
    toggle: (mechanism) =>
      draft.change({
        picked: picked.includes(mechanism)
          ? picked.filter((other) => other !== mechanism)
          : [...picked, mechanism],
      }),
    move: (mechanism, by) => draft.change({ picked: moved(picked, mechanism, by) }),
  };
}

/** The same list with one of it moved, as far as the list goes. */
export function moved(list: readonly string[], one: string, by: number): readonly string[] {
  const from = list.indexOf(one);
  if (from < 0) return list;
  const rest = list.filter((other) => other !== one);
  return rest.toSpliced(Math.min(Math.max(from + by, 0), rest.length), 0, one);
}
