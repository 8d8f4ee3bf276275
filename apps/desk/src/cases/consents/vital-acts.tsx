import { addDays } from '@leeward/domain/clock/days.ts';
import { type ConsentEvent, type SharedUse, vitalGrounds } from '@leeward/domain/consent/events.ts';
import type { VitalAct } from '@leeward/domain/consent/record.ts';
import { vitalDays, vitalPurposes, vitalStanding } from '@leeward/domain/consent/vital.ts';
import type { Voices } from '@leeward/domain/consent/voices.ts';
import { labelOf, peopleIn } from '@leeward/domain/people/state.ts';
import { formatDate, formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { dayOf, LineBox, TextBox } from '../../request/back-fields.tsx';
import { useFieldNames, usePurpose } from '../../request/consents-panel.tsx';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { useBegun } from '../../session/use-form.ts';
import { newId } from '../new-id.ts';
import { Choose, Several } from '../people/inputs.tsx';
import { ActButtons } from './act-buttons.tsx';
import { useAct } from './use-act.ts';
import { isWholeUse, UseFields, type UseForm } from './use-fields.tsx';

/** Acts without consent: apart from every consent, by two, and told to her afterwards. */
export function VitalActs({
  view,
  voices,
  mayEdit,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly mayEdit: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const begun = useBegun('case:VitalProposed', view.record);
  const [opened, setOpened] = useState(begun);
  const all = [...voices.consents.vital.values()].toReversed();
  return (
    <section className="stack tight" aria-labelledby="vital">
      <h2 id="vital">{t('vital.title')}</h2>
      <p className="small quiet">{t('vital.why')}</p>
      <ul className="ties">
        {all.map((act) => (
          <li key={act.id} className="card stack tight">
            <OneAct view={view} voices={voices} act={act} mayEdit={mayEdit} />
          </li>
        ))}
      </ul>
      {!mayEdit ? null : opened ? (
        <ProposeForm view={view} voices={voices} onDone={() => setOpened(false)} />
      ) : (
        <button type="button" className="button quiet small screen-only" onClick={() => setOpened(true)}>
          {t('vital.propose')}
        </button>
      )}
    </section>
  );
}

const tones = { waits: 'warn', in_force: 'danger', refused: '', over: '' } as const;

function OneAct({
  view,
  voices,
  act,
  mayEdit,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly act: VitalAct;
  readonly mayEdit: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const purpose = usePurpose();
  const names = useFieldNames();
  const standing = vitalStanding(act, dayOf(useNow()));
  const day = (date: string): string => formatDate(numbers, date, 'UTC');
  return (
    <>
      <div className="bar">
        <b>{t(`vital.ground.${act.ground}`)}</b>
        <span className={`chip ${tones[standing]}`.trim()}>{t(`vital.standing.${standing}`)}</span>
      </div>
      <p>
        {purpose(act.use.purpose)} · <Words inline text={act.use.recipient} /> · {names(act.use.fields)} ·{' '}
        <bdi>
          {formatList(
            numbers,
            act.use.persons.map((one) => labelOf(voices.people, one) ?? ''),
          )}
        </bdi>
      </p>
      <Words text={act.danger} />
      <p className="small">
        {t('vital.whyNoConsent')}: <Words inline text={act.whyNoConsent} />
      </p>
      <p className="small quiet">
        {t('vital.proposedBy', { name: nameOf(act.by) })} · {t('consent.until', { date: day(act.until) })}
      </p>
      {act.second === null ? null : (
        <p className="small">
          {t(act.second.agreed ? 'vital.agreedBy' : 'vital.refusedBy', { name: nameOf(act.second.by) })}{' '}
          <Words inline text={act.second.words} />
        </p>
      )}
      {act.told === null ? null : (
        <p className="small">
          {t('vital.toldOn', { date: day(act.told.on) })} <Words inline text={act.told.words} />
        </p>
      )}
      {!mayEdit ? null : (
        <>
          {standing === 'waits' && act.by !== me.member ? (
            <WordForm
              view={view}
              command={`case:VitalSeconded:${act.id}`}
              label={t('vital.agree')}
              make={(words) => ({ type: 'VitalSeconded', v: 1, id: act.id, words })}
            />
          ) : null}
          {standing === 'waits' || standing === 'in_force' ? (
            <WordForm
              view={view}
              command={`case:VitalRefused:${act.id}`}
              label={t('vital.stop')}
              make={(words) => ({ type: 'VitalRefused', v: 1, id: act.id, words })}
            />
          ) : null}
          {act.told === null && act.second?.agreed === true ? (
            <WordForm
              view={view}
              command={`case:VitalTold:${act.id}`}
              label={t('vital.told')}
              make={(words, on) => ({ type: 'VitalTold', v: 1, id: act.id, on, words })}
            />
          ) : null}
        </>
      )}
    </>
  );
}

function WordForm({
  view,
  command,
  label,
  make,
}: {
  readonly view: CaseView;
  readonly command: `case:${string}`;
  readonly label: string;
  readonly make: (words: string, today: string) => ConsentEvent;
}): ReactNode {
  const { t } = useSpeech();
  const today = dayOf(useNow());
  const act = useAct(view.record, command, () => ({ words: '' }));
  const [opened, setOpened] = useState(false);
  const { words } = act.form;
  if (!opened && act.keeping === null) {
    return (
      <button type="button" className="button screen-only" onClick={() => setOpened(true)}>
        {label}
      </button>
    );
  }
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void act.give([make(words.trim(), today)]).then(() => setOpened(false));
      }}
    >
      <TextBox
        label={t('vital.words')}
        rows={2}
        value={words}
        onChange={(typed) => act.change({ words: typed })}
      />
      <ActButtons act={act} label={label} disabled={words.trim() === ''} onCancel={() => setOpened(false)} />
    </form>
  );
}

type Form = UseForm & {
  readonly id: string;
  readonly ground: (typeof vitalGrounds)[number];
  readonly persons: readonly string[];
  readonly danger: string;
  readonly whyNoConsent: string;
  readonly until: string;
};

function ProposeForm({
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
  const act = useAct<Form>(view.record, 'case:VitalProposed', () => ({
    id: newId(),
    ground: 'vital_interest',
    purpose: '',
    recipient: '',
    fields: [],
    persons: [],
    danger: '',
    whyNoConsent: '',
    until: addDays(today, 3),
  }));
  const { form, change } = act;
  const isWhole =
    isWholeUse(form) &&
    form.danger.trim() !== '' &&
    form.whyNoConsent.trim() !== '' &&
    form.until !== '' &&
    form.persons.length > 0;
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole) return;
        void act
          .give([
            {
              type: 'VitalProposed',
              v: 1,
              id: form.id,
              ground: form.ground,
              use: {
                purpose: form.purpose as SharedUse['purpose'],
                recipient: form.recipient.trim(),
                fields: form.fields,
                persons: form.persons,
              },
              danger: form.danger.trim(),
              whyNoConsent: form.whyNoConsent.trim(),
              from: today,
              until: form.until,
            },
          ])
          .then((given) => (given ? onDone() : undefined));
      }}
    >
      <h3>{t('vital.propose')}</h3>
      <p className="note danger">{t('vital.twoNeeded')}</p>
      <Choose
        label={t('vital.ground')}
        value={form.ground}
        options={vitalGrounds.map((ground) => [ground, t(`vital.ground.${ground}`)] as const)}
        onChange={(ground) => change({ ground })}
      />
      <TextBox
        label={t('vital.danger')}
        hint={t('vital.dangerHint')}
        rows={3}
        value={form.danger}
        onChange={(danger) => change({ danger })}
      />
      <TextBox
        label={t('vital.whyNoConsent')}
        rows={2}
        value={form.whyNoConsent}
        onChange={(whyNoConsent) => change({ whyNoConsent })}
      />
      <UseFields form={form} purposes={vitalPurposes} onChange={change} />
      <Several
        label={t('share.persons')}
        values={form.persons}
        options={peopleIn(voices.people).map(({ id }) => [id, labelOf(voices.people, id) ?? ''] as const)}
        onChange={(persons) => change({ persons })}
      />
      <LineBox
        label={t('vital.until')}
        hint={t('vital.untilHint', { days: vitalDays })}
        type="date"
        value={form.until}
        onChange={(until) => change({ until })}
      />
      <ActButtons act={act} label={t('vital.propose')} tone="danger" disabled={!isWhole} onCancel={onDone} />
    </form>
  );
}
