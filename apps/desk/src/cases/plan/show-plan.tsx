import { mayShowNote } from '@leeward/domain/plan/note-for-her.ts';
import { measuresInOrder } from '@leeward/domain/plan/state.ts';
import { mayShow, roundsToShow } from '@leeward/domain/plan/to-show.ts';
import { planLength, sameRounds } from '@leeward/domain/request/shown-plan.ts';
import { shownNow } from '@leeward/domain/request/shown-to-her.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { languageName } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { doorLocaleOf, useHerSpeech } from '../../language/her-language.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { WhoAnswers } from '../../request/who-answers.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { contactLines, firstForm, measureLines, planIn, type ShownForm } from './shown-draft.ts';
import { ShownPreview } from './shown-preview.tsx';
import { ShownRisks } from './shown-risks.tsx';

/** What one item to her may hold, in letters. */
const LONGEST = 8000;

/**
 * Shows her the plan at her door: an officer chooses what, says it in her language, reads what she will see, and sends it.
 * It takes the place of what she was shown before.
 */
export function ShowPlan({
  view,
  request,
}: {
  readonly view: CaseView;
  readonly request: RequestView;
}): ReactNode {
  const { t } = useSpeech();
  const back = addressOf({ name: 'case', record: view.record, part: 'plan' });
  return (
    <div className="stack part-screen">
      <a className="back" href={back}>
        {t('plan.back')}
      </a>
      <h2>{t('show.title')}</h2>
      <p className="quiet">{t('show.lead')}</p>
      <WhoAnswers view={request}>
        <Form view={view} request={request} />
      </WhoAnswers>
    </div>
  );
}

function Form({ view, request }: { readonly view: CaseView; readonly request: RequestView }): ReactNode {
  const { t, numbers, locale } = useSpeech();
  const now = useNow();
  const notice = useNotice();
  const action = useAction('showPlan');
  const [isRead, setRead] = useState(false);
  const [othersChecked, setChecked] = useState(false);
  const { plan } = view.state.parts;
  const last = shownNow(request.state)?.plan ?? null;
  const draft = useForm<ShownForm>('case:showPlan', view.record, () => firstForm(plan, last));
  const { form } = draft;
  const change = (part: Partial<ShownForm>): void => {
    setRead(false);
    if (part.risks !== undefined) setChecked(false);
    draft.change(part);
  };
  const hers = request.said.locale === 'und' ? locale : request.said.locale;
  const speech = useHerSpeech(hers);
  const shown = planIn(plan, form, hers);
  const told = request.state.comeBack.rounds.at(-1)?.rounds ?? { agreed: [], pauses: [] };
  const rounds = roundsToShow(view.state, now);
  const areNew = !sameRounds(told, rounds, now);
  const length = planLength(shown);
  const isEmpty = shown.measures.length + shown.contacts.length === 0 && shown.risks === null;
  const mayNote = mayShowNote(
    view.state.parts.people,
    view.state.opened?.fromConversation ?? null,
    request.record,
  ).ok;
  const isSafe = shown.risks === null || (othersChecked && mayNote);
  const isWhole =
    shown.measures.every(({ what }) => what !== '') && shown.contacts.every(({ who }) => who !== '');
  const unargued = measuresInOrder(plan).filter(
    (measure) => !mayShow(measure) && valueIn(measure, 'state') !== 'stopped',
  );
  const put = (id: string, isIn: boolean): void =>
    change({ left: isIn ? form.left.filter((one) => one !== id) : [...form.left, id] });
  const conversation = request.record;
  const send = async (): Promise<void> => {
    const answer = await action.run({
      record: conversation,
      case: view.record,
      plan: shown,
      othersChecked,
      rounds: form.rounds && areNew,
    });
    if (!answer.ok) return;
    draft.given(firstForm(plan, { id: '', version: 0, ...shown }));
    notice({ text: t('back.sentToHer') });
    go({ name: 'case', record: view.record, part: 'plan' });
  };
  return (
    <form
      className="form stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRead && isWhole && isSafe && !isEmpty && length <= LONGEST) void send();
      }}
    >
      <p className="note">{t('show.language', { language: languageName(numbers, doorLocaleOf(hers)) })}</p>
      <p className="small quiet">{t('show.readers')}</p>
      <TextBox
        label={t('show.aims')}
        rows={2}
        lang={hers}
        value={form.aims ?? shown.aims}
        onChange={(aims) => change({ aims })}
      />
      {measureLines(plan, form).map(({ measure, isIn, isOld }) => {
        const set = (part: Partial<ShownForm['measures'][string]>): void =>
          change({
            measures: {
              ...form.measures,
              [measure.id]: { ...form.measures[measure.id], seen: measure.seen, ...part },
            },
          });
        return (
          <fieldset key={measure.id} className="card facts stack tight" data-measure={measure.id}>
            <legend className="visually-hidden">{measure.what}</legend>
            <label className="option">
              <input
                type="checkbox"
                checked={isIn}
                onChange={(event) => put(measure.id, event.target.checked)}
              />
              <Words inline text={measure.what} />
            </label>
            {isOld && isIn ? (
              <div className="note warn stack tight">
                <p>{t('show.old')}</p>
                <div className="cluster">
                  <button
                    type="button"
                    className="button small"
                    onClick={() => {
                      const { [measure.id]: _gone, ...others } = form.measures;
                      change({ measures: others });
                    }}
                  >
                    {t('show.takeFile')}
                  </button>
                  <button type="button" className="button quiet small" onClick={() => set({})}>
                    {t('show.keepWords')}
                  </button>
                </div>
              </div>
            ) : null}
            {isIn ? (
              <details>
                <summary>{t('show.words')}</summary>
                <div className="stack tight">
                  <TextBox
                    label={t('show.what')}
                    rows={3}
                    lang={hers}
                    value={measure.what}
                    onChange={(what) => set({ what })}
                  />
                  <LineBox label={t('show.who')} value={measure.who} onChange={(who) => set({ who })} />
                  <TextBox
                    label={t('plan.trigger')}
                    rows={2}
                    lang={hers}
                    value={measure.when}
                    onChange={(when) => set({ when })}
                  />
                  <TextBox
                    label={t('plan.fallback')}
                    rows={2}
                    lang={hers}
                    value={measure.fallback}
                    onChange={(fallback) => set({ fallback })}
                  />
                </div>
              </details>
            ) : null}
          </fieldset>
        );
      })}
      {unargued.length === 0 ? null : (
        <div className="note warn stack tight">
          <p>{t('show.unargued')}</p>
          <ul>
            {unargued.map((measure) => (
              <li key={measure.id}>
                <Words inline text={valueIn(measure, 'what') ?? ''} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {contactLines(plan, form).map(({ contact, isIn }) => {
        const set = (part: ShownForm['contacts'][string]): void =>
          change({ contacts: { ...form.contacts, [contact.id]: { ...form.contacts[contact.id], ...part } } });
        return (
          <fieldset key={contact.id} className="card facts stack tight">
            <legend>{t('plan.contact.noun')}</legend>
            <label className="option">
              <input
                type="checkbox"
                checked={isIn}
                onChange={(event) => put(contact.id, event.target.checked)}
              />
              <Words inline text={contact.who} />
            </label>
            {isIn ? (
              <details>
                <summary>{t('show.words')}</summary>
                <div className="stack tight">
                  <LineBox
                    label={t('show.contactWho')}
                    value={contact.who}
                    onChange={(who) => set({ who })}
                  />
                  <LineBox
                    label={t('show.contactHow')}
                    value={contact.how}
                    onChange={(how) => set({ how })}
                  />
                  <TextBox
                    label={t('show.contactTell')}
                    rows={2}
                    lang={hers}
                    value={contact.tell}
                    onChange={(tell) => set({ tell })}
                  />
                </div>
              </details>
            ) : null}
          </fieldset>
        );
      })}
      <TextBox
        label={t('show.arrest')}
        rows={2}
        lang={hers}
        value={form.arrest ?? shown.arrest}
        onChange={(arrest) => change({ arrest })}
      />
      <ShownRisks
        view={view}
        request={request}
        note={form.risks}
        language={hers}
        checked={othersChecked}
        onChange={(risks) => change({ risks })}
        onCheck={setChecked}
      />
      {areNew ? (
        <label className="option">
          <input
            type="checkbox"
            checked={form.rounds}
            onChange={(event) => change({ rounds: event.target.checked })}
          />
          {t('show.rounds')}
        </label>
      ) : null}
      <h3>{t('show.preview')}</h3>
      {speech === null ? (
        <p className="quiet">{t('common.loading')}</p>
      ) : (
        <ShownPreview plan={shown} rounds={form.rounds && areNew ? rounds : null} speech={speech} />
      )}
      {length > LONGEST ? <p className="note warn">{t('held.tooLong', { limit: LONGEST, length })}</p> : null}
      {isEmpty ? <p className="note">{t('show.empty')}</p> : null}
      <label className="option">
        <input type="checkbox" checked={isRead} onChange={(event) => setRead(event.target.checked)} />
        {t('show.approve')}
      </label>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={
            action.busy || !isRead || !isSafe || isEmpty || !isWhole || length > LONGEST || speech === null
          }
        >
          {t('show.send')}
        </button>
        <a className="button quiet" href={addressOf({ name: 'case', record: view.record, part: 'plan' })}>
          {t('common.cancel')}
        </a>
        <Kept of={draft} />
      </div>
    </form>
  );
}
