import { type IncidentValues, linksToWork } from '@leeward/domain/incident/events.ts';
import type { Incident } from '@leeward/domain/incident/state.ts';
import { countries } from '@leeward/ui/language/names.ts';
import { confidence as confidences } from '@leeward/vocabulary/lists/confidence.ts';
import { incidentChannel } from '@leeward/vocabulary/lists/incident-channel.ts';
import { incidentKind } from '@leeward/vocabulary/lists/incident-kind.ts';
import { incidentPlace } from '@leeward/vocabulary/lists/incident-place.ts';
import { knownThrough } from '@leeward/vocabulary/lists/known-through.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { InexactDateField } from '../../parts/inexact-date-field.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { GroupedSelect, ManyField } from '../risk/choice-fields.tsx';
import { choicesOf } from '../risk/danger-words.ts';
import { UrgencyChoice } from '../urgency/urgency-choice.tsx';
import { ActFields } from './act-fields.tsx';
import { EvidenceFields, ReportedFields } from './support-fields.tsx';
import { useIncidentForm } from './use-incident-form.ts';

/** Logging an incident, or correcting one: what happened first, everything else may wait. */
export function IncidentForm({
  view,
  incident,
  onDone,
}: {
  readonly view: CaseView;
  readonly incident: Incident | undefined;
  readonly onDone: (id: string | null) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const form = useIncidentForm(view.record, view.state, incident);
  const { values, set } = form;
  const named = useMemo(
    () => countries(numbers).map(({ code, name }) => ({ value: code, label: name })),
    [numbers],
  );
  return (
    <form
      className="stack incident-form"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((id) => {
          if (id !== null) onDone(id);
        });
      }}
    >
      <GroupedSelect
        label={t('danger.incident.kind')}
        value={values.kind ?? ''}
        choices={choicesOf(t, 'kind', incidentKind)}
        onChange={(kind) => set({ kind: kind as IncidentValues['kind'] })}
      />
      <TextBox
        label={t('danger.incident.happened')}
        hint={t('danger.incident.happenedHint')}
        required
        rows={5}
        value={values.happened ?? ''}
        onChange={(happened) => set({ happened })}
      />
      <label className="option">
        <input
          type="checkbox"
          checked={values.graphic === true}
          onChange={({ target }) => set({ graphic: target.checked })}
        />
        <span>{t('danger.incident.graphic')}</span>
      </label>
      <InexactDateField
        label={t('danger.incident.when')}
        value={values.when ?? null}
        none={t('date.unknown')}
        onChange={(when) => set({ when })}
      />
      <div className="two-fields">
        <div className="field">
          <label htmlFor="incident-hour">{t('danger.incident.hour')}</label>
          <input
            id="incident-hour"
            type="time"
            value={values.hour ?? ''}
            onChange={({ target }) => set({ hour: target.value.slice(0, 5) })}
          />
        </div>
        <SelectBox
          label={t('danger.incident.sure')}
          value={values.sure ?? 'conf_medium'}
          choices={confidences.items.map(({ code }) => ({ value: code, label: t(`confidence.${code}`) }))}
          onChange={(sure) => set({ sure: sure === '' ? 'conf_medium' : sure })}
        />
      </div>
      <div className="two-fields">
        <GroupedSelect
          label={t('danger.incident.place')}
          value={values.place ?? ''}
          none={t('danger.notSaid')}
          choices={choicesOf(t, 'place', incidentPlace)}
          onChange={(place) => set({ place: place === '' ? null : (place as IncidentValues['place']) })}
        />
        <SelectBox
          label={t('danger.incident.country')}
          value={values.country ?? ''}
          none={t('danger.notSaid')}
          choices={named}
          onChange={(country) => set({ country: country === '' ? null : country })}
        />
      </div>
      <LineBox
        label={t('danger.incident.area')}
        hint={t('danger.incident.areaHint')}
        value={values.area ?? ''}
        onChange={(area) => set({ area })}
      />
      <section className="stack tight" aria-label={t('danger.acts')}>
        <h3>{t('danger.acts')}</h3>
        <p className="small quiet">{t('danger.actsHint')}</p>
        {form.acts.map((act, at) => (
          <ActFields
            key={act.base.id}
            state={view.state}
            number={at + 1}
            values={act.values}
            onChange={(part) =>
              form.setActs(
                form.acts.map((one) => (one === act ? { ...one, values: { ...one.values, ...part } } : one)),
              )
            }
            onRemove={
              form.acts.length === 1 ? null : () => form.setActs(form.acts.filter((one) => one !== act))
            }
          />
        ))}
        <div>
          <button type="button" className="button" onClick={form.addAct}>
            {t('danger.act.add')}
          </button>
        </div>
      </section>
      <details className="card more-detail" open={incident !== undefined}>
        <summary>{t('danger.incident.more')}</summary>
        <div className="stack">
          <GroupedSelect
            label={t('danger.incident.channel')}
            value={values.channel ?? ''}
            none={t('danger.notSaid')}
            choices={choicesOf(t, 'channel', incidentChannel)}
            onChange={(channel) =>
              set({ channel: channel === '' ? null : (channel as IncidentValues['channel']) })
            }
          />
          <SelectBox
            label={t('danger.incident.link')}
            value={values.link ?? 'link_unknown'}
            choices={linksToWork.map((code) => ({ value: code, label: t(`danger.workLink.${code}`) }))}
            onChange={(link) => set({ link: link === '' ? 'link_unknown' : link })}
          />
          <TextBox
            label={t('danger.incident.linkWhy')}
            rows={2}
            value={values.linkWhy ?? ''}
            onChange={(linkWhy) => set({ linkWhy })}
          />
          <ManyField
            label={t('danger.incident.known')}
            values={values.known ?? []}
            choices={choicesOf(t, 'known', knownThrough)}
            onChange={(known) => set({ known: known as IncidentValues['known'] })}
          />
          <LineBox
            label={t('danger.incident.knownNote')}
            value={values.knownNote ?? ''}
            onChange={(knownNote) => set({ knownNote })}
          />
          <TextBox
            label={t('danger.incident.witnesses')}
            hint={t('danger.incident.witnessesHint')}
            rows={2}
            value={values.witnesses ?? ''}
            onChange={(witnesses) => set({ witnesses })}
          />
          <EvidenceFields
            view={view}
            values={values.evidence ?? []}
            onChange={(evidence) => set({ evidence })}
          />
          <TextBox
            label={t('danger.incident.reaction')}
            rows={2}
            value={values.reaction ?? ''}
            onChange={(reaction) => set({ reaction })}
          />
          <ReportedFields values={values.reported ?? []} onChange={(reported) => set({ reported })} />
        </div>
      </details>
      {incident !== undefined ? null : (
        <UrgencyChoice
          legend={t('danger.incident.urgency')}
          later={t('danger.incident.urgencyLater', { urgency: t(`urgency.${view.state.urgency}`) })}
          form={form.urgency}
          onChange={form.setUrgency}
        />
      )}
      <FailureNote failure={form.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={
            form.busy ||
            (values.happened ?? '').trim() === '' ||
            (form.urgency.chosen !== '' && form.urgency.reason.trim() === '')
          }
        >
          {t('common.save')}
        </button>
        <button type="button" className="button quiet" onClick={() => onDone(null)}>
          {t('common.cancel')}
        </button>
        <Kept of={form.draft} onDiscard={() => onDone(null)} />
      </div>
    </form>
  );
}
