import '@leeward/ui/styles/desk-directory.css';
import '@leeward/ui/styles/desk-trust.css';
import { may } from '@leeward/domain/organisation/permissions.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useDirectory } from '../../directory/use-directory.ts';
import { useSpeech } from '../../language/speech.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { useActor } from '../../session/use-actor.ts';
import { CostsSection } from './costs-section.tsx';
import { DoorsSection } from './doors-section.tsx';
import { DoorsTaken } from './doors-taken.tsx';
import { FactsSection } from './facts-section.tsx';
import { ProgrammesSection } from './programmes-section.tsx';
import { TestsSection } from './tests-section.tsx';

/** Eligibility in a file: the argued tests, our own programmes, what is known and asked for, other doors. */
export function EligibilityPart({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const directory = useDirectory();
  const mayWrite = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  return (
    <div className="stack">
      <p className="quiet">{t('eligible.lead')}</p>
      <TestsSection view={view} mayWrite={mayWrite} />
      {directory === undefined ? <p className="quiet">{t('common.loading')}</p> : null}
      {directory?.ok === false ? <FailureNote failure={directory.error} /> : null}
      {directory?.ok === true ? (
        <>
          <ProgrammesSection view={view} directory={directory.value} mayWrite={mayWrite} />
          <FactsSection view={view} directory={directory.value} mayWrite={mayWrite} />
          <CostsSection view={view} mayWrite={mayWrite} />
          <DoorsTaken view={view} mayWrite={mayWrite} />
          <DoorsSection view={view} directory={directory.value} mayWrite={mayWrite} />
        </>
      ) : null}
    </div>
  );
}
