import type { CaseEvent } from '@leeward/domain/case/events.ts';
import {
  type Base,
  baseOf,
  editOf,
  type Item,
  type ItemEvent,
  type ItemKind,
  type Values,
} from '@leeward/domain/shared/items.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { type UsedForm, useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { newId } from '../new-id.ts';

type Typed<V extends Values> = { readonly base: Base<V>; readonly values: Partial<V> };

/** A form over one thing in a part of a case. */
export type ItemForm<V extends Values> = {
  readonly id: string;
  readonly values: Partial<V>;
  readonly set: (part: Partial<V>) => void;
  /** Gives what was typed. True once it is kept; then the form begins anew. */
  readonly save: () => Promise<boolean>;
  readonly draft: Pick<UsedForm<object>, 'keeping' | 'discard'>;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

/**
 * The form of a thing, or of a new one. It remembers which versions its author saw when it opened: what a colleague
 * writes meanwhile stays beside hers. A part that is not saved outlives a lock and a reload.
 */
export function useItemForm<Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  record: string,
  item: Item<V> | undefined,
  blank: () => Partial<V>,
  /** Tells forms for new things apart where a screen has several. */
  slot = '',
): ItemForm<V> {
  const action = useAction('actOnCase');
  const command = `case:${kind.noun}:${item?.id ?? `new${slot}`}` as const;
  const form = useForm<Typed<V>>(command, record, () => {
    const base = baseOf(item, newId());
    return { base, values: { ...blank(), ...base.values } };
  });
  const { base, values } = form.form;
  const save = async (): Promise<boolean> => {
    const event: ItemEvent<Noun, V> | null = editOf(kind, base, values);
    if (event !== null) {
      const answer = await action.run({ record, events: [event as unknown as CaseEvent], form: command });
      if (!answer.ok) return false;
    }
    form.given();
    return true;
  };
  return {
    id: base.id,
    values,
    set: (part) => form.change((now) => ({ values: { ...now.values, ...part } })),
    save,
    draft: form,
    busy: action.busy,
    failure: action.failure,
  };
}
