import '@leeward/ui/styles/desk-directory.css';
import '@leeward/ui/styles/desk-trust.css';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { standing } from '@leeward/domain/shared/items.ts';
import { newEventsIn } from '@leeward/domain/verification/of-case.ts';
import { overallOf, pictureOf, type QuestionPicture } from '@leeward/domain/verification/picture.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useMemo } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { addressOf } from '../../router/route.ts';
import { useActor } from '../../session/use-actor.ts';
import { useVoices } from '../consents/use-voices.ts';
import { useVerifyNames } from './names.ts';
import { QuestionCard, toneOf } from './question-card.tsx';
import { SheetAnswers } from './sheet-answers.tsx';
import { SourceCard } from './source-card.tsx';
import { SourceForm } from './source-form.tsx';

/** Verification in a file: the whole in words, each question by itself, and the sources. */
export function VerificationPart({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const actor = useActor();
  const { verification } = view.state.parts;
  const picture = useMemo(
    () => pictureOf(verification, today, newEventsIn(view.state)),
    [verification, view.state, today],
  );
  const mayWrite = view.stopped === null && may(actor.role, 'case.verify', actor.permissions).ok;
  const sources = standing(verification.sources);
  const { voices } = useVoices(view);
  return (
    <div className="stack">
      <p className="quiet">{t('verify.lead')}</p>
      <Overall picture={picture} />
      <SheetAnswers view={view} mayWrite={mayWrite} />
      <section className="stack" aria-labelledby="verify-questions">
        <h2 id="verify-questions">{t('verify.questions')}</h2>
        {picture.map((one) => (
          <QuestionCard key={one.question} view={view} picture={one} mayWrite={mayWrite} />
        ))}
      </section>
      <section className="stack" aria-labelledby="verify-sources">
        <h2 id="verify-sources">{t('verify.sources')}</h2>
        {sources.length === 0 ? (
          <Empty title={t('verify.sourcesNone')}>{t('verify.sourcesHint')}</Empty>
        ) : (
          sources.map((source) => (
            <SourceCard key={source.id} view={view} voices={voices} source={source} mayWrite={mayWrite} />
          ))
        )}
        {mayWrite ? (
          <div>
            <SourceForm view={view} />
          </div>
        ) : null}
      </section>
      <p>
        <a href={addressOf({ name: 'case', record: view.record, part: 'sheets', item: 'partner' })}>
          {t('partner.title')}
        </a>
      </p>
    </div>
  );
}

/** The whole in words: what speaks against first, then what is open, then what is settled. */
function Overall({ picture }: { readonly picture: readonly QuestionPicture[] }): ReactNode {
  const { t } = useSpeech();
  const names = useVerifyNames();
  return (
    <section className="card stack tight pad" aria-labelledby="verify-overall">
      <h2 id="verify-overall">{t('verify.overall')}</h2>
      <p className="small quiet">{t('verify.overallHint')}</p>
      <dl className="overall">
        {overallOf(picture).map(({ stands, questions }) => (
          <div key={stands}>
            <dt>
              <span className={`chip ${toneOf[stands]}`}>{t(`verify.stands.${stands}`)}</span>
            </dt>
            <dd>{questions.map(names.question).join(' ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
