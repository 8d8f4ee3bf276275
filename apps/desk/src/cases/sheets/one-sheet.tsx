import { may } from '@leeward/domain/organisation/permissions.ts';
import { endSheet, isLive, phaseOf } from '@leeward/domain/sheet/rules.ts';
import type { Sheet } from '@leeward/domain/sheet/state.ts';
import { formatDateTime } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction, useSession, useView } from '../../session/use-session.tsx';
import { AnswerCard } from './answer-card.tsx';
import { draftAgain, sheetForm } from './draft.ts';
import { useWhom } from './whom.ts';

/** One sheet: where it is, its link, what came back, and the way to end it. */
export function OneSheet({ view, sheet }: { readonly view: CaseView; readonly sheet: Sheet }): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  const nameOf = useMemberName();
  const whom = useWhom(view);
  const phase = phaseOf(sheet, now);
  return (
    <div className="stack">
      <a className="back screen-only" href={addressOf({ name: 'case', record: view.record, part: 'sheets' })}>
        {t('sheets.title')}
      </a>
      <header className="stack tight">
        <h2>
          <Words inline text={whom(sheet)} />
        </h2>
        <p className="line-meta">
          <span className="chip">{t(`sheets.phase.${phase}`)}</span>
          <span className="small quiet">
            {t('sheets.sentBy', {
              name: nameOf(sheet.sent.by),
              date: formatDateTime(numbers, sheet.sent.claimedTime),
            })}
          </span>
          <span className="small quiet">
            {t('sheets.until', { date: formatDateTime(numbers, sheet.until) })}
          </span>
        </p>
        {sheet.ended === null ? null : (
          <p className="small">
            {t(sheet.ended.byKey ? 'sheets.endedByKey' : 'sheets.endedBy', {
              name: nameOf(sheet.ended.by),
              date: formatDateTime(numbers, sheet.ended.claimedTime),
            })}{' '}
            <Words inline text={sheet.ended.reason} />
          </p>
        )}
      </header>
      {sheet.ended?.byKey === true ? <SendAnew record={view.record} sheet={sheet} /> : null}
      {phase === 'ended' || phase === 'expired' ? (
        <p className="note">{t('sheets.overHonest')}</p>
      ) : (
        <Link record={view.record} sheet={sheet} />
      )}
      <section className="stack tight" aria-labelledby="sheet-answers">
        <h3 id="sheet-answers">{t('sheets.answers')}</h3>
        {sheet.answers.length === 0 ? (
          <p className="quiet">{t(isLive(sheet, now) ? 'sheets.noAnswerYet' : 'sheets.noAnswer')}</p>
        ) : (
          sheet.answers.map((answer) => (
            <AnswerCard key={answer.hash} record={view.record} sheet={sheet} answer={answer} />
          ))
        )}
      </section>
      <section className="card facts stack tight" aria-labelledby="sheet-asked">
        <h3 id="sheet-asked">{t('sheets.asked')}</h3>
        <ol className="stack tight">
          {sheet.questions.map(({ ask, about }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a question has no name but its place
            <li key={index}>
              {ask === 'own' ? null : `${t(`sheets.ask.${ask}`)} `}
              <Words inline text={about} lang={sheet.language} />
            </li>
          ))}
        </ol>
        {sheet.word === '' ? null : (
          <p>
            {t('sheets.agreedWord')} <Words inline text={sheet.word} />
          </p>
        )}
      </section>
      {isLive(sheet, now) ? <End record={view.record} sheet={sheet} /> : null}
    </div>
  );
}

/** A sheet that ended with the team's key: why, what to say to whoever has the old link, and a new one in one step. */
function SendAnew({ record, sheet }: { readonly record: string; readonly sheet: Sheet }): ReactNode {
  const { t, locale } = useSpeech();
  const { forms } = useSession();
  const { role, permissions } = useActor();
  const begin = (): void => {
    forms.type(sheetForm, record, draftAgain(sheet, locale));
    go({ name: 'case', record, part: 'sheets', item: 'new' });
  };
  return (
    <section className="note warn stack tight" aria-label={t('sheets.phase.ended')}>
      <p>{t('sheets.keyChanged')}</p>
      <p>{t('sheets.keyTell')}</p>
      {may(role, 'case.edit', permissions).ok ? (
        <div>
          <button type="button" className="button primary" onClick={begin}>
            {t('sheets.sendAnew')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** The link, on the device that has it, and what must be known before it is handed on. */
function Link({ record, sheet }: { readonly record: string; readonly sheet: Sheet }): ReactNode {
  const { t } = useSpeech();
  const links = useView('sheetLinks', { record });
  const one = links?.ok === true ? links.value.find(({ sheet: id }) => id === sheet.id) : undefined;
  if (one === undefined) return null;
  return (
    <section className="stack tight" aria-label={t('sheets.link')}>
      {one.link === null ? (
        <p className="note">{t('sheets.linkElsewhere')}</p>
      ) : (
        <>
          <CopyField label={t('sheets.link')} value={one.link} />
          <div className="note warn stack tight">
            <p>{t('sheets.linkHolder')}</p>
            <p>{t(sheet.word === '' ? 'sheets.linkNoWord' : 'sheets.linkWord')}</p>
            <p>{t('sheets.linkWay')}</p>
          </div>
        </>
      )}
      {one.posted ? null : <p className="note">{t('sheets.notPosted')}</p>}
      {one.stale ? <p className="note warn">{t('sheets.stale')}</p> : null}
    </section>
  );
}

/** Ends the sheet in one step, and says honestly what that does and what it cannot do. */
function End({ record, sheet }: { readonly record: string; readonly sheet: Sheet }): ReactNode {
  const { t } = useSpeech();
  const { role, permissions } = useActor();
  const action = useAction('actOnCase');
  const form = `case:sheet:end:${sheet.id}` as const;
  const draft = useForm(form, record, () => ({ reason: '' }));
  if (!may(role, 'case.note', permissions).ok) return null;
  const end = async (): Promise<void> => {
    const answer = await action.run({
      record,
      events: [endSheet(sheet.id, draft.form.reason.trim())],
      form,
    });
    if (answer.ok) draft.given();
  };
  return (
    <form
      className="card facts stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void end();
      }}
    >
      <h3>{t('sheets.end')}</h3>
      <p className="small">{t('sheets.endHonest')}</p>
      <LineBox
        label={t('sheets.endWhy')}
        value={draft.form.reason}
        onChange={(reason) => draft.change({ reason })}
      />
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy}>
          {t('sheets.endNow')}
        </button>
      </div>
    </form>
  );
}
