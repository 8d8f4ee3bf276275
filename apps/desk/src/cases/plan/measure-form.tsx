import { type MeasureValues, measureItems } from '@leeward/domain/plan/events.ts';
import {
  isRelocation,
  knowers,
  measureAims,
  measureKinds,
  measureStates,
} from '@leeward/domain/plan/measures.ts';
import type { Measure } from '@leeward/domain/plan/state.ts';
import type { DeskKey } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { FormFoot } from '../item/form-foot.tsx';
import { MemberBox } from '../item/member-box.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { useAnswered } from './use-answered.ts';

/** What a kind of measure is called; an organisation's own kinds by the plainest word. */
export function kindKey(kind: string): DeskKey {
  const known = measureKinds.find((one) => one === kind);
  return known === undefined ? 'plan.kind.own' : `plan.kind.${known}`;
}

const blank = (): Partial<MeasureValues> => ({
  kind: 'advocacy',
  what: '',
  aim: 'reduce_threat',
  answers: [],
  owner: null,
  doneBy: '',
  cost: null,
  costNote: '',
  by: null,
  trigger: '',
  fallback: '',
  mayKnow: 'readers',
  mayKnowNames: '',
  state: 'proposed',
  outcome: '',
  whyThis: '',
  considered: '',
});

/** A measure. Where it would uproot her, the form asks why it is the best way and what else was considered. */
export function MeasureForm({
  view,
  measure,
  onEnd,
}: {
  readonly view: CaseView;
  readonly measure: Measure | undefined;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'Measure', MeasureValues>(measureItems, view.record, measure, blank);
  const { values, set } = form;
  const answerable = useAnswered(view.state);
  const cost = values.cost ?? null;
  const [amount, setAmount] = useState(cost?.amount ?? '');
  const [currency, setCurrency] = useState(cost?.currency ?? '');
  const isAmount = amount === '' || /^\d{1,12}(\.\d{1,3})?$/.test(amount);
  const isCurrency = amount === '' || /^[A-Z]{3}$/.test(currency);
  const price = (sum: string, letters: string): void => {
    setAmount(sum);
    setCurrency(letters);
    const isWhole = /^\d{1,12}(\.\d{1,3})?$/.test(sum) && /^[A-Z]{3}$/.test(letters);
    if (isWhole) set({ cost: { amount: sum, currency: letters } });
    else if (sum === '') set({ cost: null });
  };
  const kind = values.kind ?? 'advocacy';
  const ready = (values.what ?? '').trim() !== '' && isAmount && isCurrency;
  const answers = values.answers ?? [];
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void form.save().then((done) => done && onEnd());
      }}
    >
      <SelectBox
        label={t('plan.kind')}
        hint={t('plan.kindHint')}
        value={measureKinds.find((one) => one === kind) ?? ''}
        choices={measureKinds.map((value) => ({ value, label: t(`plan.kind.${value}`) }))}
        onChange={(value) => (value === '' ? undefined : set({ kind: value }))}
      />
      {isRelocation(kind) ? (
        <div className="note warn stack tight">
          <strong>{t('plan.lastResort')}</strong>
          <TextBox
            label={t('plan.whyThis')}
            rows={3}
            value={values.whyThis ?? ''}
            onChange={(whyThis) => set({ whyThis })}
          />
          <TextBox
            label={t('plan.considered')}
            rows={3}
            value={values.considered ?? ''}
            onChange={(considered) => set({ considered })}
          />
        </div>
      ) : null}
      <Versions
        label={t('plan.what')}
        field={measure?.fields.what}
        say={(words) => words}
        onChoose={(what) => set({ what })}
      />
      <TextBox
        label={t('plan.what')}
        required
        rows={3}
        value={values.what ?? ''}
        onChange={(what) => set({ what })}
      />
      <div className="enter-row">
        <SelectBox
          label={t('plan.aim')}
          value={values.aim ?? 'reduce_threat'}
          choices={measureAims.map((value) => ({ value, label: t(`plan.aim.${value}`) }))}
          onChange={(aim) => (aim === '' ? undefined : set({ aim }))}
        />
        <SelectBox
          label={t('plan.state')}
          value={values.state ?? 'proposed'}
          choices={measureStates.map((value) => ({ value, label: t(`plan.state.${value}`) }))}
          onChange={(state) => (state === '' ? undefined : set({ state }))}
        />
      </div>
      {answerable.length === 0 ? null : (
        <fieldset className="field">
          <legend>{t('plan.answers')}</legend>
          <div className="options">
            {answerable.map(({ part, item, label }) => {
              const isOn = answers.some((one) => one.item === item);
              return (
                <label key={item} className="option">
                  <input
                    type="checkbox"
                    checked={isOn}
                    onChange={() =>
                      set({
                        answers: isOn
                          ? answers.filter((one) => one.item !== item)
                          : [...answers, { part, item }],
                      })
                    }
                  />
                  <bdi>{label}</bdi>
                </label>
              );
            })}
          </div>
        </fieldset>
      )}
      <div className="enter-row">
        <MemberBox
          label={t('plan.owner')}
          value={values.owner ?? null}
          onChange={(owner) => set({ owner })}
        />
        <LineBox
          label={t('plan.doneBy')}
          hint={t('plan.doneByHint')}
          value={values.doneBy ?? ''}
          onChange={(doneBy) => set({ doneBy })}
        />
        <LineBox
          label={t('plan.by')}
          type="date"
          value={values.by ?? ''}
          onChange={(by) => set({ by: by === '' ? null : by })}
        />
      </div>
      <div className="enter-row">
        <LineBox label={t('plan.amount')} value={amount} onChange={(sum) => price(sum.trim(), currency)} />
        <LineBox
          label={t('plan.currency')}
          hint={t('plan.currencyHint')}
          value={currency}
          onChange={(letters) => price(amount, letters.trim().toUpperCase())}
        />
        <LineBox
          label={t('plan.costNote')}
          value={values.costNote ?? ''}
          onChange={(costNote) => set({ costNote })}
        />
      </div>
      {isAmount && isCurrency ? null : (
        <p className="error" role="status">
          {t('plan.wrongCost')}
        </p>
      )}
      <TextBox
        label={t('plan.trigger')}
        hint={t('plan.triggerHint')}
        rows={2}
        value={values.trigger ?? ''}
        onChange={(trigger) => set({ trigger })}
      />
      <TextBox
        label={t('plan.fallback')}
        hint={t('plan.fallbackHint')}
        rows={2}
        value={values.fallback ?? ''}
        onChange={(fallback) => set({ fallback })}
      />
      <div className="enter-row">
        <SelectBox
          label={t('plan.mayKnow')}
          value={values.mayKnow ?? 'readers'}
          choices={knowers.map((value) => ({ value, label: t(`plan.mayKnow.${value}`) }))}
          onChange={(mayKnow) => (mayKnow === '' ? undefined : set({ mayKnow }))}
        />
        <LineBox
          label={t('plan.mayKnowNames')}
          value={values.mayKnowNames ?? ''}
          onChange={(mayKnowNames) => set({ mayKnowNames })}
        />
      </div>
      <TextBox
        label={t('plan.outcome')}
        rows={2}
        value={values.outcome ?? ''}
        onChange={(outcome) => set({ outcome })}
      />
      <FormFoot form={form} ready={ready} onEnd={onEnd} />
    </form>
  );
}
