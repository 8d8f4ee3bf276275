import { type ChangeValues, changeItems, changeKinds } from '@leeward/domain/risk/items.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import { riskTrigger } from '@leeward/vocabulary/lists/risk-trigger.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { GroupedSelect } from './choice-fields.tsx';
import { choicesOf, dangerWord } from './danger-words.ts';
import { ItemSection } from './item-section.tsx';

/** What makes the danger be judged anew: a move to come, other leaders, another law. */
export function ChangesSection({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  return (
    <ItemSection
      view={view}
      allowed={allowed}
      kind={changeItems}
      items={standing(view.state.parts.risk.changes)}
      title={t('danger.changes')}
      hint={t('danger.changesHint')}
      add={t('danger.change.add')}
      putAway={t('danger.change.putAway')}
      blank={(): Partial<ChangeValues> => ({ kind: 'change_move', trigger: null, on: null, note: '' })}
      ready={() => true}
      show={(one) => {
        const [on, trigger] = [valueIn(one, 'on') ?? null, valueIn(one, 'trigger') ?? null];
        return (
          <>
            <span className="line-meta">
              <b>{t(`danger.change.${valueIn(one, 'kind') ?? 'change_other'}`)}</b>
              {on === null ? null : <span>{formatDate(numbers, on, 'UTC')}</span>}
              {trigger === null ? null : <span className="chip">{dangerWord(t, 'trigger', trigger)}</span>}
            </span>
            <Words text={valueIn(one, 'note') ?? ''} />
          </>
        );
      }}
      fields={({ values, set }) => (
        <>
          <SelectBox
            label={t('danger.change.kind')}
            value={values.kind ?? 'change_move'}
            choices={changeKinds.map((one) => ({ value: one, label: t(`danger.change.${one}`) }))}
            onChange={(kind) => set({ kind: kind === '' ? 'change_other' : kind })}
          />
          <LineBox
            label={t('danger.change.on')}
            type="date"
            value={values.on ?? ''}
            onChange={(on) => set({ on: on === '' ? null : on })}
          />
          <GroupedSelect
            label={t('danger.assess.triggers')}
            value={values.trigger ?? ''}
            none={t('danger.notSaid')}
            choices={choicesOf(t, 'trigger', riskTrigger)}
            onChange={(trigger) =>
              set({ trigger: trigger === '' ? null : (trigger as ChangeValues['trigger']) })
            }
          />
          <TextBox
            label={t('danger.change.note')}
            rows={2}
            value={values.note ?? ''}
            onChange={(note) => set({ note })}
          />
        </>
      )}
    />
  );
}
