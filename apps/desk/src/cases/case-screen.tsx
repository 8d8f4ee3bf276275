import { formPlaces } from '@leeward/domain/organisation/placed-forms.ts';
import { latest } from '@leeward/domain/shared/field.ts';
import type { CaseView } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { Pending } from '../request/pending.tsx';
import { RefusedEntries } from '../request/refused.tsx';
import { Stopped } from '../request/stopped.tsx';
import { addressOf } from '../router/route.ts';
import { useView } from '../session/use-session.tsx';
import { CaseBar, CaseHead } from './head/case-head.tsx';
import { LineView } from './line/line-view.tsx';
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
  const answer = useView('case', { record });
  const back = { href: addressOf({ name: 'cases' }), label: t('cases.title') };
  if (answer === undefined || !answer.ok) {
    return (
      <Screen title={t('cases.one')} back={back}>
        {answer === undefined ? (
          <p className="quiet">{t('common.loading')}</p>
        ) : (
          <FailureNote failure={answer.error} />
        )}
      </Screen>
    );
  }
  const view = answer.value;
  const shown = casePartScreens.find(({ name }) => name === part);
  return (
    <Screen
      title={latest(view.state.pseudonym) ?? t('cases.one')}
      foreign
      back={back}
      lead={<CaseHead view={view} />}
    >
      <div className="case-bar screen-only">
        <CaseBar view={view} />
        <PartsNav record={record} part={shown?.name ?? null} />
      </div>
      <div className="stack">
        <Stopped why={view.stopped} record={record} />
        <Pending pending={view.pending} />
        {view.state.needsNewer ? <p className="note warn">{t('alert.needsNewer.title')}</p> : null}
      </div>
      <PartScreens value={casePartScreens}>
        {shown === undefined ? <Overview view={view} /> : <shown.Screen view={view} item={item} />}
        <OwnQuestions view={view} part={shown?.name ?? 'file'} item={item} />
      </PartScreens>
    </Screen>
  );
}

/** As a case goes: who, where, what happened, how dangerous, what is done, on what it rests, what is kept about it. */
const groups: readonly (readonly string[])[] = [
  ['people', 'situation', 'identity'],
  ['incidents', 'risk', 'plan', 'checkins'],
  ['verification', 'sheets', 'eligibility', 'consents'],
  ['tasks', 'stages', 'documents', 'questions', 'carry', 'copy'],
];
const order = groups.flat();
const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
/** The first of each group stands a little apart. */
const begins: ReadonlySet<string | undefined> = new Set(groups.map(([first]) => first));
const inOrder = casePartScreens.toSorted((left, right) => rank(left.name) - rank(right.name));

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

/** The ways to the parts of the file. */
function PartsNav({ record, part }: { readonly record: string; readonly part: string | null }): ReactNode {
  const { t } = useSpeech();
  const nav = useRef<HTMLElement>(null);
  // Where they do not fit beside each other, the one that is on view comes into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every other part
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [part]);
  if (casePartScreens.length === 0) return null;
  const current = (name: string | null) => (name === part ? 'page' : undefined);
  return (
    <nav ref={nav} className="tabs case-parts screen-only" aria-label={t('case.parts')}>
      <a href={addressOf({ name: 'case', record })} aria-current={current(null)}>
        {t('case.part.file')}
      </a>
      {inOrder.map(({ name, title }) => (
        <a
          key={name}
          href={addressOf({ name: 'case', record, part: name })}
          aria-current={current(name)}
          data-begins={begins.has(name) || undefined}
        >
          {t(title)}
        </a>
      ))}
    </nav>
  );
}

/** The file as a whole: what was noted, what is next, who reads it. */
function Overview({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const { record } = view;
  return (
    <div className="request">
      <div className="request-main stack">
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
        <section className="stack tight" aria-labelledby="line">
          <h2 id="line">{t('case.timeline')}</h2>
          <LineView view={view} />
        </section>
      </div>
      <aside className="request-side stack">
        <NextStepForm view={view} />
        <ReadersPanel view={view} />
        <RefusedEntries refused={view.refused} />
      </aside>
    </div>
  );
}
