import { type CostValues, costItems } from '@leeward/domain/eligibility/events.ts';
import { type Item, standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { costChoices, useProgrammeNames } from '../../programmes/names.ts';
import { type FieldWords, ItemVersions } from '../item/item-versions.tsx';
import { PutAway } from '../item/put-away.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { ChoiceField, DayField, NumberField, TextField } from '../verification/fields.tsx';
import { FormFrame } from '../verification/form-frame.tsx';

/** What is asked for, line by line. */
export function CostsSection({
  view,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useProgrammeNames();
  const words = useCostWords();
  const costs = standing(view.state.parts.eligibility.costs);
  return (
    <section className="stack tight" aria-labelledby="eligible-costs">
      <h2 id="eligible-costs">{t('eligible.costs')}</h2>
      <p className="quiet">{t('eligible.costsHint')}</p>
      {costs.map((cost) => {
        const from = valueIn(cost, 'from') ?? null;
        return (
          <div key={cost.id} className="card stack tight pad">
            <p>
              <b>{names.cost(valueIn(cost, 'line') ?? '')}</b>{' '}
              {new Intl.NumberFormat(numbers).format(valueIn(cost, 'amount') ?? 0)}{' '}
              {valueIn(cost, 'currency')}
            </p>
            <p className="small quiet">
              {from === null ? null : `${formatDate(numbers, from, 'UTC')} · `}
              {t('eligible.costElsewhere')}{' '}
              {t(`eligible.elsewhere.${valueIn(cost, 'elsewhere') ?? 'unknown'}`)}
            </p>
            <ItemVersions
              kind={costItems}
              record={view.record}
              item={cost}
              words={words}
              mayWrite={mayWrite}
            />
            {mayWrite ? (
              <div className="cluster">
                <CostForm key={cost.steps.length} view={view} cost={cost} />
                <PutAway kind={costItems} record={view.record} item={cost} label={t('eligible.costAway')} />
              </div>
            ) : null}
          </div>
        );
      })}
      {mayWrite ? (
        <div>
          <CostForm view={view} />
        </div>
      ) : null}
    </section>
  );
}

/** How the fields of a cost are said, where two versions of one stand side by side. */
function useCostWords(): FieldWords<CostValues> {
  const { t, numbers } = useSpeech();
  const names = useProgrammeNames();
  const number = (value: number | null): string =>
    value === null ? t('item.empty') : new Intl.NumberFormat(numbers).format(value);
  const day = (on: string | null): string => (on === null ? t('item.empty') : formatDate(numbers, on, 'UTC'));
  const text = (words: string): string => (words === '' ? t('item.empty') : words);
  return {
    line: { label: t('eligible.costLine'), say: names.cost },
    amount: { label: t('eligible.costAmount'), say: number },
    whole: { label: t('eligible.costWhole'), say: number },
    currency: { label: t('eligible.costCurrency'), say: text },
    from: { label: t('eligible.costFrom'), say: day },
    until: { label: t('eligible.costUntil'), say: day },
    elsewhere: { label: t('eligible.costElsewhere'), say: (one) => t(`eligible.elsewhere.${one}`) },
    byWhom: { label: t('eligible.costBy'), say: text },
    note: { label: t('eligible.costNote'), say: text },
  };
}

function CostForm({ view, cost }: { readonly view: CaseView; readonly cost?: Item<CostValues> }): ReactNode {
  const { t } = useSpeech();
  const names = useProgrammeNames();
  const form = useItemForm(
    costItems,
    view.record,
    cost,
    (): Partial<CostValues> => ({
      whole: null,
      currency: 'EUR',
      from: null,
      until: null,
      elsewhere: 'unknown',
      byWhom: '',
      note: '',
    }),
  );
  const { values, set } = form;
  const isReady =
    values.line !== undefined && values.amount !== undefined && /^[A-Z]{3}$/.test(values.currency ?? '');
  return (
    <FormFrame
      label={cost === undefined ? t('eligible.costNew') : t('eligible.costEdit')}
      form={form}
      ready={isReady}
    >
      <ChoiceField
        label={t('eligible.costLine')}
        choices={costChoices(names)}
        value={values.line ?? null}
        required
        onChange={(line) => line !== null && set({ line })}
      />
      <NumberField
        label={t('eligible.costAmount')}
        value={values.amount ?? null}
        onChange={(amount) => amount !== null && set({ amount })}
      />
      <NumberField
        label={t('eligible.costWhole')}
        value={values.whole ?? null}
        onChange={(whole) => set({ whole })}
      />
      <TextField
        label={t('eligible.costCurrency')}
        required
        value={values.currency ?? ''}
        onChange={(currency) => set({ currency: currency.toUpperCase().slice(0, 3) })}
      />
      <DayField
        label={t('eligible.costFrom')}
        value={values.from ?? null}
        onChange={(from) => set({ from })}
      />
      <ChoiceField
        label={t('eligible.costElsewhere')}
        choices={(['yes', 'no', 'asked', 'unknown'] as const).map((code) => ({
          code,
          name: t(`eligible.elsewhere.${code}`),
        }))}
        value={values.elsewhere ?? 'unknown'}
        onChange={(elsewhere) => set({ elsewhere: elsewhere ?? 'unknown' })}
      />
      {values.elsewhere === 'yes' || values.elsewhere === 'asked' ? (
        <TextField
          label={t('eligible.costBy')}
          value={values.byWhom ?? ''}
          onChange={(byWhom) => set({ byWhom })}
        />
      ) : null}
    </FormFrame>
  );
}
