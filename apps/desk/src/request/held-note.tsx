import { wishesIn } from '@leeward/domain/request/come-back.ts';
import { heldLength } from '@leeward/domain/request/come-back-events.ts';
import type { HeldLine } from '@leeward/domain/request/reply.ts';
import { languageName } from '@leeward/ui';
import { sayHeldBy } from '@leeward/ui/language/say-held.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useState } from 'react';
import { doorLocaleOf, useHerSpeech } from '../language/her-language.ts';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Kept } from '../parts/kept.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useForm } from '../session/use-form.ts';
import { useAction, useView } from '../session/use-session.tsx';
import { LineBox, TextBox } from './back-fields.tsx';
import { heldLines } from './held-lines.ts';
import { WhoAnswers } from './who-answers.tsx';

/** What one note may hold in all, in letters: it goes to her in one sealed item. */
const LONGEST = 8000;

type Form = { readonly lines: readonly HeldLine[] };

/** The note of what is held about her: composed from the record, read and changed by a person, and only then sent. */
export function HeldNote({
  view,
  onClose,
}: {
  readonly view: RequestView;
  readonly onClose: () => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const notice = useNotice();
  const speech = useHerSpeech(view.said.locale);
  const action = useAction('tellHeld');
  const door = useView('door', {});
  const [isRead, setRead] = useState(false);
  const texts = door?.ok === true ? door.value.texts : null;
  const until = texts?.retention[speech?.locale ?? 'en'] ?? texts?.retention['en'] ?? '';
  const who = speech === null ? '' : sayHeldBy(speech.t);
  const draft = useForm<Form>('tellHeld', view.record, () => ({ lines: [] }));
  const suggested = speech === null ? [] : heldLines(view, speech, until);
  const lines = draft.form.lines.length > 0 ? draft.form.lines : suggested;
  const put = (at: number, change: Partial<HeldLine>): void =>
    draft.change({ lines: lines.map((line, index) => (index === at ? { ...line, ...change } : line)) });
  const last = view.state.comeBack.held.at(-1);
  const wishes = wishesIn(view.state);
  const length = heldLength(lines);

  const send = async (): Promise<void> => {
    const kept = lines.filter((line) => line.what.trim() !== '');
    if (!isRead || kept.length === 0 || length > LONGEST) return;
    const answer = await action.run({ record: view.record, lines: kept });
    if (!answer.ok) return;
    draft.given();
    notice({ text: t('back.sentToHer') });
    onClose();
  };

  return (
    <Dialog title={t('back.held')} onClose={onClose}>
      <p>{t('held.lead')}</p>
      <p className="small quiet">
        {t('held.language', { language: languageName(numbers, doorLocaleOf(view.said.locale)) })}
      </p>
      {last === undefined ? null : (
        <p className="small quiet">
          {t('held.last')} <Ago at={last.claimedTime} />
        </p>
      )}
      {wishes.length === 0 ? null : (
        <section className="note warn stack tight" aria-label={t('held.wishes')}>
          <h3>{t('held.wishes')}</h3>
          <ul className="plain stack tight">
            {wishes.map((wish) => {
              const note = view.state.comeBack.held.find((known) => known.note === wish.note);
              const about = wish.line === undefined ? undefined : note?.lines[wish.line]?.what;
              return (
                <li key={wish.item}>
                  <b>{t(wish.wants === 'corrected' ? 'held.wantsCorrected' : 'held.wantsDeleted')}</b>{' '}
                  <Ago at={wish.at} />
                  {about === undefined ? null : <Words text={about} className="quiet" />}
                  {wish.text === undefined ? null : <Words text={wish.text} lang={view.said.locale} />}
                </li>
              );
            })}
          </ul>
          <p className="small">{t('held.wishesDo')}</p>
        </section>
      )}
      <WhoAnswers view={view}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and keep their order
            <fieldset key={index} className="card facts">
              <legend>{t('held.line', { number: index + 1 })}</legend>
              <TextBox
                label={t('held.what')}
                rows={2}
                lang={speech?.locale}
                value={line.what}
                onChange={(what) => put(index, { what })}
              />
              <LineBox
                label={t('held.since')}
                value={line.since}
                onChange={(since) => put(index, { since })}
              />
              <LineBox label={t('held.why')} value={line.why} onChange={(why) => put(index, { why })} />
              <LineBox
                label={t('held.whoField')}
                value={line.who}
                onChange={(words) => put(index, { who: words })}
              />
              <LineBox
                label={t('held.until')}
                value={line.until}
                onChange={(words) => put(index, { until: words })}
              />
              <button
                type="button"
                className="button quiet"
                onClick={() => draft.change({ lines: lines.filter((_, other) => other !== index) })}
              >
                {t('held.remove')}
              </button>
            </fieldset>
          ))}
          <button
            type="button"
            className="button"
            onClick={() => draft.change({ lines: [...lines, { what: '', since: '', why: '', who, until }] })}
          >
            {t('held.add')}
          </button>
          {length > LONGEST ? (
            <p className="note warn">{t('held.tooLong', { limit: LONGEST, length })}</p>
          ) : null}
          <label className="option">
            <input type="checkbox" checked={isRead} onChange={(event) => setRead(event.target.checked)} />
            {t('held.approve')}
          </label>
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button
              type="submit"
              className="button primary"
              disabled={action.busy || !isRead || length > LONGEST}
            >
              {t('back.send')}
            </button>
            <button type="button" className="button quiet" onClick={onClose}>
              {t('common.cancel')}
            </button>
            <Kept of={draft} />
          </div>
        </form>
      </WhoAnswers>
    </Dialog>
  );
}
