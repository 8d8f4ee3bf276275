import {
  type PlanPageValues,
  type PublicityStand,
  pageItems,
  planPage,
  publicityStands,
} from '@leeward/domain/plan/events.ts';
import { pageOf } from '@leeward/domain/plan/state.ts';
import { baseOf, conflictsOf, editOf, type Item, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { useBegun, useForm } from '../../session/use-form.ts';
import { SelectBox } from '../item/select-box.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { Versions } from '../item/versions.tsx';

const texts = ['aims', 'arrestTell', 'arrestDoNot', 'publicityFor', 'publicityAgainst'] as const;

/** What the plan says as a whole: her aims, an arrest, publicity, and when it is looked at again. */
export function PlanPage({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const command = 'case:PlanPage' as const;
  const isBegun = useBegun(command, view.record);
  const page = pageOf(view.state.parts.plan);
  const review = page === undefined ? null : (valueIn(page, 'reviewBy') ?? null);
  const stand = page === undefined ? undefined : valueIn(page, 'publicity');
  if (allowed && (isOpen || isBegun))
    return <PageForm view={view} page={page} onEnd={() => setOpen(false)} />;
  return (
    <section className="card facts stack tight" aria-labelledby="page">
      <h2 id="page">{t('plan.page')}</h2>
      {page !== undefined && conflictsOf(page).length > 0 ? (
        <p className="note warn">{t('plan.apart')}</p>
      ) : null}
      <dl>
        {texts.map((name) => {
          const words = page === undefined ? '' : (valueIn(page, name) ?? '');
          return words === '' ? null : (
            <div key={name}>
              <dt>{t(`plan.page.${name}`)}</dt>
              <dd>
                <Words text={words} />
              </dd>
            </div>
          );
        })}
        {stand === undefined ? null : (
          <div>
            <dt>{t('plan.publicity')}</dt>
            <dd>{t(`plan.publicity.${stand}`)}</dd>
          </div>
        )}
        {review === null ? null : (
          <div>
            <dt>{t('plan.page.reviewBy')}</dt>
            <dd>{formatDate(numbers, review, 'UTC')}</dd>
          </div>
        )}
      </dl>
      {page === undefined ? <p className="quiet">{t('plan.page.none')}</p> : null}
      {allowed ? (
        <div>
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t('plan.page.write')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

type Form = {
  readonly base: ReturnType<typeof baseOf<PlanPageValues>>;
  readonly values: Partial<PlanPageValues>;
};

function PageForm({
  view,
  page,
  onEnd,
}: {
  readonly view: CaseView;
  readonly page: Item<PlanPageValues> | undefined;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const act = useCaseAct(view.record);
  const command = 'case:PlanPage' as const;
  const draft = useForm<Form>(command, view.record, () => {
    const base = baseOf(page, planPage);
    return { base, values: base.values };
  });
  const { base, values } = draft.form;
  const set = (part: Partial<PlanPageValues>): void =>
    draft.change((now) => ({ values: { ...now.values, ...part } }));
  const save = async (): Promise<void> => {
    const event = editOf(pageItems, base, values);
    if (event !== null && !(await act.run({ ok: true, value: [event] }, command))) return;
    draft.given();
    onEnd();
  };
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('plan.page')}</h2>
      {texts.map((name) => (
        <div key={name} className="stack tight">
          <Versions
            label={t(`plan.page.${name}`)}
            field={page?.fields[name]}
            say={(words) => words}
            onChoose={(words) => set({ [name]: words })}
          />
          <TextBox
            label={t(`plan.page.${name}`)}
            rows={3}
            value={values[name] ?? ''}
            onChange={(words) => set({ [name]: words })}
          />
        </div>
      ))}
      <SelectBox<PublicityStand>
        label={t('plan.publicity')}
        value={values.publicity ?? 'unclear'}
        choices={publicityStands.map((value) => ({ value, label: t(`plan.publicity.${value}`) }))}
        onChange={(publicity) => (publicity === '' ? undefined : set({ publicity }))}
      />
      <LineBox
        label={t('plan.page.reviewBy')}
        type="date"
        value={values.reviewBy ?? ''}
        onChange={(day) => set({ reviewBy: day === '' ? null : day })}
      />
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={act.busy}>
          {t('common.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            onEnd();
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={onEnd} />
      </div>
    </form>
  );
}
