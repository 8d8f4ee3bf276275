import { mayShare } from '@leeward/domain/consent/share.ts';
import { sheetLimits } from '@leeward/domain/sheet/message.ts';
import { hindrances } from '@leeward/domain/sheet/rules.ts';
import { factsTold, type SheetPurpose, useOfSheet } from '@leeward/domain/sheet/sharing.ts';
import { sheetCheckOf } from '@leeward/domain/verification/of-case.ts';
import { doorLanguages, formatNumber } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { dayOf, LineBox } from '../../request/back-fields.tsx';
import { useFieldNames } from '../../request/consents-panel.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useForm } from '../../session/use-form.ts';
import { useAction, useView } from '../../session/use-session.tsx';
import { useVoices } from '../consents/use-voices.ts';
import { blankDraft, openDays, sheetForm, termsOf } from './draft.ts';
import { HerConsent } from './her-consent.tsx';
import { Preview } from './preview.tsx';
import { QuestionList } from './question-list.tsx';
import { WhoIsAsked } from './who-is-asked.tsx';

/** Writes a sheet: as little as possible, to one person, for a few days. What its reader will see stands beside it. */
export function SheetForm({ view }: { readonly view: CaseView }): ReactNode {
  const { t, locale } = useSpeech();
  const factNames = useFieldNames();
  const now = useNow();
  const action = useAction('sendSheet');
  const door = useView('door', {});
  const { record } = view;
  const draft = useForm(sheetForm, record, () => blankDraft(locale));
  const [isTried, setTried] = useState(false);
  const { form } = draft;
  const terms = termsOf(form, now);
  const { voices, loading } = useVoices(view);
  const consent = {
    purpose: form.purpose as SheetPurpose,
    recipient: form.recipient.trim(),
    what: t('sheets.sharedWhat', { facts: factNames(factsTold(terms.questions)) }),
  };
  const use = useOfSheet(view.state, terms, consent);
  const isCovered = consent.recipient !== '' && mayShare(voices, use, dayOf(now)).ok;
  const against = hindrances(terms, now, [sheetCheckOf(view.state, voices, form.purpose, dayOf(now))]);
  const hasNoDoor = door?.ok === true && door.value.link === null;
  const send = async (): Promise<void> => {
    setTried(true);
    if (against.length > 0 || !isCovered) return;
    const { sheet, although } = form;
    const answer = await action.run({
      record,
      sheet,
      terms,
      although: although.trim(),
      consent,
      form: sheetForm,
    });
    if (!answer.ok) return;
    draft.given(blankDraft(form.language));
    go({ name: 'case', record, part: 'sheets', item: sheet });
  };
  return (
    <div className="request">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <h2>{t('sheets.new')}</h2>
        <p className="note">{t('sheets.least')}</p>
        {hasNoDoor ? <p className="note warn">{t('sheets.noDoor')}</p> : null}
        <WhoIsAsked view={view} voices={voices} draft={form} change={draft.change} />
        <QuestionList questions={form.questions} onChange={(questions) => draft.change({ questions })} />
        <HerConsent record={record} voices={voices} use={use} draft={form} change={draft.change} />
        <LineBox
          label={t('sheets.from')}
          hint={t('sheets.fromHint')}
          value={form.from}
          onChange={(from) => draft.change({ from: from.slice(0, sheetLimits.from) })}
        />
        <Language value={form.language} onChange={(language) => draft.change({ language })} />
        <Days value={form.days} onChange={(days) => draft.change({ days })} />
        <LineBox
          label={t('sheets.word')}
          hint={t('sheets.wordHint')}
          value={form.word}
          onChange={(word) => draft.change({ word: word.slice(0, sheetLimits.word) })}
        />
        {isTried && (against.length > 0 || !isCovered) ? (
          <div className="note danger stack tight" role="alert">
            {isCovered ? null : <p>{t('sheets.against.no_consent')}</p>}
            {[...new Set(against.map(({ code }) => code))].map((code) => (
              <p key={code}>{t(`sheets.against.${code}`)}</p>
            ))}
          </div>
        ) : null}
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={action.busy || hasNoDoor || loading}>
            {t('sheets.send')}
          </button>
          <a className="button quiet" href={addressOf({ name: 'case', record, part: 'sheets' })}>
            {t('common.cancel')}
          </a>
          <Kept of={draft} />
        </div>
      </form>
      <Preview terms={terms} />
    </div>
  );
}

function Language({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t } = useSpeech();
  const box = useId();
  return (
    <div className="field">
      <label htmlFor={box}>{t('sheets.language')}</label>
      <span className="hint">{t('sheets.languageHint')}</span>
      <select id={box} value={value} onChange={(event) => onChange(event.target.value)}>
        {doorLanguages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Days({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const box = useId();
  return (
    <div className="field">
      <label htmlFor={box}>{t('sheets.days')}</label>
      <span className="hint">{t('sheets.daysHint')}</span>
      <select id={box} value={value} onChange={(event) => onChange(event.target.value)}>
        {openDays.map((days) => (
          <option key={days} value={String(days)}>
            {t('sheets.daysOf', { count: days, number: formatNumber(numbers, days) })}
          </option>
        ))}
      </select>
    </div>
  );
}
