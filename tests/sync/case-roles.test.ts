import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import { openRecord } from '@leeward/workspace/desk/records.ts';
import { describe, expect, it } from 'vitest';
import { clockAt, type EngineDesk, foundDesk, joinDesk, teamFor } from '../support/engine-desk.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

/* Who reads a case is said by the teams to which it was given, and by nothing that somebody is in the organisation. */

describe('a case that was opened for one team', () => {
  it('is nothing to a verifier and to finance outside of it: no line, no key, not a word [invariant 4]', async () => {
    const relay = await memoryRelay();
    const clock = clockAt();
    const officer = await foundDesk(relay.fetch, clock);
    const verifier = await joinDesk(officer, relay.fetch, clock, { role: 'verifier', teams: ['custody'] });
    const finance = await joinDesk(officer, relay.fetch, clock, { role: 'finance', teams: ['intake'] });
    const colleague = await joinDesk(officer, relay.fetch, clock, {
      role: 'verifier',
      teams: ['protection'],
    });
    const all = [officer, verifier, finance, colleague];
    const record = 'ca'.repeat(32);
    const teams = [teamFor(officer, 'protection')];
    const items = await caseItems(officer.engine, '', record, 'Heron', teams, true);
    await officer.act(...items.filter(({ command }) => command !== 'linkCase'));
    await settle(all);
    await officer.act({ record, command: 'addNote', args: { text: 'Her whole story.' } });
    await settle(all);

    const held = async ({ engine }: EngineDesk) => {
      const view = await openRecord(engine, record);
      const summary = engine.summaries.get(record);
      return {
        entries: view.chain.links.length > 1,
        keys: view.chain.keys.size,
        kind: view.kind,
        line: summary?.kind === 'case' ? summary.line.pseudonym : null,
      };
    };
    for (const outside of [verifier, finance])
      expect(await held(outside)).toEqual({ entries: true, keys: 0, kind: 'unknown', line: null });
    // Given to her team, the same role reads it: what closes it is that it was not shared, and not that there is nothing.
    expect(await held(colleague)).toMatchObject({ kind: 'case', line: 'Heron' });
    expect((await colleague.case(record)).state.notes.map(({ text }) => text)).toEqual(['Her whole story.']);
  });
});
