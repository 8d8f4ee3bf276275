import { isLive } from '@leeward/domain/sheet/rules.ts';
import { readDoorLink } from '@leeward/sealed-log/door/descriptor.ts';
import { writeSheetLink } from '@leeward/sealed-log/door/sheet-link.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import type { Answer, DraftedCommand } from './contract.ts';
import { doorView } from './door-settings.ts';
import type { Engine } from './engine.ts';
import { makeExtract, readExtract } from './extract-file.ts';
import { keep } from './outbox.ts';
import { openRecord } from './records.ts';
import type { Handlers } from './rpc.ts';
import { fromText } from './send.ts';
import { sendSheet } from './sheet-builders.ts';
import type { SheetCommands, SheetLinkView } from './sheet-contract.ts';
import { dropSecret, keepSecret, secretOf } from './sheet-links.ts';

/** What the session lends to these commands. */
export type SheetTools = {
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
  readonly given: <T>(
    command: DraftedCommand,
    record: string | null,
    answer: Promise<Answer<T>>,
  ) => Promise<Answer<T>>;
  readonly doorOrigin: string;
};

/** Answers the commands of `sheet-contract.ts`. */
export function sheetHandlers({
  opened,
  inOrder,
  given,
  doorOrigin,
}: SheetTools): Pick<Handlers, keyof SheetCommands> {
  return {
    sendSheet: ({ record, sheet, terms, although, consent, form }) => {
      const answer = opened<{ readonly link: string }>(async (engine, sync) => {
        const link = await linkMaker(engine, doorOrigin);
        // Without a door there is no page that anybody could open.
        if (link === null) return { ok: false, error: { code: 'refused', refusal: { code: 'no_mailbox' } } };
        const secret = await inOrder(async () => {
          const drawn = await keepSecret(engine, sheet, terms.until);
          await keep(engine, [
            { record, command: sendSheet, args: { sheet, terms, although, consent, secret: drawn } },
          ]);
          return drawn;
        });
        sync();
        return { ok: true, value: { link: link(secret) } };
      });
      return given(form as DraftedCommand, record, answer);
    },
    makeExtract: (wanted) => opened((engine, sync) => makeExtract(engine, wanted, { sync, inOrder })),
    readExtract: (given) => opened(async () => ({ ok: true, value: await readExtract(given) })),
    sheetLinks: ({ record }) =>
      opened(async (engine) => ({ ok: true, value: await linksOf(engine, record, doorOrigin) })),
  };
}

async function linksOf(
  engine: Engine,
  record: string,
  doorOrigin: string,
): Promise<readonly SheetLinkView[]> {
  const { folded } = await openRecord(engine, record);
  if (folded.kind !== 'case') return [];
  const link = await linkMaker(engine, doorOrigin);
  const views: SheetLinkView[] = [];
  for (const sheet of folded.state.parts.sheet.values()) {
    const live = isLive(sheet, engine.now());
    if (!live) await dropSecret(engine, sheet.id);
    const secret = live ? await secretOf(engine, sheet.id) : null;
    const team = engine.organisation.skeleton.teams.get(sheet.team);
    const generation = team === undefined ? null : currentGeneration(team);
    views.push({
      sheet: sheet.id,
      link: secret === null || link === null ? null : link(secret),
      posted: engine.sentReplies.get(sheet.mailbox)?.has(sheet.item.hash) === true,
      stale: live && generation !== null && generation.generation !== sheet.generation,
    });
  }
  return views;
}

/** Makes links for secrets, over the door as it is today; null while the organisation has no door. */
async function linkMaker(engine: Engine, doorOrigin: string): Promise<((secret: string) => string) | null> {
  const { link } = await doorView(engine, doorOrigin);
  const door = link === null ? null : readDoorLink(link.slice(link.indexOf('#')));
  if (door === null) return null;
  return (secret) => `${doorOrigin}/notes.html#${writeSheetLink({ door, secret: fromText(secret) })}`;
}
