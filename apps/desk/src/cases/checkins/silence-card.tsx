import type { CaseState } from '@leeward/domain/case/state.ts';
import { type SilenceEnd, silenceEnds } from '@leeward/domain/check-in/events.ts';
import type { Rung, Silence } from '@leeward/domain/check-in/silence.ts';
import { callsKeptAway } from '@leeward/domain/check-in/whom.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { formatDateTime, formatTime } from '@leeward/ui';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago, useNow } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { TextBox } from '../../request/back-fields.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useBegun, useForm } from '../../session/use-form.ts';
import { SelectBox } from '../item/select-box.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { RungNote } from './rung-note.tsx';

type Props = {
  readonly record: string;
  readonly silence: Silence;
  readonly state: CaseState;
  readonly allowed: boolean;
};

/** A sign of life that is awaited or did not come, and the ladder that was agreed, held against the time. */
export function SilenceCard({ record, silence, state, allowed }: Props): ReactNode {
  const { t, numbers } = useSpeech();
  const { stage, round, lateAt, missed, rungs } = silence;
  const tone = stage === 'coming' ? '' : stage === 'waited' ? 'warn' : 'danger';
  return (
    <section className={`note stack tight ${tone}`.trim()} data-silence={stage} aria-live="polite">
      <strong>{t(`silence.${stage}`)}</strong>
      {stage === 'coming' || stage === 'waited' ? (
        <p>
          {t(`silence.${stage}At`, { time: formatTime(numbers, round), late: formatTime(numbers, lateAt) })}
        </p>
      ) : (
        <p>
          {t(stage === 'danger' ? 'silence.dangerSince' : 'silence.lateSince', {
            date: formatDateTime(numbers, round),
          })}{' '}
          {missed > 1 ? t('checkIn.missed', { count: missed }) : ''}
        </p>
      )}
      {stage === 'late' || stage === 'danger' ? (
        rungs.length === 0 ? (
          <p>{t('silence.noLadder')}</p>
        ) : (
          <ol className="rungs stack tight">
            {rungs.map((rung) => (
              <RungLine
                key={rung.id}
                record={record}
                rung={rung}
                round={round}
                state={state}
                allowed={allowed}
              />
            ))}
          </ol>
        )
      ) : null}
      {allowed && (stage === 'late' || stage === 'danger') ? (
        <EndSilence record={record} round={round} />
      ) : null}
    </section>
  );
}

function RungLine({
  record,
  rung,
  round,
  state,
  allowed,
}: {
  readonly record: string;
  readonly rung: Rung;
  readonly round: number;
  readonly state: CaseState;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const now = useNow();
  const act = useCaseAct(record);
  const command = `case:rung:${rung.id}` as const;
  const draft = useForm(command, record, () => ({ note: '' }));
  const contact = standing(state.parts.plan.contacts).find(({ id }) => id === rung.contact);
  const isDue = rung.dueAt <= now;
  // What speaks against the call stands first, and the button does not ask to be pressed.
  const barred = rung.done.length === 0 && callsKeptAway(state, rung);
  const give = async (): Promise<void> => {
    const { note } = draft.form;
    const event = { type: 'LadderStepDone', v: 1, step: rung.id, round, on: now, note: note.trim() } as const;
    if (await act.run({ ok: true, value: [event] }, command)) draft.given();
  };
  return (
    <li className="stack tight" data-rung={rung.done.length > 0 ? 'done' : isDue ? 'due' : 'next'}>
      <p>
        <b>
          <Words inline text={rung.what} />
        </b>{' '}
        {rung.whom === '' ? null : <Words inline text={rung.whom} />}
      </p>
      {contact === undefined ? null : (
        <p className="small">
          <Words inline text={valueIn(contact, 'who') ?? ''} /> ·{' '}
          <Words inline text={valueIn(contact, 'how') ?? ''} />
        </p>
      )}
      {rung.done.length === 0 ? <RungNote state={state} rung={rung} /> : null}
      <p className="small quiet">
        {isDue ? t('rung.due') : t('rung.at', { date: formatDateTime(numbers, rung.dueAt) })}
        {rung.who === null ? '' : ` · ${nameOf(rung.who)}`}
      </p>
      {rung.done.map(({ by, on }) => (
        <p key={`${by} ${on}`} className="small">
          <span className="chip good">{t('rung.done')}</span> {nameOf(by)} <Ago at={on} />
        </p>
      ))}
      {allowed && rung.done.length === 0 ? (
        <>
          {isDue || draft.keeping !== null ? (
            <TextBox
              label={t('rung.note')}
              rows={2}
              value={draft.form.note}
              onChange={(note) => draft.change({ note })}
            />
          ) : null}
          <FailureNote failure={act.failure} />
          <div className="cluster">
            <button
              type="button"
              className={isDue && !barred ? 'button primary' : 'button'}
              disabled={act.busy}
              onClick={() => void give()}
            >
              {t('rung.do')}
            </button>
            <Kept of={draft} />
          </div>
        </>
      ) : null}
    </li>
  );
}

/** She was found, or is known to be held: the silence ends, and with it what it set off. */
function EndSilence({ record, round }: { readonly record: string; readonly round: number }): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const act = useCaseAct(record);
  const command = 'case:silence:end' as const;
  const draft = useForm<{ how: SilenceEnd; note: string }>(command, record, () => ({
    how: 'found',
    note: '',
  }));
  const [isOpen, setOpen] = useState(false);
  const isBegun = useBegun(command, record);
  if (!isOpen && !isBegun)
    return (
      <div>
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('silence.end')}
        </button>
      </div>
    );
  const { how, note } = draft.form;
  const give = async (): Promise<void> => {
    const event = { type: 'SilenceEnded', v: 1, round, on: now, how, note: note.trim() } as const;
    if (!(await act.run({ ok: true, value: [event] }, command))) return;
    draft.given();
    setOpen(false);
  };
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <SelectBox
        label={t('silence.how')}
        value={how}
        choices={silenceEnds.map((value) => ({ value, label: t(`silence.end.${value}`) }))}
        onChange={(value) => draft.change({ how: value === '' ? 'other' : value })}
      />
      <TextBox
        label={t('silence.endNote')}
        hint={t('silence.endHint')}
        required
        rows={3}
        value={note}
        onChange={(words) => draft.change({ note: words })}
      />
      <FailureNote failure={act.failure} />
      <div className="cluster">
        <button type="submit" className="button primary" disabled={act.busy || note.trim() === ''}>
          {t('common.save')}
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            draft.discard();
            setOpen(false);
          }}
        >
          {t('common.cancel')}
        </button>
        <Kept of={draft} onDiscard={() => setOpen(false)} />
      </div>
    </form>
  );
}
