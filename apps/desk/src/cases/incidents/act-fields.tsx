import type { CaseState } from '@leeward/domain/case/state.ts';
import type { ActValues, AllegedPart } from '@leeward/domain/incident/events.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { actType } from '@leeward/vocabulary/lists/act-type.ts';
import { involvement } from '@leeward/vocabulary/lists/involvement.ts';
import { tnrMethod } from '@leeward/vocabulary/lists/tnr-method.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { GroupedSelect, ManyField, useWhomChoices } from '../risk/choice-fields.tsx';
import { choicesOf } from '../risk/danger-words.ts';

/** One act: what was done, to whom, by whom as it is said, and how it reached across borders. */
export function ActFields({
  state,
  values,
  number,
  onChange,
  onRemove,
}: {
  readonly state: CaseState;
  readonly values: Partial<ActValues>;
  readonly number: number;
  readonly onChange: (part: Partial<ActValues>) => void;
  readonly onRemove: (() => void) | null;
}): ReactNode {
  const { t } = useSpeech();
  const whom = useWhomChoices(state);
  const actors = standing(state.parts.risk.actors);
  const by = values.by ?? [];
  const partOf = (actor: string): AllegedPart['part'] =>
    by.find((one) => one.actor === actor)?.part ?? 'inv_suspected';
  return (
    <fieldset className="stack card padded act-fields">
      <legend>{t('danger.actNumber', { number })}</legend>
      <GroupedSelect
        label={t('danger.act.what')}
        value={values.what ?? 'act_unknown'}
        choices={choicesOf(t, 'act', actType)}
        onChange={(what) => onChange({ what: what as ActValues['what'] })}
      />
      <ManyField
        label={t('danger.act.victims')}
        hint={t('danger.act.victimsHint')}
        values={values.victims ?? []}
        choices={whom}
        onChange={(victims) => onChange({ victims })}
      />
      {actors.length === 0 ? (
        <p className="small quiet">{t('danger.act.noActors')}</p>
      ) : (
        <ManyField
          label={t('danger.act.by')}
          hint={t('danger.act.byHint')}
          values={by.map(({ actor }) => actor)}
          choices={actors.map((actor) => ({
            value: actor.id,
            label: valueIn(actor, 'name') ?? '',
            group: '',
          }))}
          onChange={(chosen) => onChange({ by: chosen.map((actor) => ({ actor, part: partOf(actor) })) })}
        />
      )}
      {by.map((one) => {
        const actor = state.parts.risk.actors.get(one.actor);
        return (
          <GroupedSelect
            key={one.actor}
            label={t('danger.act.part', {
              name: (actor === undefined ? undefined : valueIn(actor, 'name')) ?? '',
            })}
            value={one.part}
            choices={choicesOf(t, 'part', involvement)}
            onChange={(part) =>
              onChange({
                by: by.map((other) =>
                  other.actor === one.actor ? { actor: one.actor, part: part as AllegedPart['part'] } : other,
                ),
              })
            }
          />
        );
      })}
      <ManyField
        label={t('danger.act.methods')}
        hint={t('danger.act.methodsHint')}
        folded
        values={values.methods ?? []}
        choices={choicesOf(t, 'method', tnrMethod)}
        onChange={(methods) => onChange({ methods: methods as ActValues['methods'] })}
      />
      <LineBox
        label={t('danger.act.note')}
        value={values.note ?? ''}
        onChange={(note) => onChange({ note })}
      />
      {onRemove === null ? null : (
        <div>
          <button type="button" className="button quiet" onClick={onRemove}>
            {t('danger.act.remove')}
          </button>
        </div>
      )}
    </fieldset>
  );
}
