import { groupsOf, partingOf } from '@leeward/domain/request/joins.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { Engine } from './engine.ts';
import { joinsHere } from './joined.ts';
import type { NewItem } from './outbox.ts';

/** A join between two records, said in both under one id: whoever reads either sees it. */
export function joinItems(left: string, right: string): readonly NewItem[] {
  const join = toHex(randomBytes(16));
  return [
    { record: left, command: 'joinRequests', args: { join, record: right } },
    { record: right, command: 'joinRequests', args: { join, record: left }, silent: true },
  ];
}

/** Whether two requests are known as one person's. */
export const areJoined = (engine: Engine, left: string, right: string): boolean =>
  groupsOf(joinsHere(engine)).get(left)?.includes(right) === true;

/**
 * Lets a record stand alone again. What joins it are the lines that are seen now, and those that wait in the outbox: an
 * undo that comes before the line is there undoes them all the same.
 */
export function unjoinItems(engine: Engine, record: string): readonly NewItem[] {
  const known = new Map(joinsHere(engine));
  for (const { command, args, record: from } of engine.outbox) {
    if (command !== 'joinRequests') continue;
    const before = known.get(from) ?? { joins: [], unjoined: [] };
    const join = { join: String(args['join']), record: String(args['record']) };
    known.set(from, { ...before, joins: [...before.joins, join] });
  }
  const parting = partingOf(known, record);
  const items = [...parting.undo].map(
    ([where, joins]): NewItem => ({
      record: where,
      command: 'unjoinRequest',
      args: { joins },
      ...(where === record ? {} : { silent: true }),
    }),
  );
  return [...items, ...parting.join.flatMap(([left, right]) => joinItems(left, right))];
}
