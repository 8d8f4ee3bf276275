import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import { type Item, type ItemKind, putAwayOf } from '@leeward/domain/shared/items.ts';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useAction } from '../session/use-session.tsx';

/** Puts one thing of a sheet away, with a reason. It is kept in the record and can be taken back. */
export function PutAwayThing<Noun extends string, V extends object>({
  record,
  kind,
  item,
}: {
  readonly of: PersonInCase;
  readonly record: string;
  readonly kind: ItemKind<Noun, V>;
  readonly item: Item<V>;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnIdentity');
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  if (!opened)
    return (
      <button type="button" className="button quiet small" onClick={() => setOpened(true)}>
        {t('identity.putAway')}
      </button>
    );
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        const away = putAwayOf(kind, item.id, reason.trim()) as unknown as SheetEvent;
        void action.run({ record, events: [away], form: null });
      }}
    >
      <LineBox label={t('item.whyAway')} required value={reason} onChange={setReason} />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
          {t('identity.putAway')}
        </button>
        <button type="button" className="button quiet" onClick={() => setOpened(false)}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
