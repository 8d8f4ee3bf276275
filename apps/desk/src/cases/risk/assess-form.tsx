import { type AssessmentValues, seenOf, settings } from '@leeward/domain/risk/assessment.ts';
import {
  type Band,
  bandBy,
  bands,
  defaultMatrix,
  impacts,
  likelihoods,
} from '@leeward/domain/risk/matrix.ts';
import { plannedMoves } from '@leeward/domain/risk/moves.ts';
import { assessmentsIn, shownAs, toBeJudged } from '@leeward/domain/risk/whom.ts';
import type { EventRef } from '@leeward/domain/shared/context.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { Confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { confidence as confidences } from '@leeward/vocabulary/lists/confidence.ts';
import { riskTrigger } from '@leeward/vocabulary/lists/risk-trigger.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { useOpenSession } from '../../session/organisation.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { newId } from '../new-id.ts';
import { GroupedSelect, ManyField, useWhomChoices } from './choice-fields.tsx';
import { choicesOf, dangerWord, impactHint, likelihoodHint } from './danger-words.ts';
import { MatrixTable } from './matrix-table.tsx';
import { BandChip } from './risk-chip.tsx';

type Form = {
  readonly id: string;
  readonly who: string;
  readonly setting: AssessmentValues['setting'];
  readonly likelihood: AssessmentValues['likelihood'] | '';
  readonly impact: AssessmentValues['impact'] | '';
  readonly confidence: Confidence | '';
  readonly reasons: string;
  readonly threats: readonly string[];
  readonly triggers: readonly string[];
  readonly otherwise: boolean;
  readonly band: Band | '';
  readonly why: string;
  readonly on: string;
  readonly review: string;
  /** What stood of this person and setting when the form was filled in. */
  readonly seen: readonly EventRef[];
};

/** Judging one person's risk in one setting: reasons first, then the two scales, then what the matrix makes of them. */
export function AssessForm({
  view,
  onDone,
}: {
  readonly view: CaseView;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const action = useAction('actOnCase');
  const { state, record } = view;
  const people = useWhomChoices(state);
  const { organisation } = useOpenSession();
  const cells = organisation.riskMatrix?.cells ?? defaultMatrix.cells;
  const first = toBeJudged(state)[0] ?? 'who_defender';
  const seen = (who: string, setting: Form['setting']) =>
    seenOf(assessmentsIn(state), shownAs(state, who), setting);
  const draft = useForm<Form>('case:RiskAssessed', record, () => ({
    id: newId(),
    who: first,
    setting: 'set_here',
    likelihood: '',
    impact: '',
    confidence: '',
    reasons: '',
    threats: [],
    triggers: [],
    otherwise: false,
    band: '',
    why: '',
    on: today,
    review: '',
    seen: seen(first, 'set_here'),
  }));
  const { form, change } = draft;
  const { likelihood, impact } = form;
  const byMatrix = likelihood === '' || impact === '' ? null : bandBy(cells, likelihood, impact);
  const ready =
    form.reasons.trim() !== '' &&
    byMatrix !== null &&
    form.confidence !== '' &&
    (!form.otherwise || (form.band !== '' && form.why.trim() !== ''));
  const give = async (): Promise<void> => {
    if (likelihood === '' || impact === '' || form.confidence === '') return;
    const { otherwise, band, why, seen: replaces, review, ...values } = form;
    const answer = await action.run({
      record,
      events: [
        {
          type: 'RiskAssessed',
          v: 1,
          ...values,
          likelihood,
          impact,
          confidence: form.confidence,
          reasons: form.reasons.trim(),
          triggers: form.triggers as AssessmentValues['triggers'],
          matrix: cells,
          override: otherwise && band !== '' ? { band, reason: why.trim() } : null,
          review: review === '' ? null : review,
          replaces,
        },
      ],
      form: 'case:RiskAssessed',
    });
    if (!answer.ok) return;
    draft.given();
    onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <p className="note small">{t('danger.assess.aid')}</p>
      <div className="two-fields">
        <GroupedSelect
          label={t('danger.assess.who')}
          value={form.who}
          choices={people}
          onChange={(who) => change({ who, seen: seen(who, form.setting) })}
        />
        <SelectBox
          label={t('danger.assess.setting')}
          value={form.setting}
          choices={settings.map((one) => ({ value: one, label: t(`danger.setting.${one}`) }))}
          onChange={(setting) => {
            const next = setting === '' ? 'set_here' : setting;
            change({ setting: next, seen: seen(form.who, next) });
          }}
        />
      </div>
      {form.setting !== 'set_way' && form.setting !== 'set_there' ? null : <PlannedMoves view={view} />}
      <TextBox
        label={t('danger.assess.reasons')}
        hint={t('danger.assess.reasonsHint')}
        required
        rows={4}
        value={form.reasons}
        onChange={(reasons) => change({ reasons })}
      />
      <ManyField
        label={t('danger.assess.threats')}
        values={form.threats}
        choices={standing(state.parts.risk.threats).map((one) => ({
          value: one.id,
          label: valueIn(one, 'what') ?? '',
          group: '',
        }))}
        onChange={(threats) => change({ threats })}
      />
      <Scale
        label={t('danger.likelihoodField')}
        name="likelihood"
        value={likelihood}
        choices={likelihoods.map((code) => ({
          value: code,
          label: dangerWord(t, 'likelihood', code),
          hint: likelihoodHint(t, code),
        }))}
        onChange={(code) => change({ likelihood: code })}
      />
      <Scale
        label={t('danger.impactField')}
        name="impact"
        value={impact}
        choices={impacts.map((code) => ({
          value: code,
          label: dangerWord(t, 'impact', code),
          hint: impactHint(t, code),
        }))}
        onChange={(code) => change({ impact: code })}
      />
      <MatrixTable
        cells={cells}
        likelihood={likelihood === '' ? null : likelihood}
        impact={impact === '' ? null : impact}
      />
      <p className="small quiet">
        {organisation.riskMatrix === null
          ? t('danger.matrix.source')
          : t('danger.matrix.ownSource', { reason: organisation.riskMatrix.reason })}
      </p>
      <p role="status">
        {byMatrix === null ? (
          <span className="quiet">{t('danger.assess.notYet')}</span>
        ) : (
          <>
            {t('danger.assess.gives')} <BandChip band={byMatrix} /> {t(`danger.bandMeans.${byMatrix}`)}
          </>
        )}
      </p>
      <Scale
        label={t('danger.howSure')}
        name="confidence"
        value={form.confidence}
        choices={confidences.items.map(({ code }) => ({
          value: code,
          label: t(`confidence.${code}`),
          hint: t(`danger.confidence.${code}`),
        }))}
        onChange={(code) => change({ confidence: code })}
      />
      <label className="option">
        <input
          type="checkbox"
          checked={form.otherwise}
          onChange={({ target }) => change({ otherwise: target.checked })}
        />
        <span>{t('danger.assess.otherwise')}</span>
      </label>
      {form.otherwise ? (
        <>
          <SelectBox
            label={t('danger.assess.band')}
            value={form.band}
            none={t('common.choose')}
            required
            choices={bands.map((one) => ({ value: one, label: dangerWord(t, 'band', one) }))}
            onChange={(band) => change({ band })}
          />
          <TextBox
            label={t('danger.assess.otherwiseWhy')}
            required
            rows={2}
            value={form.why}
            onChange={(why) => change({ why })}
          />
        </>
      ) : null}
      <ManyField
        label={t('danger.assess.triggers')}
        folded
        values={form.triggers}
        choices={choicesOf(t, 'trigger', riskTrigger)}
        onChange={(triggers) => change({ triggers })}
      />
      <div className="two-fields">
        <LineBox
          label={t('danger.assess.on')}
          type="date"
          required
          value={form.on}
          onChange={(on) => change({ on })}
        />
        <LineBox
          label={t('danger.assess.review')}
          hint={t('danger.assess.reviewHint')}
          type="date"
          value={form.review}
          onChange={(review) => change({ review })}
        />
      </div>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={action.busy || !ready}>
          {t('danger.assess.give')}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={onDone} />
      </div>
    </form>
  );
}

/** Steps of a scale with what each means. */
function Scale<Code extends string>({
  label,
  name,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: Code | '';
  readonly choices: readonly { readonly value: Code; readonly label: string; readonly hint: string }[];
  readonly onChange: (value: Code) => void;
}): ReactNode {
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      <div className="options many">
        {choices.map((choice) => (
          <label key={choice.value} className="option">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              <b>{choice.label}</b> <span className="small quiet">{choice.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What the plan says of a move, for whoever judges the road and the place. */
function PlannedMoves({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const moves = plannedMoves(view.state);
  if (moves.length === 0) return null;
  return (
    <div className="note stack tight">
      <strong>{t('danger.assess.planned')}</strong>
      <ul className="plain">
        {moves.map((measure) => {
          const by = valueIn(measure, 'by') ?? null;
          return (
            <li key={measure.id}>
              <Words inline text={valueIn(measure, 'what') ?? ''} />
              {by === null ? '' : ` · ${formatDate(numbers, by, 'UTC')}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
