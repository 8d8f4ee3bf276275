import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { IdentityView, PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Pending } from '../request/pending.tsx';
import { Stopped } from '../request/stopped.tsx';
import { useView } from '../session/use-session.tsx';
import { AnswerCards } from './answer.tsx';
import { AskPanel } from './ask.tsx';
import { Known } from './known.tsx';
import { MakeIdentity } from './make.tsx';
import { OpenBar, useCloseOnLeaving } from './open-bar.tsx';
import { OpenForm } from './open-form.tsx';
import { Openings } from './openings.tsx';
import { Readers } from './readers.tsx';
import { Sheet } from './sheet.tsx';
import { usePersonLabel } from './words.ts';

/** The identity of one person of a case: closed until somebody opens it on purpose. */
export function IdentityPart({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const label = usePersonLabel();
  const of: PersonInCase = { caseRecord: view.record, person: item };
  const answer = useView('identity', of);
  useCloseOnLeaving(of);
  if (answer === undefined) return <p className="quiet">{t('common.loading')}</p>;
  if (!answer.ok) return <FailureNote failure={answer.error} />;
  const identity = answer.value;
  return (
    <div className="identity stack">
      <header className="stack tight">
        <h2>
          {t('identity.title')} · <bdi>{label(view.state.parts.people, item)}</bdi>
        </h2>
        <p className="quiet">{t('identity.lead')}</p>
      </header>
      {identity.as === 'custody' ? <AnswerCards view={view} identity={identity} /> : null}
      {identity.as === 'outside' ? (
        <AskPanel view={view} identity={identity} />
      ) : (
        <Mine view={view} identity={identity} />
      )}
    </div>
  );
}

/** What somebody sees who may open it. */
function Mine({ view, identity }: { readonly view: CaseView; readonly identity: IdentityView }): ReactNode {
  const { records, as } = identity;
  if (records.length === 0) return <MakeIdentity identity={identity} />;
  const open = records.flatMap(({ record, state }) => (state === null ? [] : [{ record, state }]));
  return (
    <>
      {as === 'reader' ? <AskPanel view={view} identity={identity} /> : null}
      {records.some(({ comesAt }) => comesAt !== null) ? <MakeIdentity identity={identity} /> : null}
      {records.map(({ record, pending, stopped }) => (
        <div key={record} className="stack tight">
          <Stopped why={stopped} record={record} />
          <Pending pending={pending} />
        </div>
      ))}
      {identity.openUntil === null ? (
        <OpenForm identity={identity} />
      ) : (
        <>
          <OpenBar identity={identity} />
          {open.length < records.length ? <OpenForm identity={identity} /> : null}
          <Sheet of={identity} records={open} mayEdit={as === 'custody'} />
          {as === 'custody' ? <Known identity={identity} /> : null}
        </>
      )}
      {as === 'custody' ? <Readers identity={identity} /> : null}
      {as === 'custody' ? <Openings identity={identity} /> : null}
    </>
  );
}
