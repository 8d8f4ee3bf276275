import type { DeskKey } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ComponentType } from 'react';
import { IdentityPart } from '../identity/identity-part.tsx';
import { CarryScreen } from './carry/carry-screen.tsx';
import { CheckInsPart } from './checkins/checkins-part.tsx';
import { ConsentsPart } from './consents/consents-part.tsx';
import { CopyPartScreen } from './copy/copy-part.tsx';
import { DocumentsScreen } from './documents/documents-screen.tsx';
import { EligibilityPart } from './eligibility/eligibility-part.tsx';
import { IncidentsScreen } from './incidents/incidents-screen.tsx';
import { OutcomePart } from './outcome/outcome-part.tsx';
import { PeoplePart } from './people/people-part.tsx';
import { PlanPart } from './plan/plan-part.tsx';
import { QuestionsPart } from './questions/questions-part.tsx';
import { RiskScreen } from './risk/risk-screen.tsx';
import { SheetsPart } from './sheets/sheets-part.tsx';
import { SituationScreen } from './situation/situation-screen.tsx';
import { StagesScreen } from './stages/stages-screen.tsx';
import { TasksPart } from './tasks/tasks-part.tsx';
import { VerificationPart } from './verification/verification-part.tsx';

/** One part of the file with a screen of its own, at `#/case/<record>/<name>/<item>`. */
export type CasePartScreen = {
  readonly name: string;
  readonly title: DeskKey;
  readonly Screen: ComponentType<{ readonly view: CaseView; readonly item: string | null }>;
};

/** The parts in the order in which they are offered: one line each. */
export const casePartScreens: readonly CasePartScreen[] = [
  { name: 'people', title: 'people.title', Screen: PeoplePart },
  { name: 'consents', title: 'consents.title', Screen: ConsentsPart },
  { name: 'plan', title: 'plan.title', Screen: PlanPart },
  { name: 'checkins', title: 'checkins.title', Screen: CheckInsPart },
  { name: 'tasks', title: 'task.title', Screen: TasksPart },
  { name: 'verification', title: 'verify.title', Screen: VerificationPart },
  { name: 'sheets', title: 'sheets.title', Screen: SheetsPart },
  { name: 'eligibility', title: 'eligible.title', Screen: EligibilityPart },
  { name: 'questions', title: 'filled.title', Screen: QuestionsPart },
  { name: 'stages', title: 'stages.title', Screen: StagesScreen },
  { name: 'situation', title: 'situation.title', Screen: SituationScreen },
  { name: 'incidents', title: 'danger.incidents.title', Screen: IncidentsScreen },
  { name: 'risk', title: 'danger.title', Screen: RiskScreen },
  { name: 'documents', title: 'documents.part', Screen: DocumentsScreen },
  { name: 'carry', title: 'carry.title', Screen: CarryScreen },
  { name: 'identity', title: 'identity.title', Screen: IdentityPart },
  { name: 'outcome', title: 'outcome.title', Screen: OutcomePart },
  { name: 'copy', title: 'fileCopy.title', Screen: CopyPartScreen },
];
