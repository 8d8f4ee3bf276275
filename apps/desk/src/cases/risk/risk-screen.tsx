import { may } from '@leeward/domain/organisation/permissions.ts';
import { adviceOn } from '@leeward/domain/risk/advice.ts';
import { cellsOf } from '@leeward/domain/risk/assessment.ts';
import { reviewsDue } from '@leeward/domain/risk/clocks.ts';
import { standingOf, trendOf } from '@leeward/domain/risk/standing.ts';
import { assessmentsIn } from '@leeward/domain/risk/whom.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf, go } from '../../router/route.ts';
import { useActor } from '../../session/use-actor.ts';
import { ActorsSection } from './actors-section.tsx';
import { AssessForm } from './assess-form.tsx';
import { ChangesSection } from './changes-section.tsx';
import { useWhom } from './choice-fields.tsx';
import { FactorsSection } from './factors-section.tsx';
import { JudgedTable } from './judged-table.tsx';
import { NoteScreen } from './note-screen.tsx';
import { RiskChip } from './risk-chip.tsx';
import { useThingNames } from './thing-names.ts';
import { ThreatsSection } from './threats-section.tsx';
import { TrendPicture } from './trend-picture.tsx';

/** Danger, read as a story: how grave, what to think of, how it went, who, what, what exposes and protects, each judged. */
export function RiskScreen({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const { record } = view;
  const back = () => go({ name: 'case', record, part: 'risk' });
  if (item === 'note') return <NoteScreen view={view} />;
  if (allowed && item === 'assess')
    return (
      <div className="stack part-screen">
        <h2>{t('danger.assess.title')}</h2>
        <AssessForm view={view} onDone={back} />
      </div>
    );
  return (
    <div className="stack part-screen danger">
      <p className="quiet">{t('danger.lead')}</p>
      <Standing view={view} allowed={allowed} />
      <AdviceList view={view} />
      <Reviews view={view} />
      <ActorsSection view={view} allowed={allowed} />
      <ThreatsSection view={view} allowed={allowed} />
      <FactorsSection view={view} allowed={allowed} />
      <JudgedTable view={view} allowed={allowed} />
      <ChangesSection view={view} allowed={allowed} />
    </div>
  );
}

function Standing({ view, allowed }: { readonly view: CaseView; readonly allowed: boolean }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const whom = useWhom(view.state);
  const { record } = view;
  const assessments = assessmentsIn(view.state);
  const standing = standingOf(assessments);
  const persons = [...new Set(cellsOf(assessments).map(({ who }) => who))];
  return (
    <section className="stack tight" aria-labelledby="standing">
      <h2 id="standing">{t('danger.standing')}</h2>
      {standing === null ? (
        <Empty title={t('danger.noneJudged')}>{t('danger.noneJudgedHint')}</Empty>
      ) : (
        <>
          <p>
            <RiskChip band={standing.band} trend={standing.trend} />
          </p>
          <p>{t(`danger.bandMeans.${standing.band}`)}</p>
          <ul className="plain stack tight">
            {standing.from.map((one) => (
              <li key={one.id} className="card padded stack tight">
                <span className="line-meta">
                  <b>
                    <bdi>{whom(one.who)}</bdi>
                  </b>
                  <span>{t(`danger.setting.${one.setting}`)}</span>
                  <span className="small quiet">
                    {formatDate(numbers, one.on, 'UTC')} ·{' '}
                    {t('danger.sure', { how: t(`confidence.${one.confidence}`) })}
                  </span>
                </span>
                <Words text={one.reasons} />
              </li>
            ))}
          </ul>
          <TrendPicture
            label={t('danger.trend.all')}
            points={trendOf(assessments)}
            today={today}
            whom={whom}
          />
          {persons.length < 2 ? null : (
            <details className="card more-detail">
              <summary>{t('danger.trend.each', { count: persons.length })}</summary>
              <div className="stack">
                {persons.map((who) => (
                  <TrendPicture
                    key={who}
                    label={whom(who)}
                    points={trendOf(assessments, who)}
                    today={today}
                    whom={whom}
                  />
                ))}
              </div>
            </details>
          )}
        </>
      )}
      <div className="cluster screen-only">
        {allowed ? (
          <a
            className="button primary"
            href={addressOf({ name: 'case', record, part: 'risk', item: 'assess' })}
          >
            {t('danger.assess.new')}
          </a>
        ) : null}
        <a className="button" href={addressOf({ name: 'case', record, part: 'risk', item: 'note' })}>
          {t('danger.note.make')}
        </a>
        <a className="button" href={addressOf({ name: 'case', record, part: 'incidents' })}>
          {t('danger.incidents.title')}
        </a>
      </div>
    </section>
  );
}

/** What the file gives to think about, each with the things on which it rests. */
function AdviceList({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const named = useNamed(view);
  const advice = adviceOn(view.state, today);
  if (advice.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="advice">
      <h2 id="advice">{t('danger.advice.title')}</h2>
      {advice.map(({ code, of }) => (
        <div
          key={code}
          className={`note ${code === 'silence' || code === 'act' ? 'danger' : code === 'nothing' ? '' : 'warn'}`}
          data-advice={code}
        >
          <strong>{t(`danger.advice.${code}`)}</strong>
          <p>{t(`danger.advice.${code}.why`)}</p>
          {of.length === 0 ? null : (
            <ul>
              {of.map((id) => (
                <li key={id}>{named(id)}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}

/** What an id in an advice stands for: a threat, an incident, something that exposes, a judgement, or a person. */
function useNamed(view: CaseView): (id: string) => ReactNode {
  const named = useThingNames(view);
  // Whom a judgement is of and where are words of the desk around a name: they run as the desk does.
  const isJudged = (id: string): boolean => view.state.parts.risk.assessments.some((made) => made.id === id);
  return (id) => (isJudged(id) ? <span>{named(id)}</span> : <Words inline text={named(id)} />);
}

function Reviews({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const whom = useWhom(view.state);
  const named = useNamed(view);
  const reviews = reviewsDue(view.state);
  if (reviews.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="reviews">
      <h2 id="reviews">{t('danger.reviews')}</h2>
      <ul className="plain stack tight">
        {reviews.map((one) => (
          <li key={one.key} className="line-meta">
            <span className={`chip ${one.due <= today ? 'warn' : ''}`}>
              {formatDate(numbers, one.due, 'UTC')}
            </span>
            <span>{t(`danger.review.${one.why}`)}</span>
            {one.of === null ? null : <span className="small">{named(one.of)}</span>}
            {one.who === null ? null : (
              <span className="small quiet">
                <bdi>{whom(one.who)}</bdi>
                {one.setting === null ? '' : ` · ${t(`danger.setting.${one.setting}`)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
