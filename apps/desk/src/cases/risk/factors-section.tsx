import { effects, type FactorValues, factorItems } from '@leeward/domain/risk/items.ts';
import { shownAs } from '@leeward/domain/risk/whom.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatList } from '@leeward/ui';
import { capacityFactor } from '@leeward/vocabulary/lists/capacity-factor.ts';
import { vulnerabilityFactor } from '@leeward/vocabulary/lists/vulnerability-factor.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { TextBox } from '../../request/back-fields.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { GroupedSelect, ManyField, useWhom, useWhomChoices } from './choice-fields.tsx';
import { choicesOf, dangerWord } from './danger-words.ts';
import { ItemSection } from './item-section.tsx';

/** What may do either: to be asked, never supposed. */
const either: ReadonlySet<string> = new Set(['cap_public_profile', 'vul_visibility', 'cap_media_access']);

/** What exposes her and others, and what protects them. */
export function FactorsSection({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <Side view={view} allowed={allowed} side="vulnerability" />
      <p className="note small">{t('danger.factor.slow')}</p>
      <Side view={view} allowed={allowed} side="capacity" />
    </>
  );
}

function Side({
  view,
  allowed,
  side,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
  readonly side: FactorValues['side'];
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { state } = view;
  const whom = useWhom(state);
  const people = useWhomChoices(state);
  const list = side === 'vulnerability' ? vulnerabilityFactor : capacityFactor;
  return (
    <ItemSection
      view={view}
      allowed={allowed}
      kind={factorItems}
      items={standing(state.parts.risk.factors).filter((one) => valueIn(one, 'side') === side)}
      title={t(`danger.side.${side}`)}
      hint={t(`danger.side.${side}.hint`)}
      add={t(`danger.side.${side}.add`)}
      putAway={t('danger.factor.putAway')}
      blank={(): Partial<FactorValues> => ({
        factor: side === 'vulnerability' ? 'vul_other' : 'cap_other',
        side,
        whom: [],
        effect: side === 'vulnerability' ? 'effect_exposes' : 'effect_protects',
        note: '',
        asked: false,
      })}
      ready={() => true}
      show={(one) => {
        const names = (valueIn(one, 'whom') ?? []).map((who) => whom(shownAs(state, who)));
        const effect = valueIn(one, 'effect') ?? 'effect_unknown';
        const plain = effect === (side === 'vulnerability' ? 'effect_exposes' : 'effect_protects');
        return (
          <>
            <span className="line-meta">
              <b>{dangerWord(t, 'factor', valueIn(one, 'factor') ?? 'vul_other')}</b>
              {plain ? null : <span className="chip warn">{t(`danger.effect.${effect}`)}</span>}
              {names.length === 0 ? null : <span className="small quiet">{formatList(numbers, names)}</span>}
            </span>
            <Words text={valueIn(one, 'note') ?? ''} />
          </>
        );
      }}
      fields={({ values, set }) => (
        <>
          <GroupedSelect
            label={t(`danger.side.${side}.which`)}
            value={values.factor ?? ''}
            choices={choicesOf(t, 'factor', list)}
            onChange={(factor) =>
              set({
                factor: factor as FactorValues['factor'],
                ...(either.has(factor) ? { effect: 'effect_unknown' as const } : {}),
              })
            }
          />
          {either.has(values.factor ?? '') ? <p className="note warn">{t('danger.factor.ask')}</p> : null}
          <SelectBox
            label={t('danger.effect')}
            value={values.effect ?? 'effect_unknown'}
            choices={effects.map((one) => ({ value: one, label: t(`danger.effect.${one}`) }))}
            onChange={(effect) => set({ effect: effect === '' ? 'effect_unknown' : effect })}
          />
          <label className="option">
            <input
              type="checkbox"
              checked={values.asked === true}
              onChange={({ target }) => set({ asked: target.checked })}
            />
            <span>{t('danger.factor.asked')}</span>
          </label>
          <ManyField
            label={t('danger.threat.whom')}
            values={values.whom ?? []}
            choices={people}
            onChange={(chosen) => set({ whom: chosen })}
          />
          <TextBox
            label={t('danger.factor.note')}
            rows={2}
            value={values.note ?? ''}
            onChange={(note) => set({ note })}
          />
        </>
      )}
    />
  );
}
