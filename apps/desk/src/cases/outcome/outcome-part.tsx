import { may } from '@leeward/domain/organisation/permissions.ts';
import {
  type FarewellValues,
  type FollowUpValues,
  farewellItems,
  followUpItems,
  outcomeItems,
} from '@leeward/domain/outcome/events.ts';
import { type FollowUp, type OutcomeSaid, openFollowUps, outcomesOf } from '@leeward/domain/outcome/state.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { FormFoot } from '../item/form-foot.tsx';
import { PutAway } from '../item/put-away.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { AskedAfterNote, useAskedAfter } from './ending-fields.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { OutcomeVersions } from './outcome-versions.tsx';

/** What became of her, how she comes back, and when she is asked again. */
export function OutcomePart({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const { state, record } = view;
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const { outcome } = state.parts;
  const said = outcomesOf(outcome);
  const open = openFollowUps(outcome);
  const asked = useAskedAfter(view);
  const [farewell] = standing(outcome.farewells).toReversed();
  return (
    <div className="stack part-screen">
      <p className="quiet">{t('outcome.lead')}</p>
      <section className="stack tight" aria-labelledby="after">
        <h2 id="after">{t('outcome.followUps')}</h2>
        <AskedAfterNote record={record} asked={asked} />
        {open.length === 0 ? <p className="quiet">{t('outcome.noFollowUp')}</p> : null}
        <ul className="plain stack tight">
          {open.map((followUp) => (
            <FollowUpCard
              key={followUp.id}
              record={record}
              followUp={followUp}
              allowed={allowed}
              marked={followUp.id === item}
            />
          ))}
        </ul>
        {allowed ? <FollowUpForm record={record} item={undefined} /> : null}
      </section>
      <section className="stack tight" aria-labelledby="became">
        <h2 id="became">{t('outcome.became')}</h2>
        {said.length === 0 ? <Empty title={t('outcome.none')}>{t('outcome.noneHint')}</Empty> : null}
        <ul className="plain stack tight">
          {said.map((one) => (
            <OutcomeCard key={one.id} view={view} said={one} allowed={allowed} />
          ))}
        </ul>
        {allowed ? (
          <OutcomeForm
            record={record}
            item={undefined}
            followUp={null}
            open={false}
            onEnd={() => undefined}
          />
        ) : null}
      </section>
      <section className="stack tight" aria-labelledby="farewell">
        <h2 id="farewell">{t('outcome.agreed')}</h2>
        {farewell === undefined ? null : (
          <dl className="card padded document-facts">
            {(['alternatives', 'wayBack', 'wishes'] as const).map((name) =>
              (farewell.fields[name] ?? []).map((written) =>
                written.value === '' ? null : (
                  <div key={`${name} ${written.at.entry}`}>
                    <dt>{t(name === 'alternatives' ? 'decline.alternatives' : `outcome.${name}`)}</dt>
                    <dd>
                      <Words text={written.value} />
                    </dd>
                  </div>
                ),
              ),
            )}
          </dl>
        )}
        {allowed ? <FarewellForm record={record} item={farewell} /> : null}
      </section>
    </div>
  );
}

function FollowUpCard({
  record,
  followUp,
  allowed,
  marked,
}: {
  readonly record: string;
  readonly followUp: FollowUp;
  readonly allowed: boolean;
  readonly marked: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const due = valueIn(followUp, 'due') ?? today;
  const months = valueIn(followUp, 'months') ?? null;
  return (
    <li className="card padded stack tight" data-marked={marked || undefined} data-follow-up="">
      <div className="line-meta">
        <b className="num">{formatDate(numbers, due, 'UTC')}</b>
        {months === null ? null : (
          <span className="small quiet">{t('outcome.after', { count: months })}</span>
        )}
        {due < today ? <span className="chip warn">{t('due.section.late')}</span> : null}
      </div>
      {allowed ? (
        <>
          <OutcomeForm
            record={record}
            item={undefined}
            followUp={followUp}
            open={marked}
            onEnd={() => undefined}
          />
          <div className="cluster">
            <FollowUpForm record={record} item={followUp} />
            <PutAway kind={followUpItems} record={record} item={followUp} label={t('outcome.notAskedThen')} />
          </div>
        </>
      ) : null}
    </li>
  );
}

function OutcomeCard({
  view,
  said,
  allowed,
}: {
  readonly view: CaseView;
  readonly said: OutcomeSaid;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const [editing, setEditing] = useState(false);
  const { record } = view;
  const begun = said.steps[0];
  const followUp = view.state.parts.outcome.followUps.get(valueIn(said, 'followUp') ?? '') ?? null;
  if (editing)
    return (
      <li>
        <OutcomeForm record={record} item={said} followUp={followUp} open onEnd={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="card padded stack tight" data-outcome="">
      <div className="line-meta">
        <b className="num">{formatDate(numbers, valueIn(said, 'on') ?? '', 'UTC')}</b>
        {(valueIn(said, 'outcomes') ?? []).map((code) => (
          <span key={code} className="chip">
            {code.startsWith('x_') ? code : t(`outcome.is.${code as Exclude<typeof code, `x_${string}`>}`)}
          </span>
        ))}
      </div>
      <OutcomeVersions view={view} said={said} allowed={allowed} />
      {begun === undefined ? null : (
        <span className="small quiet">
          <bdi>{nameOf(begun.by)}</bdi> <Ago at={begun.claimedTime} />
        </span>
      )}
      {allowed ? (
        <div className="cluster">
          <button type="button" className="button" onClick={() => setEditing(true)}>
            {t('documents.correct')}
          </button>
          <PutAway kind={outcomeItems} record={record} item={said} label={t('outcome.putAway')} />
        </div>
      ) : null}
    </li>
  );
}

/** A day on which she is asked, or another day for it. */
function FollowUpForm({
  record,
  item,
}: {
  readonly record: string;
  readonly item: FollowUp | undefined;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'FollowUp', FollowUpValues>(followUpItems, record, item, () => ({ months: null }));
  const [opened, setOpened] = useState(false);
  if (!opened && form.draft.keeping === null)
    return (
      <div>
        <button type="button" className="button quiet" onClick={() => setOpened(true)}>
          {t(item === undefined ? 'outcome.plan' : 'outcome.otherDay')}
        </button>
      </div>
    );
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) setOpened(false);
        });
      }}
    >
      <LineBox
        label={t('outcome.due')}
        type="date"
        required
        value={form.values.due ?? ''}
        onChange={(due) => form.set({ due })}
      />
      <FormFoot form={form} onEnd={() => setOpened(false)} />
    </form>
  );
}

function FarewellForm({
  record,
  item,
}: {
  readonly record: string;
  readonly item: Parameters<typeof useItemForm<'Farewell', FarewellValues>>[2];
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'Farewell', FarewellValues>(farewellItems, record, item, () => ({
    wayBack: '',
    wishes: '',
    alternatives: '',
  }));
  const [opened, setOpened] = useState(false);
  if (!opened && form.draft.keeping === null)
    return (
      <div>
        <button type="button" className="button" onClick={() => setOpened(true)}>
          {t(item === undefined ? 'outcome.agree' : 'documents.correct')}
        </button>
      </div>
    );
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) setOpened(false);
        });
      }}
    >
      <TextBox
        label={t('outcome.wayBack')}
        hint={t('outcome.wayBackHint')}
        rows={2}
        value={form.values.wayBack ?? ''}
        onChange={(wayBack) => form.set({ wayBack })}
      />
      <TextBox
        label={t('outcome.wishes')}
        rows={2}
        value={form.values.wishes ?? ''}
        onChange={(wishes) => form.set({ wishes })}
      />
      <TextBox
        label={t('decline.alternatives')}
        hint={t('decline.alternativesHint')}
        rows={2}
        value={form.values.alternatives ?? ''}
        onChange={(alternatives) => form.set({ alternatives })}
      />
      <FormFoot form={form} onEnd={() => setOpened(false)} />
    </form>
  );
}
