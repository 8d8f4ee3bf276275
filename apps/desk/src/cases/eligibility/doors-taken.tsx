import { type DoorValues, doorItems, doorStates } from '@leeward/domain/eligibility/events.ts';
import { baseOf, editOf, type Item, standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { PutAway } from '../item/put-away.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { newId } from '../new-id.ts';
import { ChoiceField } from '../verification/fields.tsx';
import { DoorToPlan } from './door-to-plan.tsx';

const pickedIn = (view: CaseView, of: DoorValues['of'], door: string): Item<DoorValues> | undefined =>
  standing(view.state.parts.eligibility.doors).find(
    (item) => valueIn(item, 'of') === of && valueIn(item, 'door') === door,
  );

/** Takes a door up in this case: a colleague sees it, and what became of it. */
export function PickDoor({
  view,
  of,
  door,
  name,
  until = null,
}: {
  readonly view: CaseView;
  readonly of: DoorValues['of'];
  readonly door: string;
  readonly name: string;
  readonly until?: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const act = useCaseAct(view.record);
  if (pickedIn(view, of, door) !== undefined)
    return <span className="chip good">{t('eligible.doorPicked')}</span>;
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label={t('eligible.doorPickNamed', { name })}
        disabled={act.busy}
        onClick={() =>
          void act.give(
            editOf(doorItems, baseOf<DoorValues>(undefined, newId()), {
              of,
              door,
              name,
              state: 'to_try',
              on: today,
              until,
              why: '',
            }),
            `case:door:${door.slice(0, 100)}`,
          )
        }
      >
        {t('eligible.doorPick')}
      </button>
      <FailureNote failure={act.failure} />
    </>
  );
}

/** The doors that were taken up, and how each stands. */
export function DoorsTaken({
  view,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const doors = standing(view.state.parts.eligibility.doors);
  return (
    <section className="stack tight" aria-labelledby="eligible-picked">
      <h2 id="eligible-picked">{t('eligible.picked')}</h2>
      {doors.length === 0 ? (
        <p className="quiet">{t('eligible.pickedNone')}</p>
      ) : (
        doors.map((item) => <TakenDoor key={item.id} view={view} item={item} mayWrite={mayWrite} />)
      )}
    </section>
  );
}

function TakenDoor({
  view,
  item,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly item: Item<DoorValues>;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const act = useCaseAct(view.record);
  const state = valueIn(item, 'state') ?? 'to_try';
  const until = valueIn(item, 'until') ?? null;
  return (
    <div className="card stack tight pad">
      <h3>
        <bdi>{valueIn(item, 'name')}</bdi>
      </h3>
      {until === null ? null : (
        <p className="small">{t('eligible.until', { date: formatDate(numbers, until, 'UTC') })}</p>
      )}
      {mayWrite ? (
        <ChoiceField
          label={t('eligible.doorState')}
          choices={doorStates.map((code) => ({ code, name: t(`eligible.door.${code}`) }))}
          value={state}
          onChange={(next) =>
            next !== null &&
            void act.give(
              editOf(doorItems, baseOf(item, item.id), { state: next, on: today }),
              `case:door:${item.id}`,
            )
          }
        />
      ) : (
        <p>{t(`eligible.door.${state}`)}</p>
      )}
      <FailureNote failure={act.failure} />
      {mayWrite ? (
        <div className="cluster">
          <DoorToPlan view={view} door={item} />
          <PutAway kind={doorItems} record={view.record} item={item} label={t('eligible.doorAway')} />
        </div>
      ) : null}
    </div>
  );
}
