import type { FormPlace } from '@leeward/domain/organisation/placed-forms.ts';
import type { CellProblem } from '@leeward/forms/xlsform/import.ts';
import type { OpenedAnswers } from './answer-boxes.ts';
import type { DoorView } from './door-contract.ts';

/** Forms of the organisation's own questions. */
export type QuestionsView = {
  /** In the order in which they were kept; `form` is the hash, `text` the form as JSON. */
  readonly forms: readonly {
    readonly form: string;
    readonly text: string;
    readonly by: string;
    readonly since: number;
  }[];
  /** Hashes in the latest settings of the door, signed by enough administrators or not yet. */
  readonly atDoor: readonly string[];
};

/** A form that is asked in a place of every file. */
export type PlacedQuestions = {
  readonly place: FormPlace;
  readonly form: string;
  /** The same in all versions of a form. */
  readonly name: string;
  readonly title: Readonly<Record<string, string>>;
  readonly languages: readonly string[];
};

/** What a spreadsheet held: a form as it is written for ever, or the cells that stand in its way. */
export type ImportedQuestions =
  | { readonly text: string }
  | {
      readonly problems: readonly {
        /** `survey!C7`; empty where the file is no spreadsheet. */
        readonly cell: string;
        readonly code: CellProblem['code'] | 'not-a-spreadsheet' | 'two-sheets' | 'which-sheet';
        readonly detail: string;
      }[];
    };

/** What a screen may ask about the organisation's own questions. */
export type QuestionsCommands = {
  /** The organisation's own questions: every form that was ever kept, and those at the door. */
  questions: [Record<string, never>, QuestionsView];
  /** Forms that are asked in files. */
  placedQuestions: [Record<string, never>, readonly PlacedQuestions[]];
  /** A kept form of any size, as it is written for ever. */
  formText: [{ readonly form: string }, { readonly text: string }];
  /** Asks a form in a place of every file, or asks it there no more. */
  placeQuestions: [{ readonly text: string; readonly place: FormPlace; readonly offered: boolean }, null];
  /** Reads an XLSForm from a spreadsheet, or from its sheets as text files; nothing of it is kept. */
  importQuestions: [
    { readonly files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[] },
    ImportedQuestions,
  ];
  /** A kept form as an XLSForm. */
  exportQuestions: [{ readonly form: string }, { readonly name: string; readonly bytes: ArrayBuffer }];
  /** Forms as they are written for ever. What two administrators must sign, as with the door's texts. */
  publishQuestions: [{ readonly forms: readonly string[] }, DoorView];
  /** Sends her a kept form, with a word about why. */
  sendQuestions: [{ readonly record: string; readonly form: string; readonly text: string }, null];
  /** Uploads a file, sealed; gives the answer that names it. Its key stays with the session until the answer is kept. */
  sealAnswerFile: [{ readonly file: File }, { readonly value: string }];
  /** What this person can open of the sealed answers of one filled-in form. */
  openedAnswers: [{ readonly record: string; readonly sheet: string }, OpenedAnswers];
};
