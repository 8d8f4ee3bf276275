import { type CaseConsent, consentsOfCase, personAt, type Voices } from '@leeward/domain/consent/voices.ts';
import type { Withdrawing } from '@leeward/domain/consent/withdrawal.ts';
import { isSamePerson, labelOf, peopleIn, rootOf } from '@leeward/domain/people/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { dayOf } from '../../request/back-fields.tsx';
import { AskConsent } from '../../request/consents-panel.tsx';
import { WhoAnswers } from '../../request/who-answers.tsx';
import { addressOf } from '../../router/route.ts';
import { useBegun } from '../../session/use-form.ts';
import { useSession } from '../../session/use-session.tsx';
import { useMayEdit } from '../people/may-edit.ts';
import { usePeopleWords } from '../people/words.ts';
import { AskedSources } from './asked-sources.tsx';
import { ConsentCard } from './consent-card.tsx';
import { ShareForm } from './share-form.tsx';
import { Sharings } from './sharings.tsx';
import { useVoices } from './use-voices.ts';
import { VitalActs } from './vital-acts.tsx';
import { WithdrawForm } from './withdraw-form.tsx';
import { WitnessForm } from './witness-form.tsx';

/** Who gave what for what to whom until when; what was shared on it; what was done without it. */
export function ConsentsPart({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const words = usePeopleWords();
  const { record } = view;
  const { voices, requests, loading } = useVoices(view);
  const mayEdit = useMayEdit(view);
  const today = dayOf(useNow());
  const begun = useBegun('case:SharingNoted', record);
  const { forms } = useSession();
  const someBegun = forms
    .begun()
    .some((one) => one.record === record && one.command.startsWith('case:ConsentWitnessed:'));
  const [checking, setChecking] = useState(begun);
  const all = consentsOfCase(voices, today);
  const { people } = voices;
  const only = item === null ? null : rootOf(people, item);
  const persons = peopleIn(people)
    .map(({ id }) => id)
    .filter((id) => only === null || id === only);
  const unclaimed = all.filter(({ person }) => person === null);
  const ofPerson = (person: string): readonly CaseConsent[] =>
    all.filter((consent) => consent.person !== null && isSamePerson(people, consent.person, person));
  const isAsked = (person: string): boolean => only !== null || ofPerson(person).length > 0;
  const unasked = persons.filter((person) => !isAsked(person));
  const section = (person: string): ReactNode => (
    <OnePerson
      key={person}
      view={view}
      voices={voices}
      person={person}
      consents={ofPerson(person)}
      request={requests.find((one) => personAt(people, voices.from, one.record) === person) ?? null}
      mayEdit={mayEdit}
    />
  );
  return (
    <div className="stack people-part">
      {loading ? <p className="quiet">{t('common.loading')}</p> : null}
      {!loading && voices.doors.some(({ consents }) => consents === null) ? (
        <p className="note warn">{t('share.doorUnread')}</p>
      ) : null}
      {only === null ? (
        <p className="small quiet">{t('consents.lead')}</p>
      ) : (
        <a href={addressOf({ name: 'case', record, part: 'consents' })}>{t('consents.backToAll')}</a>
      )}
      {checking ? (
        <ShareForm view={view} voices={voices} mayEdit={mayEdit} onDone={() => setChecking(false)} />
      ) : (
        <p className="cluster screen-only">
          <button type="button" className="button primary" onClick={() => setChecking(true)}>
            {t('share.title')}
          </button>
        </p>
      )}
      <AskedSources view={view} voices={voices} person={only} />
      {persons.length === 0 && unclaimed.length === 0 ? (
        <p className="note">
          {t('consents.nobody')}{' '}
          <a href={addressOf({ name: 'case', record, part: 'people', item: 'new' })}>{t('people.add')}</a>
        </p>
      ) : null}
      {persons.filter(isAsked).map(section)}
      {only !== null || unclaimed.length === 0 ? null : (
        <OnePerson
          view={view}
          voices={voices}
          person={null}
          consents={unclaimed}
          request={requests[0] ?? null}
          mayEdit={mayEdit}
        />
      )}
      {unasked.length === 0 ? null : (
        <details open={someBegun || undefined}>
          <summary>
            {t('consents.notAsked', { names: words.list(unasked.map((id) => labelOf(people, id) ?? '')) })}
          </summary>
          <div className="stack">{unasked.map(section)}</div>
        </details>
      )}
      {only === null ? (
        <>
          <Sharings view={view} voices={voices} mayEdit={mayEdit} />
          <VitalActs view={view} voices={voices} mayEdit={mayEdit} />
        </>
      ) : null}
    </div>
  );
}

/** The consents of one person, and what can be done about them. `person` null: whoever writes at the door. */
function OnePerson({
  view,
  voices,
  person,
  consents,
  request,
  mayEdit,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly person: string | null;
  readonly consents: readonly CaseConsent[];
  readonly request: RequestView | null;
  readonly mayEdit: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const witnessing = useBegun(`case:ConsentWitnessed:${person ?? ''}`, view.record);
  const [opened, setOpened] = useState<'ask' | 'witness' | Withdrawing | null>(witnessing ? 'witness' : null);
  const name = person === null ? t('consents.writer') : (labelOf(voices.people, person) ?? '');
  const close = (): void => setOpened(null);
  const canStop = consents.some(({ standing }) => standing === 'given' || standing === 'lacking');
  const isWithdrawing = opened !== null && typeof opened === 'object' ? opened : null;
  return (
    <section className="stack tight" aria-label={name}>
      <div className="bar">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <span className="small quiet">
          {consents.length === 0
            ? t('consents.nothingAsked')
            : t('consents.count', { count: consents.length })}
        </span>
      </div>
      {person === null && voices.people.persons.size > 0 ? (
        <p className="note warn">
          {t('consents.lacks.whose')}{' '}
          <a href={addressOf({ name: 'case', record: view.record, part: 'people' })}>{t('people.title')}</a>
        </p>
      ) : null}
      {isWithdrawing !== null && isWithdrawing.consents === 'all' ? (
        <WithdrawForm view={view} voices={voices} withdrawing={isWithdrawing} onDone={close} />
      ) : null}
      {opened === 'witness' && person !== null ? (
        <WitnessForm view={view} voices={voices} person={person} onDone={close} />
      ) : null}
      {opened === 'ask' && request !== null ? (
        <div className="card stack">
          <WhoAnswers view={request}>
            <AskConsent view={request} onClose={close} />
          </WhoAnswers>
        </div>
      ) : null}
      {opened === null && mayEdit ? (
        <div className="cluster screen-only">
          {request === null ? null : (
            <button type="button" className="button" onClick={() => setOpened('ask')}>
              {t('consents.askAtDoor')}
            </button>
          )}
          {person === null ? null : (
            <button type="button" className="button" onClick={() => setOpened('witness')}>
              {t('consents.witness')}
            </button>
          )}
          {canStop ? (
            <button
              type="button"
              className="button quiet"
              onClick={() => setOpened({ person, consents: 'all' })}
            >
              {t('consents.withdrawAll')}
            </button>
          ) : null}
        </div>
      ) : null}
      <div className="people-grid">
        {consents
          .toReversed()
          .map((consent) =>
            isWithdrawing !== null &&
            isWithdrawing.consents !== 'all' &&
            isWithdrawing.consents.includes(consent.id) ? (
              <WithdrawForm
                key={consent.id}
                view={view}
                voices={voices}
                withdrawing={isWithdrawing}
                onDone={close}
              />
            ) : (
              <ConsentCard
                key={consent.id}
                view={view}
                consent={consent}
                request={request}
                mayEdit={mayEdit}
                onWithdraw={() => setOpened({ person, consents: [consent.id] })}
              />
            ),
          )}
      </div>
    </section>
  );
}
