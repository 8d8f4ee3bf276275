import { logOf } from '@leeward/domain/incident/state.ts';
import { notConcluded } from '@leeward/domain/risk/argued.ts';
import { type ThreatValues, threatItems, threatKinds } from '@leeward/domain/risk/items.ts';
import { likelihoods } from '@leeward/domain/risk/matrix.ts';
import { shownAs } from '@leeward/domain/risk/whom.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatList } from '@leeward/ui';
import { confidence as confidences } from '@leeward/vocabulary/lists/confidence.ts';
import { incidentChannel } from '@leeward/vocabulary/lists/incident-channel.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { InexactDateField } from '../../parts/inexact-date-field.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { ManyField, useWhom, useWhomChoices } from './choice-fields.tsx';
import { choicesOf, dangerWord } from './danger-words.ts';
import { ItemSection } from './item-section.tsx';
import { useThingNames } from './thing-names.ts';

const blank = (): Partial<ThreatValues> => ({
  kind: 'threat_possible',
  what: '',
  whom: [],
  facts: '',
  incidents: [],
  pattern: '',
  objective: '',
  means: [],
  actor: null,
  source: '',
  conclusion: notConcluded,
  since: null,
  over: false,
});

/** The five steps in which a threat is thought through. */
const steps = ['facts', 'pattern', 'objective', 'source'] as const;

/** What is feared, declared or possible: each in five steps. */
export function ThreatsSection({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { state } = view;
  const whom = useWhom(state);
  const people = useWhomChoices(state);
  const named = useThingNames(view);
  const actors = standing(state.parts.risk.actors);
  return (
    <ItemSection
      view={view}
      allowed={allowed}
      kind={threatItems}
      items={standing(state.parts.risk.threats)}
      title={t('danger.threats')}
      hint={t('danger.threatsHint')}
      add={t('danger.threat.add')}
      putAway={t('danger.threat.putAway')}
      blank={blank}
      ready={({ what, conclusion }) =>
        (what ?? '').trim() !== '' && (conclusion?.likelihood == null || conclusion.words.trim() !== '')
      }
      show={(threat) => {
        const conclusion = valueIn(threat, 'conclusion') ?? notConcluded;
        const actor = state.parts.risk.actors.get(valueIn(threat, 'actor') ?? '');
        const by = actor === undefined ? undefined : valueIn(actor, 'name');
        const threatened = (valueIn(threat, 'whom') ?? []).map((who) => whom(shownAs(state, who)));
        const incidents = valueIn(threat, 'incidents') ?? [];
        const means = (valueIn(threat, 'means') ?? []).map((code) => dangerWord(t, 'channel', code));
        return (
          <>
            <span className="line-meta">
              <b>
                <Words inline text={valueIn(threat, 'what') ?? ''} />
              </b>
              <span className={`chip ${valueIn(threat, 'kind') === 'threat_declared' ? 'warn' : ''}`}>
                {t(`danger.threat.${valueIn(threat, 'kind') ?? 'threat_possible'}`)}
              </span>
              {valueIn(threat, 'over') === true ? (
                <span className="chip">{t('danger.threat.isOver')}</span>
              ) : null}
            </span>
            {threatened.length === 0 ? null : (
              <span className="small">
                {t('danger.threat.against', { names: formatList(numbers, threatened) })}
              </span>
            )}
            <ol className="steps">
              {steps.map((step) => {
                const text = valueIn(threat, step) ?? '';
                return (
                  <li key={step}>
                    <b>{t(`danger.step.${step}`)}</b>
                    {step === 'source' && by !== undefined ? (
                      <>
                        {' '}
                        <bdi>{by}</bdi>
                      </>
                    ) : null}
                    {text === '' ? (
                      <span className="quiet"> {t('danger.step.open')}</span>
                    ) : (
                      <Words text={text} />
                    )}
                    {step === 'facts' && incidents.length > 0 ? (
                      <span className="small quiet"> {formatList(numbers, incidents.map(named))}</span>
                    ) : null}
                    {step === 'objective' && means.length > 0 ? (
                      <span className="small quiet">
                        {t('danger.threat.means')}: {formatList(numbers, means)}
                      </span>
                    ) : null}
                  </li>
                );
              })}
              <li>
                <b>{t('danger.step.conclusion')}</b>{' '}
                {conclusion.likelihood === null ? (
                  <span className="quiet">{t('danger.step.open')}</span>
                ) : (
                  <>
                    {dangerWord(t, 'likelihood', conclusion.likelihood)}{' '}
                    <span className="small quiet">
                      {t('danger.sure', { how: t(`confidence.${conclusion.confidence}`) })}
                    </span>
                    <Words text={conclusion.words} />
                  </>
                )}
              </li>
            </ol>
          </>
        );
      }}
      fields={({ values, set }) => {
        const conclusion = values.conclusion ?? notConcluded;
        return (
          <>
            <SelectBox
              label={t('danger.threat.kind')}
              value={values.kind ?? 'threat_possible'}
              choices={threatKinds.map((one) => ({ value: one, label: t(`danger.threat.${one}`) }))}
              onChange={(kind) => set({ kind: kind === '' ? 'threat_possible' : kind })}
            />
            <LineBox
              label={t('danger.threat.what')}
              required
              value={values.what ?? ''}
              onChange={(what) => set({ what })}
            />
            <ManyField
              label={t('danger.threat.whom')}
              values={values.whom ?? []}
              choices={people}
              onChange={(chosen) => set({ whom: chosen })}
            />
            {steps.map((step) => (
              <TextBox
                key={step}
                label={t(`danger.step.${step}`)}
                hint={t(`danger.step.${step}.hint`)}
                rows={2}
                value={values[step] ?? ''}
                onChange={(text) => set({ [step]: text })}
              />
            ))}
            <ManyField
              label={t('danger.threat.incidents')}
              folded
              values={values.incidents ?? []}
              choices={logOf(state.parts.incident).map(({ id }) => ({
                value: id,
                label: named(id),
                group: '',
              }))}
              onChange={(incidents) => set({ incidents })}
            />
            <SelectBox
              label={t('danger.threat.actor')}
              value={values.actor ?? ''}
              none={t('danger.unknownActor')}
              choices={actors.map((actor) => ({ value: actor.id, label: valueIn(actor, 'name') ?? '' }))}
              onChange={(actor) => set({ actor: actor === '' ? null : actor })}
            />
            <ManyField
              label={t('danger.threat.means')}
              folded
              values={values.means ?? []}
              choices={choicesOf(t, 'channel', incidentChannel)}
              onChange={(means) => set({ means: means as ThreatValues['means'] })}
            />
            <InexactDateField
              label={t('danger.threat.since')}
              value={values.since ?? null}
              none={t('date.unknown')}
              onChange={(since) => set({ since })}
            />
            <fieldset className="stack tight">
              <legend>
                <b>{t('danger.step.conclusion')}</b>
              </legend>
              <div className="two-fields">
                <SelectBox
                  label={t('danger.likelihoodField')}
                  value={conclusion.likelihood ?? ''}
                  none={t('danger.step.open')}
                  choices={likelihoods.map((code) => ({
                    value: code,
                    label: dangerWord(t, 'likelihood', code),
                  }))}
                  onChange={(one) =>
                    set({ conclusion: { ...conclusion, likelihood: one === '' ? null : one } })
                  }
                />
                <SelectBox
                  label={t('danger.howSure')}
                  value={conclusion.confidence}
                  choices={confidences.items.map(({ code }) => ({
                    value: code,
                    label: t(`confidence.${code}`),
                  }))}
                  onChange={(sure) =>
                    set({ conclusion: { ...conclusion, confidence: sure === '' ? 'conf_low' : sure } })
                  }
                />
              </div>
              <TextBox
                label={t('danger.why')}
                rows={2}
                required={conclusion.likelihood !== null}
                value={conclusion.words}
                onChange={(words) => set({ conclusion: { ...conclusion, words } })}
              />
            </fieldset>
            <label className="option">
              <input
                type="checkbox"
                checked={values.over === true}
                onChange={({ target }) => set({ over: target.checked })}
              />
              <span>{t('danger.threat.over')}</span>
            </label>
          </>
        );
      }}
    />
  );
}
