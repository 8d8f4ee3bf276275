import { type LadderStep, ladderItems } from '@leeward/domain/check-in/events.ts';
import { contactsFor } from '@leeward/domain/plan/state.ts';
import { type Item, standing, valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { FormFoot } from '../item/form-foot.tsx';
import { ItemCard, NewItem } from '../item/item-card.tsx';
import { MemberBox } from '../item/member-box.tsx';
import { SelectBox } from '../item/select-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { Versions } from '../item/versions.tsx';
import { RungNote } from './rung-note.tsx';

/** How long after lateness, in the words that people use for it. */
export function AfterWords({ minutes }: { readonly minutes: number }): ReactNode {
  const { t } = useSpeech();
  if (minutes === 0) return t('ladder.atOnce');
  if (minutes % 60 === 0) return t('ladder.afterHours', { hours: minutes / 60 });
  return t('ladder.afterMinutes', { minutes });
}

/** The ladder that silence climbs: agreed with her, rung by rung. */
export function Ladder({ view, allowed }: { readonly view: CaseView; readonly allowed: boolean }): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const { record, state } = view;
  const rungs = standing(state.parts.checkIns.ladder).toSorted(
    (left, right) => (valueIn(left, 'after') ?? 0) - (valueIn(right, 'after') ?? 0),
  );
  return (
    <section className="stack tight" aria-labelledby="ladder">
      <h2 id="ladder">{t('ladder.title')}</h2>
      <p className="small quiet">{t('ladder.lead')}</p>
      {rungs.length === 0 ? <p className="quiet">{t('ladder.none')}</p> : null}
      <ol className="plain stack tight">
        {rungs.map((rung) => (
          <ItemCard
            key={rung.id}
            kind={ladderItems}
            record={record}
            item={rung}
            allowed={allowed}
            away={t('ladder.away')}
            form={(onEnd) => <RungForm view={view} item={rung} onEnd={onEnd} />}
          >
            <p>
              <span className="chip">
                <AfterWords minutes={valueIn(rung, 'after') ?? 0} />
              </span>{' '}
              <b>
                <Words inline text={valueIn(rung, 'what') ?? ''} />
              </b>
            </p>
            <p className="small quiet">
              {nameOrWhoever(valueIn(rung, 'who') ?? null, nameOf, t('ladder.whoever'))}
              {(valueIn(rung, 'whom') ?? '') === '' ? null : (
                <>
                  {' · '}
                  <Words inline text={valueIn(rung, 'whom') ?? ''} />
                </>
              )}
            </p>
            <RungNote
              state={state}
              rung={{ contact: valueIn(rung, 'contact') ?? null, whom: valueIn(rung, 'whom') ?? '' }}
            />
          </ItemCard>
        ))}
      </ol>
      {allowed ? (
        <NewItem
          noun="LadderStep"
          record={record}
          label={t('ladder.add')}
          form={(onEnd) => <RungForm view={view} item={undefined} onEnd={onEnd} />}
        />
      ) : null}
    </section>
  );
}

const nameOrWhoever = (who: string | null, nameOf: (member: string) => string, whoever: string): string =>
  who === null ? whoever : nameOf(who);

const blank = (): Partial<LadderStep> => ({ after: 0, what: '', who: null, whom: '', contact: null });

function RungForm({
  view,
  item,
  onEnd,
}: {
  readonly view: CaseView;
  readonly item: Item<LadderStep> | undefined;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'LadderStep', LadderStep>(ladderItems, view.record, item, blank);
  const { values, set } = form;
  const contacts = contactsFor(view.state.parts.plan, null);
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((done) => done && onEnd());
      }}
    >
      <Versions
        label={t('ladder.after')}
        field={item?.fields.after}
        say={(after) => <AfterWords minutes={after} />}
        onChoose={(after) => set({ after })}
      />
      <LineBox
        label={t('ladder.after')}
        hint={t('ladder.afterHint')}
        type="number"
        value={String(values.after ?? 0)}
        onChange={(text) => set({ after: Math.min(20_160, Math.max(0, Math.trunc(Number(text)) || 0)) })}
      />
      <LineBox
        label={t('ladder.what')}
        required
        value={values.what ?? ''}
        onChange={(what) => set({ what })}
      />
      <MemberBox
        label={t('ladder.who')}
        nobody={t('ladder.whoever')}
        value={values.who ?? null}
        onChange={(who) => set({ who })}
      />
      <LineBox
        label={t('ladder.whom')}
        hint={t('ladder.whomHint')}
        value={values.whom ?? ''}
        onChange={(whom) => set({ whom })}
      />
      {contacts.length === 0 ? null : (
        <SelectBox
          label={t('ladder.contact')}
          value={values.contact ?? ''}
          none={t('ladder.noContact')}
          choices={contacts.map((contact) => ({ value: contact.id, label: valueIn(contact, 'who') ?? '' }))}
          onChange={(contact) => set({ contact: contact === '' ? null : contact })}
        />
      )}
      <RungNote state={view.state} rung={{ contact: values.contact ?? null, whom: values.whom ?? '' }} />
      <FormFoot form={form} ready={(values.what ?? '').trim() !== ''} onEnd={onEnd} />
    </form>
  );
}
