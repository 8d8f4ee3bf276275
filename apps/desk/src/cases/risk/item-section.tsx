import type { Item, ItemKind, Values } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { PutAway } from '../item/put-away.tsx';
import { type ItemForm, useItemForm } from '../item/use-item-form.ts';
import { ApartNote } from './apart-note.tsx';

/** A section of the story about things of one kind: each shown, each to be changed or put away, and new ones. */
export function ItemSection<Noun extends string, V extends Values>({
  view,
  allowed,
  kind,
  items,
  title,
  hint,
  add,
  putAway,
  blank,
  show,
  fields,
  ready,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
  readonly kind: ItemKind<Noun, V>;
  readonly items: readonly Item<V>[];
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  readonly putAway: string;
  readonly blank: () => Partial<V>;
  readonly show: (item: Item<V>) => ReactNode;
  readonly fields: (form: ItemForm<V>) => ReactNode;
  /** Whether what was typed can be kept. */
  readonly ready: (values: Partial<V>) => boolean;
}): ReactNode {
  const { t } = useSpeech();
  const [open, setOpen] = useState<string | null>(null);
  const heading = useId();
  const form = (item: Item<V> | undefined): ReactNode => (
    <ItemFields
      key={item?.id ?? 'new'}
      view={view}
      kind={kind}
      item={item}
      blank={blank}
      fields={fields}
      ready={ready}
      onDone={() => setOpen(null)}
    />
  );
  return (
    <section className="stack tight" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p className="small quiet">{hint}</p>
      <ul className="plain stack tight">
        {items.map((item) => (
          <li key={item.id} className="card padded stack tight">
            {show(item)}
            <ApartNote item={item} />
            {allowed && open === item.id ? form(item) : null}
            {allowed && open !== item.id ? (
              <div className="cluster screen-only">
                <button type="button" className="button small" onClick={() => setOpen(item.id)}>
                  {t('danger.change')}
                </button>
                <PutAway kind={kind} record={view.record} item={item} label={putAway} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {!allowed ? null : open === 'new' ? (
        <div className="card padded">{form(undefined)}</div>
      ) : (
        <div>
          <button type="button" className="button" data-add={kind.noun} onClick={() => setOpen('new')}>
            {add}
          </button>
        </div>
      )}
    </section>
  );
}

function ItemFields<Noun extends string, V extends Values>({
  view,
  kind,
  item,
  blank,
  fields,
  ready,
  onDone,
}: {
  readonly view: CaseView;
  readonly kind: ItemKind<Noun, V>;
  readonly item: Item<V> | undefined;
  readonly blank: () => Partial<V>;
  readonly fields: (form: ItemForm<V>) => ReactNode;
  readonly ready: (values: Partial<V>) => boolean;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm(kind, view.record, item, blank);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) onDone();
        });
      }}
    >
      {fields(form)}
      <FailureNote failure={form.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={form.busy || !ready(form.values)}>
          {t('common.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.draft.discard();
            onDone();
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={form.draft} onDiscard={onDone} />
      </div>
    </form>
  );
}
