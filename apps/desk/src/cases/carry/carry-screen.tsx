import { may } from '@leeward/domain/organisation/permissions.ts';
import {
  canAccept,
  canAskRelief,
  canRefuse,
  canSetSecond,
  canTakeOver,
  canTakeReliefBack,
  canWithdraw,
  reliefAskedBy,
  secondOf,
  standingOffers,
} from '@leeward/domain/responsibility/rules.ts';
import type { HandOverNote } from '@leeward/domain/responsibility/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { QuietMark } from '../../care/quiet-mark.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName, useOpenSession } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { SelectBox } from '../item/select-box.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { Versions } from '../item/versions.tsx';
import { KeptAwayNote } from '../people/kept-away-note.tsx';
import { StateApart } from '../stages/apart.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { useCarriers } from './use-carriers.ts';

/** Who carries the case, and how it goes from one to another. */
export function CarryScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const actor = useActor();
  const act = useCaseAct(view.record);
  const carriers = useCarriers(view);
  const { state } = view;
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const second = secondOf(state);
  const offers = standingOffers(state);
  const relief = reliefAskedBy(state);
  const carries = state.responsible === me.member || second === me.member;
  const asked = relief.includes(me.member);
  const who = (member: string): string => (member === me.member ? t('talk.from.you') : nameOf(member));
  const notes = [...state.parts.responsibility.notes.values()].reverse();
  return (
    <div className="stack part-screen">
      <StateApart view={view} />
      <section className="stack tight" aria-labelledby="who">
        <h2 id="who">{t('carry.title')}</h2>
        <dl className="card rows">
          <div className="row">
            <dt>{t('case.responsible')}</dt>
            <dd>
              {state.responsible === null ? (
                t('case.nobodyResponsible')
              ) : (
                <>
                  <bdi>{who(state.responsible)}</bdi> <QuietMark member={state.responsible} />
                </>
              )}
            </dd>
          </div>
          <div className="row">
            <dt>{t('carry.second')}</dt>
            <dd>
              {second === null ? (
                <span className="quiet">{t('carry.noSecond')}</span>
              ) : (
                <bdi>{who(second)}</bdi>
              )}
            </dd>
          </div>
        </dl>
        <Versions
          label={t('carry.second')}
          field={state.parts.responsibility.second}
          say={(member) => (member === null ? t('carry.noSecond') : nameOf(member))}
          onChoose={allowed ? (member) => void act.run(canSetSecond(state, actor, member)) : null}
        />
        {offers.map((offer) => (
          <div key={offer.transfer} className="note accent stack tight">
            <p>
              {offer.to === me.member
                ? t('carry.offeredYou', { name: nameOf(offer.by) })
                : offer.by === me.member
                  ? t('carry.youOffer', { to: nameOf(offer.to) })
                  : t('carry.offeredBy', { name: nameOf(offer.by), to: nameOf(offer.to) })}{' '}
              <Ago at={offer.claimedTime} />
            </p>
            {allowed ? (
              <div className="cluster">
                {offer.to === me.member ? (
                  <>
                    <button
                      type="button"
                      className="button primary"
                      disabled={act.busy}
                      onClick={() => void act.run(canAccept(state, actor, offer.transfer))}
                    >
                      {t('carry.accept')}
                    </button>
                    <button
                      type="button"
                      className="button"
                      disabled={act.busy}
                      onClick={() => void act.run(canRefuse(state, actor, offer.transfer))}
                    >
                      {t('carry.refuse')}
                    </button>
                    <span className="small quiet">{t('carry.refuseHint')}</span>
                  </>
                ) : (
                  <button
                    type="button"
                    className="button"
                    disabled={act.busy}
                    onClick={() => void act.run(canWithdraw(state, actor, offer.transfer))}
                  >
                    {t('carry.withdraw')}
                  </button>
                )}
              </div>
            ) : null}
          </div>
        ))}
        {relief.length === 0 || asked ? null : <p className="note warn">{t('carry.reliefNote')}</p>}
        <FailureNote failure={act.failure} />
        {allowed ? (
          <div className="cluster">
            {state.responsible === me.member ? null : (
              <button
                type="button"
                className="button"
                data-act="take-over"
                disabled={act.busy}
                onClick={() => void act.run(canTakeOver(state, actor))}
              >
                {t('carry.takeOver')}
              </button>
            )}
            {carries ? (
              <button
                type="button"
                className="button"
                data-act="relief"
                disabled={act.busy}
                onClick={() =>
                  void act.run(asked ? canTakeReliefBack(state, actor) : canAskRelief(state, actor))
                }
              >
                {t(asked ? 'carry.reliefBack' : 'carry.askRelief')}
              </button>
            ) : null}
          </div>
        ) : null}
        {second === null ? null : <KeptAwayNote people={state.parts.people} names={[who(second)]} />}
        {carries && allowed ? (
          <p className="small quiet">{t(asked ? 'carry.reliefAsked' : 'carry.reliefHint')}</p>
        ) : null}
        {allowed ? (
          <SelectBox
            label={t('carry.setSecond')}
            hint={t('carry.secondHint')}
            value={second ?? ''}
            none={t('carry.noSecond')}
            choices={carriers
              .filter((member) => member !== state.responsible)
              .map((member) => ({ value: member, label: who(member) }))}
            onChange={(member) => void act.run(canSetSecond(state, actor, member === '' ? null : member))}
          />
        ) : null}
      </section>
      {allowed ? <HandOverForm view={view} carriers={carriers} /> : null}
      <section className="stack tight" aria-labelledby="notes">
        <h2 id="notes">{t('carry.notes')}</h2>
        {notes.length === 0 ? (
          <Empty title={t('carry.noNotes')}>{t('carry.noNotesHint')}</Empty>
        ) : (
          <ul className="plain stack tight">
            {notes.map((note) => (
              <li key={note.note}>
                <NoteCard note={note} by={who(note.by)} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function NoteCard({ note, by }: { readonly note: HandOverNote; readonly by: string }): ReactNode {
  return (
    <article className="card padded stack tight">
      <p className="small quiet">
        <bdi>{by}</bdi> <Ago at={note.claimedTime} />
      </p>
      <Words text={note.text} />
    </article>
  );
}
