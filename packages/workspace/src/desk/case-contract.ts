import type { DocumentValues } from '@leeward/domain/document/events.ts';
import type { DraftedCommand } from './contract.ts';

/** What a screen may ask about a case beside `actOnCase`: acts that carry a file. */
export type CaseCommands = {
  /** Seals a file for whoever reads the case, and names it in the log. `id` is new, made when the form opened. */
  keepDocument: [
    {
      readonly record: string;
      readonly id: string;
      readonly values: Omit<DocumentValues, 'file' | 'madeFrom'>;
      readonly file: File;
      readonly form: DraftedCommand;
    },
    null,
  ];
  /**
   * Offers many cases to a colleague, or takes them over: all of them, however many. What cannot be done is said by its
   * record, and stops nothing else.
   */
  handOverCases: [
    { readonly records: readonly string[]; readonly to: string | null },
    { readonly done: number; readonly refused: readonly string[] },
  ];
};
