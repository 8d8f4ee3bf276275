import { may } from '@leeward/domain/organisation/permissions.ts';
import { outdateSheet } from '@leeward/domain/sheet/rules.ts';
import { currentGeneration } from '@leeward/sealed-log/wire/skeleton.ts';
import { actOnCase } from './case-acts.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { keep, type NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import { sheetMailboxes } from './sheet-boxes.ts';

/**
 * Ends open sheets whose answers are sealed to a key that their team has replaced: whoever left holds the old one. Every
 * desk that may write in the case does it as it pulls, after it has taken in what was answered; a second one changes
 * nothing. The people of the case then see that it is to be sent anew.
 */
export async function endOutdatedSheets(engine: Engine): Promise<void> {
  const { role, permissions } = actorOf(engine);
  if (!may(role, 'case.note', permissions).ok) return;
  const { teams } = engine.organisation.skeleton;
  const wanted: NewItem[] = [];
  for (const { record, sheet, until, ended } of sheetMailboxes(engine).values()) {
    if (ended || until < engine.now()) continue;
    const { folded } = await openRecord(engine, record);
    const known = folded.kind === 'case' ? folded.state.parts.sheet.get(sheet) : undefined;
    const team = known === undefined ? undefined : teams.get(known.team);
    const now = team === undefined ? null : currentGeneration(team);
    // What this device has not heard of yet is no reason to end anything.
    if (known === undefined || now === null || now.generation <= known.generation) continue;
    const isUnderWay = engine.outbox.some(
      (one) =>
        one.record === record &&
        one.command === actOnCase &&
        JSON.stringify(one.args['events']).includes(`"SheetOutdated","v":1,"sheet":"${sheet}"`),
    );
    if (isUnderWay) continue;
    const events = [outdateSheet(sheet, now.generation)];
    wanted.push({ record, command: actOnCase, args: { events }, silent: true });
  }
  if (wanted.length > 0) await keep(engine, wanted);
}
