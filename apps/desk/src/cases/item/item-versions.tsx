import type { CaseEvent } from '@leeward/domain/case/events.ts';
import {
  baseOf,
  conflictsOf,
  editOf,
  type Item,
  type ItemKind,
  type Values,
} from '@leeward/domain/shared/items.ts';
import type { ReactNode } from 'react';
import { FailureNote } from '../../parts/problem.tsx';
import { useAction } from '../../session/use-session.tsx';
import { Versions } from './versions.tsx';

/** What every field of a kind of thing is called, and how its value is said: none can be left out. */
export type FieldWords<V extends Values> = {
  readonly [Name in keyof Required<V>]: {
    readonly label: string;
    readonly say: (value: V[Name]) => ReactNode;
  };
};

/** Every field of a thing that people changed apart, with all that was written, until somebody chooses. */
export function ItemVersions<Noun extends string, V extends Values>({
  kind,
  record,
  item,
  words,
  mayWrite,
}: {
  readonly kind: ItemKind<Noun, V>;
  readonly record: string;
  readonly item: Item<V>;
  readonly words: FieldWords<V>;
  readonly mayWrite: boolean;
}): ReactNode {
  const action = useAction('actOnCase');
  const apart = conflictsOf(item);
  if (apart.length === 0) return null;
  const choose = async (values: Partial<V>): Promise<void> => {
    const event = editOf(kind, baseOf(item, item.id), values) as CaseEvent | null;
    if (event !== null) await action.run({ record, events: [event], form: `case:choose:${item.id}` });
  };
  return (
    <>
      {apart.map((name) => (
        <Versions
          key={name}
          label={words[name].label}
          field={item.fields[name]}
          say={(value) => words[name].say(value as V[typeof name])}
          onChoose={mayWrite ? (value) => void choose({ [name]: value } as unknown as Partial<V>) : null}
        />
      ))}
      <FailureNote failure={action.failure} />
    </>
  );
}
