import type { DirectoryEvent } from '@leeward/domain/directory/events.ts';
import {
  type Closing,
  canAddLocal,
  canChangeLocal,
  canCheckMechanism,
  canConfirmProposal,
  canImportRelease,
  canKeepProgramme,
  canNoteTold,
  canProposeChange,
  canRefuseProposal,
  canWithdrawLocal,
  canWithdrawProposal,
} from '@leeward/domain/directory/rules.ts';
import type { DirectoryState } from '@leeward/domain/directory/state.ts';
import type { ProgrammeEvent } from '@leeward/domain/programme/events.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import { type Refusal, refusal } from '@leeward/domain/shared/refusal.ts';
import { err, type Result } from '@leeward/domain/shared/result.ts';

type Of<Type extends DirectoryEvent['type']> = Omit<
  Extract<DirectoryEvent, { readonly type: Type }>,
  'type' | 'v'
>;

/** An act on the directory as it waits to be written: made by `want…` in acts.ts. */
export type DirectoryAct =
  | { readonly command: 'proposeChange'; readonly change: Of<'ChangeProposed'>; readonly confirm: boolean }
  | { readonly command: 'confirmChange'; readonly proposal: string; readonly seen: string }
  | { readonly command: 'refuseChange'; readonly proposal: string; readonly reason: string }
  | { readonly command: 'withdrawChange'; readonly proposal: string }
  | {
      readonly command: 'checkMechanism';
      readonly check: Of<'MechanismChecked'>;
      readonly closing: Closing | null;
    }
  | { readonly command: 'addMechanism'; readonly added: Of<'LocalAdded'> }
  | { readonly command: 'changeMechanism'; readonly changed: Of<'LocalChanged'> }
  | { readonly command: 'withdrawMechanism'; readonly mechanism: string; readonly reason: string }
  | { readonly command: 'noteTold'; readonly told: Of<'AnswerTold'> }
  | { readonly command: 'keepProgramme'; readonly event: ProgrammeEvent }
  | { readonly command: 'importRelease'; readonly release: Of<'ReleaseImported'> };

/** Asks the domain's rules whether an act may be written on what stands now. It reads like the story. */
export function buildAct(
  state: DirectoryState,
  actor: Actor,
  act: DirectoryAct,
): Result<readonly DirectoryEvent[], Refusal> {
  switch (act.command) {
    case 'proposeChange':
      return canProposeChange(state, actor, act.change, act.confirm);
    case 'confirmChange':
      return canConfirmProposal(state, actor, act.proposal, act.seen);
    case 'refuseChange':
      return canRefuseProposal(state, actor, act.proposal, act.reason);
    case 'withdrawChange':
      return canWithdrawProposal(state, actor, act.proposal);
    case 'checkMechanism':
      return canCheckMechanism(state, actor, act.check, act.closing);
    case 'addMechanism':
      return canAddLocal(state, actor, act.added);
    case 'changeMechanism':
      return canChangeLocal(state, actor, act.changed);
    case 'withdrawMechanism':
      return canWithdrawLocal(state, actor, act.mechanism, act.reason);
    case 'noteTold':
      return canNoteTold(state, actor, act.told);
    case 'keepProgramme':
      return canKeepProgramme(state, actor, act.event);
    case 'importRelease':
      return canImportRelease(state, actor, act.release);
    default:
      // Kept on this device by a newer version of the desk.
      return err(refusal('malformed', { path: 'command', problem: 'unknown_code' }));
  }
}
