import type { SharedUse } from '@leeward/domain/consent/events.ts';
import type { Sharing } from '@leeward/domain/consent/record.ts';
import type { Voices } from '@leeward/domain/consent/voices.ts';
import { recipientsToTell, sharedWithoutConsent, type ToTell } from '@leeward/domain/consent/withdrawal.ts';
import { labelOf, peopleIn } from '@leeward/domain/people/state.ts';
import { formatDate, formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { dayOf, LineBox } from '../../request/back-fields.tsx';
import { useFieldNames, usePurpose } from '../../request/consents-panel.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useBegun } from '../../session/use-form.ts';
import { newId } from '../new-id.ts';
import { Several } from '../people/inputs.tsx';
import { ActButtons } from './act-buttons.tsx';
import { useAct } from './use-act.ts';
import { isWholeUse, UseFields, type UseForm } from './use-fields.tsx';

/** Everything that went out, with whom and when, and whoever is still to be told of a withdrawal. */
export function Sharings({
  view,
  voices,
  mayEdit,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly mayEdit: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const today = dayOf(useNow());
  const all = [...voices.consents.sharings.values()].toReversed();
  const without = new Set(sharedWithoutConsent(voices, today).map(({ id }) => id));
  const toTell = new Map(recipientsToTell(voices, today).map((one) => [one.sharing.id, one]));
  const begun = useBegun('case:SharingNoted:without', view.record);
  const [opened, setOpened] = useState(begun);
  return (
    <section className="stack tight" aria-labelledby="sharings">
      <h2 id="sharings">{t('share.list')}</h2>
      {all.length === 0 ? <p className="quiet">{t('share.none')}</p> : null}
      <ul className="ties">
        {all.map((sharing) => (
          <li key={sharing.id} className="card stack tight">
            <OneSharing
              view={view}
              voices={voices}
              sharing={sharing}
              isWithout={without.has(sharing.id)}
              toTell={mayEdit ? (toTell.get(sharing.id) ?? null) : null}
            />
          </li>
        ))}
      </ul>
      {!mayEdit ? null : opened ? (
        <WithoutForm view={view} voices={voices} onDone={() => setOpened(false)} />
      ) : (
        <button type="button" className="button quiet small screen-only" onClick={() => setOpened(true)}>
          {t('share.without')}
        </button>
      )}
    </section>
  );
}

function OneSharing({
  view,
  voices,
  sharing,
  isWithout,
  toTell,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly sharing: Sharing;
  readonly isWithout: boolean;
  readonly toTell: ToTell | null;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const purpose = usePurpose();
  const names = useFieldNames();
  const { use, basis } = sharing;
  const day = (date: string): string => formatDate(numbers, date, 'UTC');
  return (
    <>
      <div className="bar">
        <b>
          <Words inline text={use.recipient} />
        </b>
        <span className={`chip ${isWithout ? 'danger' : basis.vital === null ? 'good' : 'warn'}`}>
          {isWithout
            ? t('share.noConsent')
            : basis.vital === null
              ? t('share.withConsent')
              : t('share.vital')}
        </span>
      </div>
      <Words text={sharing.what} />
      <p className="small quiet">
        {purpose(use.purpose)} · {names(use.fields)} · {day(sharing.on)} · {nameOf(sharing.by)}
        {use.persons.length === 0 ? '' : ' · '}
        <bdi>
          {formatList(
            numbers,
            use.persons.map((one) => labelOf(voices.people, one) ?? ''),
          )}
        </bdi>
      </p>
      {sharing.told.map((told) => (
        <p key={`${told.entry} ${told.index}`} className="small">
          {t('share.toldOn', { date: day(told.on) })} <Words inline text={told.answer} />
        </p>
      ))}
      {toTell === null ? null : <ToldForm view={view} toTell={toTell} />}
    </>
  );
}

function ToldForm({
  view,
  toTell: { sharing, lost },
}: {
  readonly view: CaseView;
  readonly toTell: ToTell;
}): ReactNode {
  const { t } = useSpeech();
  const names = useFieldNames();
  const today = dayOf(useNow());
  const act = useAct(view.record, `case:RecipientTold:${sharing.id}`, () => ({ on: today, answer: '' }));
  const { form, change } = act;
  return (
    <form
      className="note warn stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void act.give([
          { type: 'RecipientTold', v: 1, sharing: sharing.id, on: form.on, answer: form.answer.trim() },
        ]);
      }}
    >
      <strong>
        {lost.length === 0 ? t('share.toTell') : t('share.toTellLess', { fields: names(lost) })}
      </strong>
      <LineBox label={t('consents.on')} type="date" value={form.on} onChange={(on) => change({ on })} />
      <LineBox label={t('share.answer')} value={form.answer} onChange={(answer) => change({ answer })} />
      <ActButtons act={act} label={t('share.toldNow')} />
    </form>
  );
}

/** Facts went out and nobody had consented: said plainly, shown in red, and never taken for a consent. */
function WithoutForm({
  view,
  voices,
  onDone,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const today = dayOf(useNow());
  type Form = UseForm & {
    readonly id: string;
    readonly persons: readonly string[];
    readonly what: string;
    readonly on: string;
  };
  const act = useAct<Form>(view.record, 'case:SharingNoted:without', () => ({
    id: newId(),
    purpose: '',
    recipient: '',
    fields: [],
    persons: [],
    what: '',
    on: today,
  }));
  const { form, change } = act;
  const isWhole = isWholeUse(form) && form.what.trim() !== '' && form.on !== '';
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole) return;
        void act
          .give([
            {
              type: 'SharingNoted',
              v: 1,
              id: form.id,
              use: {
                purpose: form.purpose as SharedUse['purpose'],
                recipient: form.recipient.trim(),
                fields: form.fields,
                persons: form.persons,
              },
              what: form.what.trim(),
              act: 'told',
              on: form.on,
              basis: { consents: [], vital: null },
            },
          ])
          .then((given) => (given ? onDone() : undefined));
      }}
    >
      <h3>{t('share.without')}</h3>
      <p className="note danger">{t('share.withoutWhy')}</p>
      <UseFields form={form} onChange={change} />
      <Several
        label={t('share.persons')}
        values={form.persons}
        options={peopleIn(voices.people).map(({ id }) => [id, labelOf(voices.people, id) ?? ''] as const)}
        onChange={(persons) => change({ persons })}
      />
      <LineBox label={t('share.what')} value={form.what} onChange={(what) => change({ what })} />
      <LineBox label={t('consents.on')} type="date" value={form.on} onChange={(on) => change({ on })} />
      <ActButtons
        act={act}
        label={t('consents.writeDown')}
        tone="danger"
        disabled={!isWhole}
        onCancel={onDone}
      />
    </form>
  );
}
