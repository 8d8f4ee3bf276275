import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import { isLive } from '@leeward/domain/sheet/rules.ts';
import { hash } from '@leeward/domain/testing/people.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import type { Handlers } from '@leeward/workspace/desk/rpc.ts';
import type { SheetCommands } from '@leeward/workspace/desk/sheet-contract.ts';

/** Question sheets as screens of the look-around and tests see them: sent at once, answered by nobody. */
export function fakeSheets(
  cases: ReadonlyMap<string, CaseState>,
  inCase: (record: string, event: Readonly<Record<string, unknown>>) => Answer<null>,
): Pick<Handlers, keyof SheetCommands> {
  let sent = 0;
  const links = new Map<string, string>();
  return {
    sendSheet: async ({ record, sheet, terms }) => {
      sent += 1;
      const mailbox = hash(880_000 + sent);
      const event: CaseEvent = {
        type: 'SheetSent',
        v: 1,
        sheet,
        ...terms,
        mailbox,
        mailboxKey: hash(881_000 + sent),
        team: sheet,
        generation: 1,
        sent: {
          mailbox,
          sequence: 0,
          prev: hash(0),
          hash: hash(882_000 + sent),
          quoted: null,
        },
      };
      const answer = inCase(record, event);
      if (!answer.ok) return answer;
      const link = `https://door.example.org/notes.html#${'synthetic'.repeat(13)}${sent}`;
      links.set(sheet, link);
      return { ok: true, value: { link } };
    },
    // Needs keys that no made-up session has.
    makeExtract: async () => ({ ok: false, error: { code: 'offline' } }),
    readExtract: async () => ({ ok: true, value: { ok: false, why: 'broken-file' } }),
    sheetLinks: async ({ record }) => ({
      ok: true,
      value: [...(cases.get(record)?.parts.sheet.values() ?? [])].map((sheet) => ({
        sheet: sheet.id,
        link: isLive(sheet, Date.now()) ? (links.get(sheet.id) ?? null) : null,
        posted: true,
        stale: false,
      })),
    }),
  };
}
