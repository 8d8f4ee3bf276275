import { groupsOf, type Joins } from '@leeward/domain/request/joins.ts';
import type { QueueLine } from './conversation-contract.ts';
import type { Engine } from './engine.ts';
import { provisionalLine } from './provisional.ts';
import type { JoinedLine } from './requests-contract.ts';

/** What every conversation that is here says of being joined to others: from what is loaded, and from the lists. */
export function joinsHere(engine: Engine): ReadonlyMap<string, Joins> {
  const known = new Map<string, Joins>();
  for (const [id, summary] of engine.summaries)
    if (summary.kind === 'conversation' && summary.joins !== undefined) known.set(id, summary.joins);
  for (const view of engine.records.values())
    if (view.folded.kind === 'conversation') known.set(view.id, view.folded.state);
  return known;
}

/** For each joined record, all records of that person. */
export const groupsHere = (engine: Engine): ReadonlyMap<string, readonly string[]> =>
  groupsOf(joinsHere(engine));

/** The lines of the queue, each with how many other requests of the same person there are. */
export function withJoined(engine: Engine, lines: readonly QueueLine[]): readonly QueueLine[] {
  const groups = groupsHere(engine);
  if (groups.size === 0) return lines;
  return lines.map((line) => {
    const group = groups.get(line.record);
    return group === undefined ? line : { ...line, joined: group.length - 1 };
  });
}

/** The other requests of the person whose request this is. */
export function joinedLines(engine: Engine, record: string): readonly JoinedLine[] {
  const others = (groupsHere(engine).get(record) ?? []).filter((one) => one !== record);
  return others.map((other): JoinedLine => {
    const summary = engine.summaries.get(other);
    const line = summary?.kind === 'conversation' ? summary.line : provisionalLine(engine, other);
    if (line === null)
      return {
        record: other,
        here: false,
        callName: null,
        excerpt: '',
        locale: 'und',
        phase: null,
        clock: null,
        unread: 0,
        since: null,
      };
    const { callName, excerpt, locale, phase, clock, unread, began } = line;
    return { record: other, here: true, callName, excerpt, locale, phase, clock, unread, since: began };
  });
}
