import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { identityNames, type SheetEvent } from '@leeward/domain/identity/sheet.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { act, actor, incident } from '@leeward/domain/testing/danger-of-a-case.ts';
import { id } from '@leeward/domain/testing/people.ts';
import type { Answer } from '@leeward/workspace/desk/contract.ts';
import { identityHandlers } from '@leeward/workspace/desk/identity/handlers.ts';
import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import { keep } from '@leeward/workspace/desk/outbox.ts';
import { patternsView } from '@leeward/workspace/desk/patterns-view.ts';
import { describe, expect, it } from 'vitest';
import { clockAt, type EngineDesk, foundDesk, joinDesk, teamFor } from '../support/engine-desk.ts';
import { hostileRelay } from '../support/hostile-relay.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

/* What the view over many cases holds of cases that its reader may not open: nothing, not even a count. */

const [shared, hidden, other] = ['ca', 'cb', 'cc'].map((byte) => byte.repeat(32));
const day = { kind: 'point', at: '2026-03-02', about: false, said: '' } as const;

/** The same actor, in the same days, in each case: whoever reads all of them sees a pattern over all. */
const struck = (pseudonym: string): readonly CaseEvent[] => [
  actor(id(501), 'The guards of the dam', { country: 'KE' }),
  incident(id(801), { when: day, country: 'KE', area: `Near ${pseudonym}`, happened: 'A car stood there.' }),
  act(id(811), id(801), {
    what: 'act_privacy_surveillance_physical',
    victims: ['who_defender'],
    by: [{ actor: id(501), part: 'inv_direct' }],
  }),
];

async function opened(
  desk: EngineDesk,
  record: string,
  pseudonym: string,
  purpose: 'protection' | 'custody',
): Promise<void> {
  const items = await caseItems(desk.engine, '', record, pseudonym, [teamFor(desk, purpose)], true);
  await desk.act(...items.filter(({ command }) => command !== 'linkCase'));
  await desk.act({ record, command: 'actOnCase', args: { events: struck(pseudonym) } });
}

describe('patterns over many cases', () => {
  it('hold what each may read and not a trace of the rest: two desks of one organisation see different patterns [invariant 4]', async () => {
    const relay = await memoryRelay();
    const hostile = hostileRelay(relay.fetch);
    const clock = clockAt();
    // An administrator who reads everything, and an officer of protection who is not in custody.
    const keeper = await foundDesk(hostile.of('keeper'), clock);
    const officer = await joinDesk(keeper, hostile.of('officer'), clock, { teams: ['protection'] });
    const desks = [keeper, officer];
    await settle(desks);
    await opened(keeper, shared ?? '', 'Alder', 'protection');
    await opened(keeper, other ?? '', 'Birch', 'protection');
    await settle(desks);
    // One case is kept by custody alone: who reads it is decided by its teams.
    await opened(keeper, hidden ?? '', 'Yew', 'custody');
    await settle(desks);

    const mine = patternsView(keeper.engine);
    expect(mine.patterns[0]?.cases.map(({ pseudonym }) => pseudonym).toSorted()).toEqual([
      'Alder',
      'Birch',
      'Yew',
    ]);
    expect(mine.cases).toBe(3);

    const theirs = patternsView(officer.engine);
    expect(theirs.patterns[0]?.cases.map(({ pseudonym }) => pseudonym).toSorted()).toEqual([
      'Alder',
      'Birch',
    ]);
    // Not counted either: how many there are tells as much as who they are.
    expect([theirs.cases, theirs.incidents, theirs.read.total]).toEqual([2, 2, 2]);
    expect(JSON.stringify(theirs)).not.toMatch(/Yew/);
    expect(officer.engine.summaries.get(hidden ?? '')?.kind).not.toBe('case');
  });

  it('hold nothing of an identity: names that custody keeps are in no trace of any desk', async () => {
    const relay = await memoryRelay();
    const hostile = hostileRelay(relay.fetch);
    const clock = clockAt();
    const keeper = await foundDesk(hostile.of('keeper'), clock);
    await opened(keeper, shared ?? '', 'Alder', 'protection');
    await opened(keeper, other ?? '', 'Birch', 'protection');
    await settle([keeper]);
    const { engine } = keeper;
    const commands = identityHandlers({
      opened: (work) => work(engine, () => undefined),
      inOrder: (work) => work(),
      act: async (items) => {
        const wanted = await items(engine);
        if (!wanted.ok) return wanted;
        await keep(engine, wanted.value);
        return { ok: true, value: null } as const;
      },
      given: (_command, _record, answer) => answer,
    });
    const before = JSON.stringify(patternsView(engine));
    const her = { caseRecord: shared ?? '', person: null };
    const value = <T>(answer: Answer<T>): T => {
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value;
    };
    value(await commands.openIdentity({ ...her, reason: 'She gave her name.', form: null }));
    const record = value(await commands.identity(her)).records[0]?.record ?? '';
    const name = editOf(identityNames, baseOf(undefined, id(91)), {
      name: 'Sample Name of Custody',
      use: 'documents',
      script: '',
      note: '',
    }) as SheetEvent;
    value(await commands.actOnIdentity({ record, events: [name], form: null }));
    await settle([keeper]);
    expect(patternsView(engine).patterns).not.toEqual([]);
    expect(JSON.stringify(patternsView(engine))).toBe(before);
    expect(before).not.toContain('Sample Name of Custody');
  });
});
