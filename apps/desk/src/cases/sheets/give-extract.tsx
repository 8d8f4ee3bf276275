import { mayShare } from '@leeward/domain/consent/share.ts';
import type { Question } from '@leeward/domain/verification/events.ts';
import { extractOf } from '@leeward/domain/verification/extract.ts';
import { newEventsIn } from '@leeward/domain/verification/of-case.ts';
import { pictureOf } from '@leeward/domain/verification/picture.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { MadeExtract } from '@leeward/workspace/desk/extract-file.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { saveBytes } from '../../files/save.ts';
import { useSpeech } from '../../language/speech.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { MayShareNote } from '../consents/may-share-note.tsx';
import { useVoices } from '../consents/use-voices.ts';
import { newId } from '../new-id.ts';
import { Several } from '../people/inputs.tsx';
import { useVerifyNames } from '../verification/names.ts';
import { ExtractView } from './extract-view.tsx';

const command = 'case:partner';

/** Gives one partner what was found, in a file: what it rests on and all that is in it stand here before it is made. */
export function GiveExtract({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const { record, state } = view;
  const today = useToday();
  const names = useVerifyNames();
  const { voices, loading } = useVoices(view);
  const action = useAction('makeExtract');
  const [made, setMade] = useState<MadeExtract | null>(null);
  const events = newEventsIn(state);
  const found = pictureOf(state.parts.verification, today, events).filter(
    ({ holding }) => holding.length > 0,
  );
  const questions = found.map(({ question }) => question);
  const draft = useForm(command, record, () => ({
    sharing: newId(),
    recipient: '',
    reference: '',
    questions: [] as readonly Question[],
  }));
  const { form, change } = draft;
  const recipient = form.recipient.trim();
  const use = {
    purpose: 'con_reuse_verification',
    recipient,
    fields: ['verification'],
    persons: [],
  } as const;
  const isCovered = recipient !== '' && mayShare(voices, use, today).ok;
  const reference = form.reference.trim();
  const asked = { reference, questions: form.questions, today, events };
  const extract = extractOf(state.parts.verification, asked, { ok: true, value: null });
  const give = async (): Promise<void> => {
    const answer = await action.run({
      record,
      sharing: form.sharing,
      recipient,
      reference,
      questions: form.questions,
      what: t('partner.what'),
    });
    if (!answer.ok) return;
    draft.given({ sharing: newId(), recipient: '', reference: '', questions: [] });
    setMade(answer.value);
    saveBytes(answer.value.file, answer.value.name);
  };
  if (made !== null)
    return (
      <section className="card facts stack" aria-labelledby="partner-made">
        <h3 id="partner-made">{t('partner.made')}</h3>
        <CopyField label={t('partner.code')} value={made.code} />
        <div className="note warn stack tight">
          <p>{t('partner.codeByVoice')}</p>
          <p>{t('partner.howToOpen')}</p>
          <p>{t('partner.cannotCallBack')}</p>
        </div>
        <div className="cluster">
          <button type="button" className="button" onClick={() => saveBytes(made.file, made.name)}>
            {t('partner.saveAgain')}
          </button>
          <button type="button" className="button quiet" onClick={() => setMade(null)}>
            {t('common.close')}
          </button>
        </div>
      </section>
    );
  if (questions.length === 0)
    return (
      <section className="card facts stack" aria-labelledby="partner-give">
        <h3 id="partner-give">{t('partner.give')}</h3>
        <p className="note">{t('partner.nothingFound')}</p>
      </section>
    );
  return (
    <form
      className="card facts stack"
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <h3>{t('partner.give')}</h3>
      <LineBox
        label={t('partner.recipient')}
        hint={t('consents.recipientHint')}
        value={form.recipient}
        onChange={(value) => change({ recipient: value })}
      />
      <LineBox
        label={t('partner.reference')}
        hint={t('partner.referenceHint')}
        value={form.reference}
        onChange={(value) => change({ reference: value })}
      />
      <Several<Question>
        label={t('partner.questions')}
        values={form.questions}
        options={questions.map((question) => [question, names.question(question)] as const)}
        onChange={(chosen) => change({ questions: chosen })}
      />
      {recipient === '' ? null : <MayShareNote record={record} voices={voices} use={use} />}
      {extract.ok ? (
        <section className="stack tight" aria-label={t('partner.all')}>
          <h4>{t('partner.all')}</h4>
          <ExtractView extract={{ ...extract.value, recipient }} today={today} />
        </section>
      ) : null}
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button
          type="submit"
          className="button primary"
          disabled={action.busy || loading || !isCovered || !extract.ok || reference === ''}
        >
          {t('partner.make')}
        </button>
        <Kept of={draft} />
      </div>
    </form>
  );
}
