import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import {
  type Base,
  baseOf,
  editOf,
  type Item,
  type ItemKind,
  type Values,
} from '@leeward/domain/shared/items.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { newId } from '../cases/new-id.ts';
import { type UsedForm, useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

type Typed<V extends Values> = { readonly base: Base<V>; readonly values: Partial<V> };

export type SheetForm<V extends Values> = {
  readonly values: Partial<V>;
  readonly set: (part: Partial<V>) => void;
  /** Gives what was typed. True once it is kept; then the form begins anew. */
  readonly save: () => Promise<boolean>;
  readonly draft: Pick<UsedForm<object>, 'keeping' | 'discard'>;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

/** By what a form about an identity is kept: it leads back to the person, and says nothing of her. */
export const formOf = (what: string, { person }: PersonInCase): `identity:${string}` =>
  `identity:${what}:${person ?? 'her'}`;

/**
 * The form of a thing in an identity record, or of a new one. What is typed is kept sealed on this device, and shown
 * again only once the identity is open again.
 */
export function useSheetForm<Noun extends string, V extends Values>(
  kind: ItemKind<Noun, V>,
  of: PersonInCase,
  record: string,
  item: Item<V> | undefined,
  blank: () => Partial<V>,
  id?: string,
): SheetForm<V> {
  const action = useAction('actOnIdentity');
  const command = formOf(`${kind.noun}:${item?.id ?? 'new'}`, of);
  const form = useForm<Typed<V>>(command, of.caseRecord, () => {
    const base = baseOf(item, id ?? newId());
    return { base, values: { ...blank(), ...base.values } };
  });
  const { base, values } = form.form;
  const save = async (): Promise<boolean> => {
    const event = editOf(kind, base, values);
    if (event !== null) {
      const given = { command, record: of.caseRecord };
      const answer = await action.run({ record, events: [event as unknown as SheetEvent], form: given });
      if (!answer.ok) return false;
    }
    form.given();
    return true;
  };
  return {
    values,
    set: (part) => form.change((now) => ({ values: { ...now.values, ...part } })),
    save,
    draft: form,
    busy: action.busy,
    failure: action.failure,
  };
}
