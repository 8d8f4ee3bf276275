import type { SharedUse } from '@leeward/domain/consent/events.ts';
import type { CopyPart } from '@leeward/domain/copy/choose.ts';
import type { CopyFormat } from '@leeward/domain/copy/part.ts';

export type CopyCommands = {
  /**
   * Takes a copy of a file out of the sealed space. It is said in the file first, where colleagues read it: without a
   * connection nothing is given out. `use`: for whom outside and for what; then her consent must cover every kind of fact.
   */
  takeCopy: [
    {
      readonly record: string;
      readonly parts: readonly CopyPart[];
      readonly format: CopyFormat;
      readonly reason: string;
      readonly use: Pick<SharedUse, 'purpose' | 'recipient' | 'persons'> | null;
      /** For a copy that opens only with it; empty for the other formats. */
      readonly passphrase: string;
    },
    { readonly name: string; readonly bytes: ArrayBuffer | null },
  ];
};
