import type { SheetTerms } from '@leeward/domain/sheet/events.ts';
import type { SheetConsent } from '@leeward/domain/sheet/sharing.ts';

import type { MadeExtract, MakeExtract, ReadExtract } from './extract-file.ts';

/** Where the sending of a sheet is, as this device knows. */
export type SheetLinkView = {
  readonly sheet: string;
  /** Only on the device that sent it, until its last day: whoever holds the link can answer. */
  readonly link: string | null;
  /** The server has it: from then on the link works. */
  readonly posted: boolean;
  /** A colleague who left the team since could, together with the server, open an answer to it: end it, send another. */
  readonly stale: boolean;
};

/** What a desk may do with question sheets, besides the events that `actOnCase` takes. */
export type SheetCommands = {
  /** Sends a sheet. `sheet`: its id, made when the form opened, so that a click given twice sends one. */
  sendSheet: [
    {
      readonly record: string;
      readonly sheet: string;
      readonly terms: SheetTerms;
      /** Why this source is asked although something speaks for care; empty where nothing does. */
      readonly although: string;
      /** The consent of hers on which it rests: asked once more before anything is sealed. */
      readonly consent: SheetConsent;
      readonly form: string;
    },
    { readonly link: string },
  ];
  /** A result for a partner who may use it again. The file is given out once the case says that it was. */
  makeExtract: [MakeExtract, MadeExtract];
  /** Opens what a partner sent, and holds it against the partner's door. Nothing of it is kept. */
  readExtract: [{ readonly file: ArrayBuffer; readonly code: string; readonly link: string }, ReadExtract];
  sheetLinks: [{ readonly record: string }, readonly SheetLinkView[]];
};
