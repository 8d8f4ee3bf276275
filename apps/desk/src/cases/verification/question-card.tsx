import { valueIn } from '@leeward/domain/shared/items.ts';
import { answerItems, findingItems } from '@leeward/domain/verification/events.ts';
import { type Expiry, termOf } from '@leeward/domain/verification/expiry.ts';
import { lookAgainAt } from '@leeward/domain/verification/of-case.ts';
import type { QuestionPicture, Stands } from '@leeward/domain/verification/picture.ts';
import type { Finding, SourceAnswer } from '@leeward/domain/verification/state.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { ItemVersions } from '../item/item-versions.tsx';
import { PutAway } from '../item/put-away.tsx';
import { useFieldWords } from './field-words.tsx';
import { FindingForm, levelOf } from './finding-form.tsx';
import { labelIn, useFoundBy, useVerifyNames } from './names.ts';
import { PictureNotes } from './notes.tsx';

/** How a question is marked: beside the word, never by colour alone. */
export const toneOf: Readonly<Record<Stands, 'good' | 'warn' | 'danger' | ''>> = {
  nothing_yet: '',
  answered: 'warn',
  stated: '',
  documented: 'good',
  vouched: 'good',
  independent: 'good',
  contradicted: 'danger',
  not_possible: 'warn',
  findings_differ: 'danger',
  lapsed: 'warn',
};

/** One question: where it stands, what holds, why, what was said, and what held once. */
export function QuestionCard({
  view,
  picture,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly picture: QuestionPicture;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const names = useVerifyNames();
  const title = useId();
  const state = view.state.parts.verification;
  const { question, holding, lapsed, answers, notes, stands } = picture;
  return (
    <section className="card stack tight pad" aria-labelledby={title}>
      <div className="cluster">
        <h3 id={title}>{names.question(question)}</h3>
        <span className={`chip ${toneOf[stands]}`}>{t(`verify.stands.${stands}`)}</span>
      </div>
      {holding.map((one) => (
        <FindingLines key={one.finding.id} view={view} {...one} mayWrite={mayWrite} />
      ))}
      <PictureNotes state={state} notes={notes} />
      {answers.length === 0 ? null : (
        <details className="pick">
          <summary>{t('verify.answers')}</summary>
          <ul className="pick-body plain stack tight">
            {answers.map((answer) => (
              <AnswerLine key={answer.id} view={view} answer={answer} mayWrite={mayWrite} />
            ))}
          </ul>
        </details>
      )}
      {lapsed.length === 0 ? null : (
        <details className="pick">
          <summary>{t('verify.lapsed')}</summary>
          <div className="pick-body stack tight">
            {lapsed.map((one) => (
              <FindingLines key={one.finding.id} view={view} {...one} mayWrite={false} />
            ))}
          </div>
        </details>
      )}
      {mayWrite ? (
        <div>
          <FindingForm record={view.record} state={state} question={question} />
        </div>
      ) : null}
    </section>
  );
}

function FindingLines({
  view,
  finding,
  expiry,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly finding: Finding;
  readonly expiry: Expiry;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const names = useVerifyNames();
  const foundBy = useFoundBy();
  const fields = useFieldWords(view);
  const state = view.state.parts.verification;
  const day = (value: string): string => formatDate(numbers, value, 'UTC');
  const sources = valueIn(finding, 'sources') ?? [];
  const words = valueIn(finding, 'words') ?? '';
  const last = finding.steps[0];
  const question = valueIn(finding, 'question');
  return (
    <div className="stack tight finding">
      <p>
        <b>{t(`verify.level.${levelOf(finding)}`)}</b>
        <span className="quiet">
          {' '}
          · {t(`verify.confidence.${valueIn(finding, 'confidence') ?? 'conf_low'}`)}
        </span>
      </p>
      {words === '' ? null : <Words text={words} />}
      <p className="small quiet">
        {sources.length === 0 ? null : (
          <>
            {t('verify.rests')}: {names.list(sources.map((one) => labelIn(state, one)))}
            {' · '}
          </>
        )}
        {t('verify.by', {
          name: foundBy(valueIn(finding, 'foundBy') ?? '', last?.by ?? ''),
          date: day(valueIn(finding, 'on') ?? ''),
        })}
        {' · '}
        {t(mayWrite ? 'verify.holdsUntil' : 'verify.lapsedOn', { date: day(expiry.until) })},{' '}
        {t(`verify.why.${expiry.why}`, { count: termOf(finding).months })}
      </p>
      {mayWrite && lookAgainAt(view.state).some((one) => one.finding.id === finding.id) ? (
        <p className="note warn small">
          {t('verify.lookAgain')}{' '}
          <a href={addressOf({ name: 'case', record: view.record, part: 'incidents' })}>
            {t('verify.toIncidents')}
          </a>
        </p>
      ) : null}
      <ItemVersions
        kind={findingItems}
        record={view.record}
        item={finding}
        words={fields.finding}
        mayWrite={mayWrite}
      />
      {mayWrite && question !== undefined ? (
        <div className="cluster">
          <FindingForm
            key={finding.steps.length}
            record={view.record}
            state={state}
            question={question}
            finding={finding}
          />
          <PutAway kind={findingItems} record={view.record} item={finding} label={t('verify.findingAway')} />
        </div>
      ) : null}
    </div>
  );
}

function AnswerLine({
  view,
  answer,
  mayWrite,
}: {
  readonly view: CaseView;
  readonly answer: SourceAnswer;
  readonly mayWrite: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const fields = useFieldWords(view);
  const words = valueIn(answer, 'words') ?? '';
  return (
    <li className="stack tight">
      <span>
        {t('verify.answerLine', {
          source: labelIn(view.state.parts.verification, valueIn(answer, 'source') ?? ''),
          answer: t(`verify.answer.${valueIn(answer, 'answer') ?? 'unknown'}`),
          date: formatDate(numbers, valueIn(answer, 'on') ?? '', 'UTC'),
        })}
      </span>
      {words === '' ? null : <Words text={words} />}
      <ItemVersions
        kind={answerItems}
        record={view.record}
        item={answer}
        words={fields.answer}
        mayWrite={mayWrite}
      />
      {mayWrite ? (
        <div>
          <PutAway kind={answerItems} record={view.record} item={answer} label={t('verify.answerAway')} />
        </div>
      ) : null}
    </li>
  );
}
