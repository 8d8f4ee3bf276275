import { may } from '@leeward/domain/organisation/permissions.ts';
import { formPlaces } from '@leeward/domain/organisation/placed-forms.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { KeptWords } from '../parts/kept-words.tsx';
import { ViewFailure } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { Pending } from '../request/pending.tsx';
import { RefusedEntries } from '../request/refused.tsx';
import { Stopped } from '../request/stopped.tsx';
import { addressOf } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useActor } from '../session/use-actor.ts';
import { useView } from '../session/use-session.tsx';
import { CaseFrame, CaseHead } from './head/case-head.tsx';
import { LineView } from './line/line-view.tsx';
import { PartBody } from './nav/part-body.tsx';
import { PartsNav } from './nav/parts-nav.tsx';
import { NextStepForm } from './next-step-form.tsx';
import { NoteForm } from './note-form.tsx';
import { PartScreens } from './part-screens.ts';
import { casePartScreens } from './parts.tsx';
import { PlacedForms } from './questions/questions-part.tsx';
import { ReadersPanel } from './readers-panel.tsx';

/** One case: who (by pseudonym), how urgent, where it stands, who is responsible, what is next, and all that happened. */
export function CaseScreen({
  record,
  part,
  item,
}: {
  readonly record: string;
  readonly part: string | null;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const answer = useView('case', { record });
  const { alerts } = useOpenSession();
  const back = { href: addressOf({ name: 'cases' }), label: t('cases.title') };
  if (answer === undefined || !answer.ok) {
    return (
      <Screen title={t('cases.one')} back={back}>
        {answer === undefined ? (
          <p className="quiet">{t('common.loading')}</p>
        ) : (
          <div className="stack">
            {alerts.some((one) => one.kind === 'caseTakenBack' && one.record === record) ? (
              <p className="note">{t('alert.caseTakenBack.title')}</p>
            ) : (
              <ViewFailure failure={answer.error} />
            )}
            <KeptWords record={record} />
          </div>
        )}
      </Screen>
    );
  }
  const view = answer.value;
  const name = latest(view.state.pseudonym) ?? t('cases.one');
  const mayWrite = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const shown = casePartScreens.find((one) => one.name === part);
  return (
    <Screen title={name} foreign back={back} lead={<CaseHead view={view} />}>
      <CaseFrame view={view}>
        <PartsNav view={view} part={shown?.name ?? null} />
        <PartBody name={name} part={shown?.name ?? null} item={item}>
          <div className="stack case-news">
            <Stopped why={view.stopped} record={record} />
            {mayWrite ? null : <KeptWords record={record} />}
            <Pending pending={view.pending} />
            {view.state.needsNewer ? <p className="note warn">{t('alert.needsNewer.title')}</p> : null}
          </div>
          <PartScreens value={casePartScreens}>
            {shown === undefined ? <Overview view={view} /> : <shown.Screen view={view} item={item} />}
            <OwnQuestions view={view} part={shown?.name ?? 'file'} item={item} />
          </PartScreens>
        </PartBody>
      </CaseFrame>
    </Screen>
  );
}

/** The organisation's own questions, where it asks them: in this part, or about this person. */
function OwnQuestions({
  view,
  part,
  item,
}: {
  readonly view: CaseView;
  readonly part: string;
  readonly item: string | null;
}): ReactNode {
  const place = formPlaces.find((one) => one === part);
  if (place === undefined) return null;
  const isPerson = place === 'people' && item !== null && /^[0-9a-f]{32}$/.test(item);
  // The people together are asked nothing: each is, on her own page.
  if (place === 'people' && !isPerson) return null;
  return <PlacedForms view={view} place={place} about={isPerson ? `person:${item}` : 'case'} />;
}

/** The file as a whole: what was noted, what is next, who reads it. */
function Overview({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const { record } = view;
  return (
    <div className="file-overview">
      <div className="overview-note stack">
        {view.state.pseudonym.length > 1 ? (
          <p className="note warn">
            {t('case.severalNames')}{' '}
            {view.state.pseudonym.map((written) => (
              <span key={`${written.at.entry} ${written.at.index}`} className="chip">
                <bdi>{written.value}</bdi>
              </span>
            ))}
          </p>
        ) : null}
        <NoteForm record={record} stopped={view.stopped !== null} />
      </div>
      <div className="overview-next">
        <NextStepForm view={view} />
      </div>
      <section className="overview-line stack tight" aria-labelledby="line">
        <h2 id="line">{t('case.timeline')}</h2>
        <LineView view={view} />
      </section>
      <aside className="overview-side stack">
        <ReadersPanel view={view} />
        <RefusedEntries refused={view.refused} />
      </aside>
    </div>
  );
}
