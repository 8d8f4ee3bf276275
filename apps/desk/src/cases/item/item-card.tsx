import type { Item, ItemKind, Values } from '@leeward/domain/shared/items.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useBegun } from '../../session/use-form.ts';
import { PutAway } from './put-away.tsx';

/** A thing in a list: what it says, its form when somebody changes it, and the way to put it away. */
export function ItemCard<Noun extends string, V extends Values>({
  kind,
  record,
  item,
  allowed,
  away,
  form,
  children,
}: {
  readonly kind: ItemKind<Noun, V>;
  readonly record: string;
  readonly item: Item<V>;
  readonly allowed: boolean;
  /** What the button to put it away says. */
  readonly away: string;
  readonly form: (onEnd: () => void) => ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const isBegun = useBegun(`case:${kind.noun}:${item.id}`, record);
  const isEditing = allowed && (isOpen || isBegun);
  return (
    <li className="card facts stack tight" data-item={item.id}>
      {children}
      {isEditing ? form(() => setOpen(false)) : null}
      {allowed ? (
        <div className="cluster">
          {isEditing ? null : (
            <button type="button" className="button quiet small" onClick={() => setOpen(true)}>
              {t('item.change')}
            </button>
          )}
          <PutAway kind={kind} record={record} item={item} label={away} />
        </div>
      ) : null}
    </li>
  );
}

/** The way to a new thing of a kind, and its form. */
export function NewItem({
  noun,
  record,
  label,
  form,
}: {
  readonly noun: string;
  readonly record: string;
  readonly label: string;
  readonly form: (onEnd: () => void) => ReactNode;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const isBegun = useBegun(`case:${noun}:new`, record);
  if (isOpen || isBegun) return form(() => setOpen(false));
  return (
    <div>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {label}
      </button>
    </div>
  );
}
