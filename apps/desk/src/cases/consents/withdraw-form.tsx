import type { WitnessedYes } from '@leeward/domain/consent/events.ts';
import { consentsOfCase, type Voices } from '@leeward/domain/consent/voices.ts';
import { meaningOf, type Withdrawing, withdrawOf } from '@leeward/domain/consent/withdrawal.ts';
import { labelOf } from '@leeward/domain/people/state.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Words } from '../../parts/words.tsx';
import { dayOf, LineBox, TextBox } from '../../request/back-fields.tsx';
import { usePurpose } from '../../request/consents-panel.tsx';
import { newId } from '../new-id.ts';
import { Choose } from '../people/inputs.tsx';
import { ActButtons } from './act-buttons.tsx';
import { useAct } from './use-act.ts';
import { heardWays } from './use-fields.tsx';

/** Stops one consent or all of a person's, in one step, after saying honestly what that stops and what it cannot. */
export function WithdrawForm({
  view,
  voices,
  withdrawing,
  onDone,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly withdrawing: Withdrawing;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const today = dayOf(useNow());
  const key =
    withdrawing.consents === 'all' ? `all:${withdrawing.person ?? ''}` : withdrawing.consents.join(',');
  const act = useAct(view.record, `case:ConsentsWithdrawn:${key}`, () => ({
    id: newId(),
    how: 'conch_oral_noted' as WitnessedYes['how'],
    on: today,
    words: '',
  }));
  const { form, change } = act;
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void act
          .give([withdrawOf(withdrawing, { ...form, words: form.words.trim() })])
          .then((given) => (given ? onDone() : undefined));
      }}
    >
      <h3>{t('consents.withdrawTitle')}</h3>
      <Meaning voices={voices} withdrawing={withdrawing} />
      <LineBox label={t('consents.on')} type="date" value={form.on} onChange={(on) => change({ on })} />
      <Choose
        label={t('consents.how')}
        value={form.how}
        options={heardWays.map((how) => [how as WitnessedYes['how'], t(`consents.how.${how}`)] as const)}
        onChange={(how) => change({ how })}
      />
      <TextBox
        label={t('consents.words')}
        rows={2}
        value={form.words}
        onChange={(words) => change({ words })}
      />
      <p className="small quiet">{t('consents.withdrawWhy')}</p>
      <ActButtons
        act={act}
        label={t('consents.withdrawNow')}
        tone="danger"
        disabled={form.on === ''}
        onCancel={onDone}
      />
    </form>
  );
}

/** What it stops, what it cannot call back, and what goes on. */
function Meaning({
  voices,
  withdrawing,
}: {
  readonly voices: Voices;
  readonly withdrawing: Withdrawing;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const purpose = usePurpose();
  const today = dayOf(useNow());
  const { stops, cannot, goesOn } = meaningOf(voices, withdrawing, today);
  const day = (date: string): string => formatDate(numbers, date, 'UTC');
  return (
    <div className="stack tight">
      <h4>{t('consents.stops')}</h4>
      {stops.length === 0 ? <p className="quiet">{t('consents.stopsNothing')}</p> : null}
      <ul>
        {stops.map(({ id, ask }) => (
          <li key={id}>
            {purpose(ask.purpose)} · <Words inline text={ask.recipient} />
          </li>
        ))}
      </ul>
      <h4>{t('consents.cannot')}</h4>
      {cannot.length === 0 ? <p className="quiet">{t('consents.cannotNothing')}</p> : null}
      <ul>
        {cannot.map(({ sharing, forEver, told }) => (
          <li key={sharing.id}>
            {day(sharing.on)}: <Words inline text={sharing.use.recipient} /> ·{' '}
            <Words inline text={sharing.what} />{' '}
            {forEver ? <span className="chip danger">{t('consents.public')}</span> : null}{' '}
            {told ? <span className="chip good">{t('consents.told')}</span> : null}
          </li>
        ))}
      </ul>
      {goesOn.others.length + goesOn.vital.length === 0 ? null : (
        <>
          <h4>{t('consents.goesOn')}</h4>
          <ul>
            {goesOn.others.map(({ id, person, ask }) => (
              <li key={id}>
                <bdi>{person === null ? t('consents.writer') : labelOf(voices.people, person)}</bdi> ·{' '}
                {purpose(ask.purpose)} · <Words inline text={ask.recipient} />
              </li>
            ))}
            {goesOn.vital.map((id) => (
              <li key={id}>{t('consents.vitalGoesOn')}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Whether a person has anything that could be withdrawn. */
export const hasSomethingToStop = (voices: Voices, person: string | null, today: string): boolean =>
  consentsOfCase(voices, today).some(
    (consent) =>
      consent.person === person && (consent.standing === 'given' || consent.standing === 'lacking'),
  );
