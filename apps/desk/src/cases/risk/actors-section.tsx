import { notArgued } from '@leeward/domain/risk/argued.ts';
import { type ActorValues, actorItems } from '@leeward/domain/risk/items.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { countryName } from '@leeward/ui';
import { countries } from '@leeward/ui/language/names.ts';
import { perpetratorType } from '@leeward/vocabulary/lists/perpetrator-type.ts';
import { stateLink } from '@leeward/vocabulary/lists/state-link.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { ArguedField, ArguedWords, isArgued } from './argued-field.tsx';
import { GroupedSelect } from './choice-fields.tsx';
import { choicesOf, dangerWord } from './danger-words.ts';
import { ItemSection } from './item-section.tsx';

const blank = (): Partial<ActorValues> => ({
  name: '',
  otherNames: [],
  kind: 'perp_unknown',
  link: 'link_unclear',
  linkWhy: '',
  country: null,
  history: notArgued,
  capability: notArgued,
  intent: notArgued,
});

/** Who may do harm: history, capability and intent, each argued. */
export function ActorsSection({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const named = useMemo(
    () => countries(numbers).map(({ code, name }) => ({ value: code, label: name })),
    [numbers],
  );
  return (
    <ItemSection
      view={view}
      allowed={allowed}
      kind={actorItems}
      items={standing(view.state.parts.risk.actors)}
      title={t('danger.actors')}
      hint={t('danger.actorsHint')}
      add={t('danger.actor.add')}
      putAway={t('danger.actor.putAway')}
      blank={blank}
      ready={({ name, history, capability, intent }) =>
        (name ?? '').trim() !== '' && isArgued(history) && isArgued(capability) && isArgued(intent)
      }
      show={(actor) => {
        const [country, why] = [valueIn(actor, 'country') ?? null, valueIn(actor, 'linkWhy') ?? ''];
        const others = valueIn(actor, 'otherNames') ?? [];
        return (
          <>
            <span className="line-meta">
              <b>
                <bdi>{valueIn(actor, 'name')}</bdi>
              </b>
              <span className="chip">
                {dangerWord(t, 'actorKind', valueIn(actor, 'kind') ?? 'perp_unknown')}
              </span>
              <span className="chip">{dangerWord(t, 'link', valueIn(actor, 'link') ?? 'link_unclear')}</span>
              {country === null ? null : <span className="small quiet">{countryName(numbers, country)}</span>}
            </span>
            {others.length === 0 ? null : (
              <span className="small quiet">
                {t('danger.actor.also')} <bdi>{others.join(' · ')}</bdi>
              </span>
            )}
            {why === '' ? null : <span className="small">{why}</span>}
            <dl className="three">
              <ArguedWords label={t('danger.actor.history')} value={valueIn(actor, 'history')} />
              <ArguedWords label={t('danger.actor.capability')} value={valueIn(actor, 'capability')} />
              <ArguedWords label={t('danger.actor.intent')} value={valueIn(actor, 'intent')} />
            </dl>
          </>
        );
      }}
      fields={({ values, set }) => (
        <>
          <LineBox
            label={t('danger.actor.name')}
            hint={t('danger.actor.nameHint')}
            required
            value={values.name ?? ''}
            onChange={(name) => set({ name })}
          />
          <TextBox
            label={t('danger.actor.otherNames')}
            hint={t('danger.actor.otherNamesHint')}
            rows={2}
            value={(values.otherNames ?? []).join('\n')}
            onChange={(text) =>
              set({
                otherNames:
                  text === ''
                    ? []
                    : text
                        .split('\n')
                        .map((one) => one.trim())
                        .filter(Boolean),
              })
            }
          />
          <div className="two-fields">
            <GroupedSelect
              label={t('danger.actor.kind')}
              value={values.kind ?? 'perp_unknown'}
              choices={choicesOf(t, 'actorKind', perpetratorType)}
              onChange={(kind) => set({ kind: kind as ActorValues['kind'] })}
            />
            <GroupedSelect
              label={t('danger.actor.link')}
              value={values.link ?? 'link_unclear'}
              choices={choicesOf(t, 'link', stateLink)}
              onChange={(link) => set({ link: link as ActorValues['link'] })}
            />
          </div>
          <LineBox
            label={t('danger.actor.linkWhy')}
            value={values.linkWhy ?? ''}
            onChange={(linkWhy) => set({ linkWhy })}
          />
          <SelectBox
            label={t('danger.actor.country')}
            value={values.country ?? ''}
            none={t('danger.notSaid')}
            choices={named}
            onChange={(country) => set({ country: country === '' ? null : country })}
          />
          <ArguedField
            label={t('danger.actor.history')}
            hint={t('danger.actor.historyHint')}
            value={values.history}
            onChange={(history) => set({ history })}
          />
          <ArguedField
            label={t('danger.actor.capability')}
            hint={t('danger.actor.capabilityHint')}
            value={values.capability}
            onChange={(capability) => set({ capability })}
          />
          <ArguedField
            label={t('danger.actor.intent')}
            hint={t('danger.actor.intentHint')}
            value={values.intent}
            onChange={(intent) => set({ intent })}
          />
        </>
      )}
    />
  );
}
