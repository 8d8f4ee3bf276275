import { timesReopened } from '@leeward/domain/case/state.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { conflictsOf, valueIn } from '@leeward/domain/shared/items.ts';
import { type StageCode, type StageValues, stageCodes, stageItems } from '@leeward/domain/stage/events.ts';
import { endedStages, openStages, type Stage, timesIn } from '@leeward/domain/stage/state.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { useMemberName, useMembers } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { FormFoot } from '../item/form-foot.tsx';
import { PutAway } from '../item/put-away.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { phaseKey } from '../phase.ts';
import { JudgeUrgency } from '../urgency/judge-urgency.tsx';
import { StateApart } from './apart.tsx';
import { ForgetCase } from './forget-case.tsx';
import { MoveForm } from './move-form.tsx';

/** Where the case stands, what runs beside it, and how it came here. */
export function StagesScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const actor = useActor();
  const { state } = view;
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const open = openStages(state.parts.stages);
  const ended = endedStages(state.parts.stages);
  const reopened = timesReopened(state);
  return (
    <div className="stack part-screen">
      <section className="stack tight" aria-labelledby="state">
        <h2 id="state">{t('stages.state')}</h2>
        <p>
          <span className="chip accent">{t(phaseKey(state.phase))}</span>
          {reopened === 0 ? null : (
            <>
              {' '}
              <span className="chip">{t('case.reopened', { count: reopened })}</span>
            </>
          )}
        </p>
        <StateApart view={view} />
        {allowed ? <MoveForm view={view} /> : null}
      </section>
      <section className="stack tight" aria-labelledby="urgency">
        <h2 id="urgency">{t('urgency.title')}</h2>
        <JudgeUrgency view={view} allowed={allowed} />
      </section>
      <section className="stack tight" aria-labelledby="open">
        <h2 id="open">{t('stages.open')}</h2>
        <p className="small quiet">{t('stages.openHint')}</p>
        {open.length === 0 ? <Empty title={t('stages.noneOpen')} /> : null}
        <ul className="plain stack tight">
          {open.map((stage) => (
            <StageCard key={stage.id} view={view} stage={stage} allowed={allowed} />
          ))}
        </ul>
        {allowed ? <StageForm view={view} stage={undefined} onDone={() => undefined} /> : null}
      </section>
      {ended.length === 0 ? null : (
        <section className="stack tight" aria-labelledby="ended">
          <h2 id="ended">{t('stages.ended')}</h2>
          <ul className="plain stack tight">
            {ended.map((stage) => (
              <StageCard key={stage.id} view={view} stage={stage} allowed={allowed} />
            ))}
          </ul>
        </section>
      )}
      {state.phaseHistory.length === 0 ? null : (
        <section className="stack tight" aria-labelledby="way">
          <h2 id="way">{t('stages.way')}</h2>
          <ol className="plain card rows">
            {[...state.phaseHistory].reverse().map((change) => (
              <li key={`${change.entry} ${change.index}`} className="row">
                <span>
                  <b>{t(phaseKey(change.state))}</b>
                  {change.reopens ? (
                    <>
                      {' '}
                      <span className="chip">{t('stages.reopened')}</span>
                    </>
                  ) : null}
                  <br />
                  <Words inline text={change.reason} />
                </span>
                <span className="small quiet">
                  <bdi>{nameOf(change.by)}</bdi> <Ago at={change.claimedTime} />
                  {change.date === null ? null : (
                    <>
                      <br />
                      {t('case.until', { date: formatDate(numbers, change.date, 'UTC') })}
                    </>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <ForgetCase view={view} />
    </div>
  );
}

function StageCard({
  view,
  stage,
  allowed,
}: {
  readonly view: CaseView;
  readonly stage: Stage;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const [editing, setEditing] = useState(false);
  const code = valueIn(stage, 'stage') ?? 'contact';
  const from = valueIn(stage, 'from') ?? '';
  const until = valueIn(stage, 'until') ?? null;
  const lead = valueIn(stage, 'lead') ?? null;
  const note = valueIn(stage, 'note') ?? '';
  const times = timesIn(view.state.parts.stages, code);
  return (
    <li className="card padded stack tight" data-stage={code}>
      <div className="line-meta">
        <b>{t(`stage.${code}`)}</b>
        <span className="small quiet num">
          {until === null
            ? t('stages.since', { date: formatDate(numbers, from, 'UTC') })
            : t('stages.fromTo', {
                from: formatDate(numbers, from, 'UTC'),
                to: formatDate(numbers, until, 'UTC'),
              })}
        </span>
        {times > 1 ? <span className="chip">{t('stages.times', { count: times })}</span> : null}
        {lead === null ? null : (
          <span className="chip">
            <bdi>{nameOf(lead)}</bdi>
          </span>
        )}
      </div>
      {note === '' ? null : <Words text={note} />}
      {conflictsOf(stage).includes('note') ? (
        <Versions
          label={t('stages.note')}
          field={stage.fields.note}
          say={(text) => <Words text={text} />}
          onChoose={null}
        />
      ) : null}
      {allowed ? (
        editing ? (
          <StageForm view={view} stage={stage} onDone={() => setEditing(false)} />
        ) : (
          <div className="cluster">
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t(until === null ? 'stages.change' : 'stages.correct')}
            </button>
            <PutAway kind={stageItems} record={view.record} item={stage} label={t('stages.putAway')} />
          </div>
        )
      ) : null}
    </li>
  );
}

function StageForm({
  view,
  stage,
  onDone,
}: {
  readonly view: CaseView;
  readonly stage: Stage | undefined;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const members = useMembers();
  const nameOf = useMemberName();
  const form = useItemForm<'Stage', StageValues>(stageItems, view.record, stage, () => ({
    lead: null,
    until: null,
    note: '',
    from: today,
  }));
  const [opened, setOpened] = useState(stage !== undefined);
  const { values } = form;
  const close = (): void => {
    setOpened(false);
    onDone();
  };
  if (!opened && form.draft.keeping === null)
    return (
      <button type="button" className="button" data-act="begin-stage" onClick={() => setOpened(true)}>
        {t('stages.begin')}
      </button>
    );
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) close();
        });
      }}
    >
      <SelectBox<StageCode>
        label={t('stages.which')}
        value={values.stage ?? ''}
        none={t('common.choose')}
        required
        choices={stageCodes.map((code) => ({ value: code, label: t(`stage.${code}`) }))}
        onChange={(code) => {
          if (code !== '') form.set({ stage: code });
        }}
      />
      <LineBox
        label={t('stages.from')}
        type="date"
        required
        value={values.from ?? ''}
        onChange={(from) => form.set({ from })}
      />
      {stage === undefined ? null : (
        <LineBox
          label={t('stages.until')}
          hint={t('stages.untilHint')}
          type="date"
          value={values.until ?? ''}
          onChange={(until) => form.set({ until: until === '' ? null : until })}
        />
      )}
      <SelectBox
        label={t('stages.lead')}
        value={values.lead ?? ''}
        none={t('stages.leadNobody')}
        choices={members.map(({ member }) => ({ value: member, label: nameOf(member) }))}
        onChange={(lead) => form.set({ lead: lead === '' ? null : lead })}
      />
      <TextBox
        label={t('stages.note')}
        rows={3}
        value={values.note ?? ''}
        onChange={(note) => form.set({ note })}
      />
      <FormFoot form={form} save={t(stage === undefined ? 'stages.beginNow' : 'common.save')} onEnd={close} />
    </form>
  );
}
