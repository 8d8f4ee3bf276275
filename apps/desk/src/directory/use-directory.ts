import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { DirectoryView, MechanismHistory } from '@leeward/workspace/directory/contract.ts';
import { useView } from '../session/use-session.tsx';

const nothing = {};

/** The directory as this organisation sees it; undefined before the first answer. */
export function useDirectory(): Answer<DirectoryView> | undefined {
  return useView('directory', nothing);
}

/** All that happened to one mechanism. */
export function useMechanismHistory(mechanism: string): Answer<MechanismHistory> | undefined {
  return useView('mechanismHistory', { mechanism });
}
