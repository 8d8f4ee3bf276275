import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ComponentType, createContext, useContext } from 'react';

/** A part of the file as it is shown, by its name. */
export type ShownPart = {
  readonly name: string;
  readonly Screen: ComponentType<{ readonly view: CaseView; readonly item: string | null }>;
};

const Context = createContext<readonly ShownPart[]>([]);

/** Gives the parts to whatever shows several of them at once. */
export const PartScreens = Context.Provider;

/** The parts of the file that is open. */
export const usePartScreens = (): readonly ShownPart[] => useContext(Context);
