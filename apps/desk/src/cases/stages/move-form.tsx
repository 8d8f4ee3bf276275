import { unfinishedIn } from '@leeward/domain/case/unfinished.ts';
import { isDecline, usualForgetting } from '@leeward/domain/outcome/retention.ts';
import { canEnd, isUsuallyFollowed, usualFollowUps } from '@leeward/domain/outcome/rules.ts';
import { formatNumber } from '@leeward/ui';
import { caseState } from '@leeward/vocabulary/lists/case-state.ts';
import { type ClosureReason, closureReason } from '@leeward/vocabulary/lists/closure-reason.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { addressOf } from '../../router/route.ts';
import { useActor } from '../../session/use-actor.ts';
import { useForm } from '../../session/use-form.ts';
import { SelectBox } from '../item/select-box.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { EndingFields, useAskedAfter } from '../outcome/ending-fields.tsx';
import { type EndingForm, endingOf, newEnding } from '../outcome/ending-form.ts';
import { phaseKey } from '../phase.ts';

type State = (typeof caseState.items)[number]['code'];
type Form = {
  readonly state: State | '';
  readonly reason: string;
  readonly closure: ClosureReason | '';
  readonly date: string;
  readonly ending: EndingForm;
};

const command = 'case:state';
/** Erasing is an act of its own, with its own questions. */
const offered = caseState.items.map(({ code }) => code).filter((code) => code !== 'case_erased');

/** Moves the case to another state, forwards or back, with a reason; closes it, or opens a closed one again. */
export function MoveForm({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const act = useCaseAct(view.record);
  const draft = useForm<Form>(command, view.record, () => ({
    state: '',
    reason: '',
    closure: '',
    date: '',
    ending: newEnding(),
  }));
  const [opened, setOpened] = useState(false);
  const { state, reason, closure, date, ending } = draft.form;
  const today = useToday();
  const asked = useAskedAfter(view);
  const isClosed = view.state.phase === 'case_closed';
  if (!opened && draft.keeping === null)
    return (
      <button type="button" className="button" data-act="move" onClick={() => setOpened(true)}>
        {t(isClosed ? 'stages.reopen' : 'stages.move')}
      </button>
    );

  const closing = state === 'case_closed';
  // What ends is asked for its outcome; what was refused is not planned.
  const ends = closing || state === 'case_follow_up';
  const usual = asked === 'refused' || !isUsuallyFollowed(closing ? closure : null) ? [] : usualFollowUps;
  const months = ending.months ?? usual;
  // No case is closed without a day for forgetting it: an empty field has the usual one.
  const forgetFrom = date === '' ? usualForgetting(today, closure === '' ? null : closure) : date;

  const save = async (): Promise<void> => {
    if (state === '') return;
    const change = {
      state,
      reason: reason.trim(),
      closure: closing && closure !== '' ? closure : null,
      date: closing ? forgetFrom : state === 'case_on_hold' && date !== '' ? date : null,
    };
    const typed = closing && isDecline(closure) ? ending : { ...ending, alternatives: '' };
    const written = endingOf(ends ? typed : newEnding(), ends ? months : [], today);
    if (!(await act.run(canEnd(view.state, actor, change, written), command))) return;
    draft.given();
    setOpened(false);
  };
  const choices = offered
    .filter((code) => code !== view.state.phase || view.state.phases.length > 1)
    .map((code) => ({ value: code, label: t(phaseKey(code)) }));
  return (
    <form
      className="stack card padded"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t(isClosed ? 'stages.reopen' : 'stages.move')}</h3>
      {isClosed ? <p className="quiet">{t('stages.reopenHint')}</p> : null}
      <SelectBox
        label={t('stages.to')}
        value={state}
        none={t('common.choose')}
        required
        choices={choices}
        onChange={(next) => draft.change({ state: next })}
      />
      {state === 'case_closed' ? (
        <>
          <Unfinished view={view} />
          <SelectBox
            label={t('stages.closure')}
            value={closure}
            none={t('common.choose')}
            required
            choices={closureReason.items.map(({ code }) => ({ value: code, label: t(`closure.${code}`) }))}
            onChange={(next) => draft.change({ closure: next })}
          />
          <LineBox
            label={t('stages.forgetFrom')}
            hint={t('stages.forgetHint')}
            type="date"
            required
            value={forgetFrom}
            onChange={(next) => draft.change({ date: next })}
          />
        </>
      ) : null}
      {ends ? (
        <EndingFields
          view={view}
          form={ending}
          months={months}
          declined={closing && isDecline(closure)}
          onChange={(part) => draft.change({ ending: { ...ending, ...part } })}
        />
      ) : null}
      {state === 'case_on_hold' ? (
        <LineBox
          label={t('stages.holdUntil')}
          type="date"
          required
          value={date}
          onChange={(next) => draft.change({ date: next })}
        />
      ) : null}
      <TextBox
        label={t('stages.why')}
        rows={2}
        required
        value={reason}
        onChange={(next) => draft.change({ reason: next })}
      />
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={act.busy || reason.trim() === ''}>
          {t(isClosed ? 'stages.reopen' : state === 'case_closed' ? 'stages.close' : 'stages.moveNow')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpened(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpened(false)} />
      </div>
    </form>
  );
}

/** What is left lying. Closing stays possible: somebody may have died, and then nothing gets finished. */
function Unfinished({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const left = unfinishedIn(view.state);
  if (left.length === 0) return <p className="note">{t('unfinished.nothing')}</p>;
  return (
    <div className="note warn">
      <strong>{t('unfinished.title')}</strong>
      <ul>
        {left.map(({ what, count, part }) => (
          <li key={what}>
            <a href={addressOf({ name: 'case', record: view.record, ...(part === null ? {} : { part }) })}>
              {t(`unfinished.${what}`)}
            </a>{' '}
            <span className="num quiet">{formatNumber(numbers, count)}</span>
          </li>
        ))}
      </ul>
      <p>{t('unfinished.hint')}</p>
    </div>
  );
}
