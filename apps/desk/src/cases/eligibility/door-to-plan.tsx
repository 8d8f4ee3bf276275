import type { DoorValues } from '@leeward/domain/eligibility/events.ts';
import { type MeasureValues, measureItems } from '@leeward/domain/plan/events.ts';
import { baseOf, editOf, type Item, valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { addressOf } from '../../router/route.ts';
import { useAction } from '../../session/use-session.tsx';

/** Makes a measure of a door that was taken up. It has the door's id: however often it is asked, there is one. */
export function DoorToPlan({
  view,
  door,
}: {
  readonly view: CaseView;
  readonly door: Item<DoorValues>;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('actOnCase');
  const { record } = view;
  if (view.state.parts.plan.measures.has(door.id))
    return (
      <a href={addressOf({ name: 'case', record, part: 'plan', item: door.id })}>{t('eligible.inPlan')}</a>
    );
  const give = async (): Promise<void> => {
    const measure = editOf(measureItems, baseOf<MeasureValues>(undefined, door.id), {
      kind: 'x_door',
      what: valueIn(door, 'name') ?? '',
      aim: 'raise_capacity',
      by: valueIn(door, 'until') ?? null,
      state: 'proposed',
    });
    if (measure !== null) await action.run({ record, events: [measure], form: null });
  };
  return (
    <>
      <button type="button" className="button small" disabled={action.busy} onClick={() => void give()}>
        {t('eligible.toPlan')}
      </button>
      <FailureNote failure={action.failure} />
    </>
  );
}
