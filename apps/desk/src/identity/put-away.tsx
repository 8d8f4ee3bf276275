import type { SheetEvent } from '@leeward/domain/identity/sheet.ts';
import {
  type Item,
  type ItemKind,
  putAwayOf,
  takeBackOf,
  type Values,
} from '@leeward/domain/shared/items.ts';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { LineBox } from '../request/back-fields.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { formOf } from './use-sheet-form.ts';

type Props<Noun extends string, V extends Values> = {
  readonly of: PersonInCase;
  readonly record: string;
  readonly kind: ItemKind<Noun, V>;
  readonly item: Item<V>;
};

/** Puts one thing of a sheet away, or takes it back, with a reason. Nothing is deleted; what was typed outlives a lock. */
export function PutAwayThing<Noun extends string, V extends Values>({
  of,
  record,
  kind,
  item,
}: Props<Noun, V>): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnIdentity');
  const isAway = item.away !== null;
  const command = formOf(`${kind.noun}:${isAway ? 'back' : 'away'}:${item.id}`, of);
  const form = useForm(command, of.caseRecord, () => ({ reason: '' }));
  const [opened, setOpened] = useState(false);
  const { reason } = form.form;
  const label = isAway ? t('item.takeBack') : t('identity.putAway');
  if (!opened && form.keeping === null)
    return (
      <button type="button" className="button quiet small" onClick={() => setOpened(true)}>
        {label}
      </button>
    );
  const give = async (): Promise<void> => {
    const event = (isAway ? takeBackOf : putAwayOf)(kind, item.id, reason.trim()) as unknown as SheetEvent;
    const answer = await action.run({ record, events: [event], form: { command, record: of.caseRecord } });
    if (!answer.ok) return;
    form.given();
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
      <LineBox
        label={isAway ? t('item.whyBack') : t('item.whyAway')}
        required
        value={reason}
        onChange={(next) => form.change({ reason: next })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || reason.trim() === ''}>
          {label}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            form.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={form} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}

/** What was put away of one kind: folded, with who did it and why, and the way back. */
export function AwayThings<Noun extends string, V extends Values>({
  of,
  kind,
  things,
  mayEdit,
  say,
}: {
  readonly of: PersonInCase;
  readonly kind: ItemKind<Noun, V>;
  readonly things: readonly { readonly identity: string; readonly item: Item<V> }[];
  readonly mayEdit: boolean;
  readonly say: (item: Item<V>) => ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  if (things.length === 0) return null;
  return (
    <details className="identity-away">
      <summary>{t('item.away', { count: things.length })}</summary>
      <ul className="plain stack">
        {things.map(({ identity, item }) => (
          <li key={`${identity} ${item.id}`} className="identity-thing stack tight">
            {say(item)}
            {item.away === null ? null : (
              <p className="small quiet">
                {nameOf(item.away.by)} <Ago at={item.away.claimedTime} /> ·{' '}
                <Words inline text={item.away.reason} />
              </p>
            )}
            {mayEdit ? (
              <div>
                <PutAwayThing of={of} record={identity} kind={kind} item={item} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
