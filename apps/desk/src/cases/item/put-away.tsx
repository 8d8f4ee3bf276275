import type { CaseEvent } from '@leeward/domain/case/events.ts';
import {
  type Item,
  type ItemKind,
  putAwayOf,
  takeBackOf,
  type Values,
} from '@leeward/domain/shared/items.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { typedDirection } from '../../parts/typed-direction.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';

/** Puts a thing away with a reason, or takes it back. Nothing is deleted. */
export function PutAway<Noun extends string, V extends Values>({
  kind,
  record,
  item,
  label,
}: {
  readonly kind: ItemKind<Noun, V>;
  readonly record: string;
  readonly item: Item<V>;
  /** What the button says while the thing stands: "Put this task away". */
  readonly label: string;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnCase');
  const command = `case:${kind.noun}:away:${item.id}` as const;
  const draft = useForm(command, record, () => ({ reason: '' }));
  const [opened, setOpened] = useState(false);
  const box = useId();
  const { reason } = draft.form;
  if (!opened && draft.keeping === null) {
    return (
      <button type="button" className="button quiet small" onClick={() => setOpened(true)}>
        {item.away === null ? label : t('item.takeBack')}
      </button>
    );
  }
  const give = async (): Promise<void> => {
    const make = item.away === null ? putAwayOf : takeBackOf;
    const event = make(kind, item.id, reason.trim()) as unknown as CaseEvent;
    const answer = await action.run({ record, events: [event], form: command });
    if (!answer.ok) return;
    draft.given();
    setOpened(false);
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <div className="field">
        <label htmlFor={box}>{item.away === null ? t('item.whyAway') : t('item.whyBack')}</label>
        <input
          id={box}
          required
          dir={typedDirection(reason)}
          autoComplete="off"
          value={reason}
          onChange={(event) => draft.change({ reason: event.target.value })}
        />
      </div>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
          {item.away === null ? label : t('item.takeBack')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}
