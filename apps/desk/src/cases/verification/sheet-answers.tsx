import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { newestFirst } from '@leeward/domain/sheet/rules.ts';
import { doesCount, type Sheet, type SheetAnswer } from '@leeward/domain/sheet/state.ts';
import {
  type FindingValues,
  type Question,
  type SourceValues,
  sourceOrigins,
} from '@leeward/domain/verification/events.ts';
import { isTakenOver, takenFrom, takeOver } from '@leeward/domain/verification/from-sheet.ts';
import { verificationSource } from '@leeward/vocabulary/lists/verification-source.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Kept } from '../../parts/kept.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { confidenceChoices, levelChoices, questionChoices, useTerms, useVerifyNames } from './names.ts';

/** Answers to question sheets that count and were not taken over yet. */
export function SheetAnswers({
  view,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const { sheet: sheets, verification } = view.state.parts;
  const waiting = newestFirst(sheets).flatMap((sheet) =>
    sheet.answers
      .filter((answer) => doesCount(answer) && answer.message !== null && !isTakenOver(verification, answer))
      .map((answer) => ({ sheet, answer })),
  );
  if (waiting.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="verify-sheets">
      <h2 id="verify-sheets">{t('verify.sheets')}</h2>
      <p className="quiet">{t('verify.sheetsHint')}</p>
      {waiting.map(({ sheet, answer }) => (
        <TakeOver key={answer.hash} view={view} sheet={sheet} answer={answer} mayWrite={mayWrite} />
      ))}
    </section>
  );
}

type Decided = {
  readonly question: Question | null;
  readonly level: FindingValues['level'] | null;
  readonly confidence: FindingValues['confidence'];
  readonly words: string;
};
type Typed = {
  readonly answers: Readonly<Record<string, Decided>>;
  readonly label: string;
  readonly kind: SourceValues['kind'];
  readonly origin: SourceValues['origin'];
};

function TakeOver({
  view,
  sheet,
  answer,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly sheet: Sheet;
  readonly answer: SheetAnswer;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const names = useVerifyNames();
  const action = useAction('actOnCase');
  const terms = useTerms();
  const [opened, setOpened] = useState(false);
  const state = view.state.parts.verification;
  const taken = takenFrom(state, sheet, answer);
  const command = `case:sheet:${answer.hash.slice(0, 32)}` as const;
  const draft = useForm<Typed>(command, view.record, () => ({
    label: sheet.whom,
    kind: 'vs_named_referee',
    origin: 'named_by_her',
    answers: Object.fromEntries(
      taken.map(({ index, question, level, words }) => [
        String(index),
        { question, level, confidence: 'conf_low' as const, words },
      ]),
    ),
  }));
  const { form, change } = draft;
  const known = sheet.source === null ? undefined : state.sources.get(sheet.source);
  const save = async (): Promise<void> => {
    const events = takeOver(state, sheet, answer, {
      answers: taken.flatMap(({ index }) => {
        const decided = form.answers[String(index)];
        if (decided === undefined || decided.question === null) return [];
        const { question, level, confidence, words } = decided;
        return [{ index, question, words, finding: level === null ? null : { level, confidence } }];
      }),
      source: { label: form.label.trim() || sheet.whom, kind: form.kind, origin: form.origin },
      stake: { has: 'not_known', words: '' },
      on: today,
      terms,
    });
    const answered = await action.run({
      record: view.record,
      events: events satisfies readonly CaseEvent[],
      form: command,
    });
    if (answered.ok) draft.given();
  };
  return (
    <div className="card stack tight pad">
      <h3>
        <bdi>{known === undefined ? sheet.whom : valueIn(known, 'label')}</bdi>
      </h3>
      <ul className="plain stack tight">
        {taken.map((one) => (
          <li key={one.index}>
            <b>{t(`verify.answer.${one.answer}`)}</b>{' '}
            {one.question === null ? null : <span className="quiet">{names.question(one.question)}</span>}
            {one.words === '' ? null : <Words text={one.words} />}
          </li>
        ))}
      </ul>
      {!mayWrite ? null : !opened && draft.keeping === null ? (
        <div>
          <button type="button" className="button primary" onClick={() => setOpened(true)}>
            {t('verify.takeOver')}
          </button>
        </div>
      ) : (
        <form
          className="stack form"
          aria-label={t('verify.takeOver')}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {known !== undefined ? null : (
            <>
              <TextField
                label={t('verify.label')}
                hint={t('verify.labelHint')}
                required
                value={form.label}
                onChange={(label) => change({ label })}
              />
              <ChoiceField
                label={t('verify.kind')}
                choices={verificationSource.items.map(({ code }) => ({
                  code: code as SourceValues['kind'],
                  name: names.kind(code),
                }))}
                value={form.kind}
                onChange={(kind) => kind !== null && change({ kind })}
              />
              <ChoiceField
                label={t('verify.origin')}
                choices={sourceOrigins.map((code) => ({ code, name: t(`verify.origin.${code}`) }))}
                value={form.origin}
                onChange={(origin) => origin !== null && change({ origin })}
              />
            </>
          )}
          <p className="small quiet">{t('verify.takenNote')}</p>
          {taken.map(({ index, answer: given }) => {
            const decided = form.answers[String(index)];
            if (decided === undefined) return null;
            const set = (part: Partial<Decided>) =>
              change({ answers: { ...form.answers, [String(index)]: { ...decided, ...part } } });
            return (
              <fieldset key={index} className="stack tight">
                <legend>{t(`verify.answer.${given}`)}</legend>
                <ChoiceField<Question>
                  label={t('verify.answerTo')}
                  choices={questionChoices(state, names.question)}
                  value={decided.question}
                  onChange={(question) => set({ question })}
                />
                <ChoiceField
                  label={t('verify.makeFinding')}
                  choices={levelChoices(t)}
                  none={t('verify.pickOne')}
                  value={decided.level}
                  onChange={(level) => set({ level })}
                />
                {decided.level === null ? null : (
                  <>
                    <ChoiceField
                      label={t('verify.confidence')}
                      choices={confidenceChoices(t)}
                      value={decided.confidence}
                      onChange={(confidence) => confidence !== null && set({ confidence })}
                    />
                    <TextField
                      label={t('verify.words')}
                      value={decided.words}
                      onChange={(words) => set({ words })}
                    />
                  </>
                )}
              </fieldset>
            );
          })}
          <FailureNote failure={action.failure} />
          <div className="cluster">
            <button type="submit" className="button primary" disabled={action.busy}>
              {t('verify.takeOver')}
            </button>
            <Kept of={draft} onDiscard={() => setOpened(false)} />
          </div>
        </form>
      )}
    </div>
  );
}
