import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { identityNames, type SheetEvent } from '@leeward/domain/identity/sheet.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { personOf, relationOf } from '@leeward/domain/testing/people-of-a-case.ts';
import { identityHandlers } from '@leeward/workspace/desk/identity/handlers.ts';
import { identityItems } from '@leeward/workspace/desk/identity/make.ts';
import { caseItems } from '@leeward/workspace/desk/open-case.ts';
import { keep } from '@leeward/workspace/desk/outbox.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../support/bring.ts';
import { clockAt, foundDesk, joinDesk, teamFor } from '../support/engine-desk.ts';
import { memoryRelay } from '../support/memory-relay.ts';
import { settle } from '../support/world.ts';

const [her, sister] = ['01'.repeat(16), '02'.repeat(16)];
const nameId = '0b'.repeat(16);

describe('somebody known from an earlier case by her relatives', () => {
  it('is found by a sister whom both cases know under a label, whose identities are called alike; nothing closed is quoted', async () => {
    const relay = await memoryRelay();
    const clock = clockAt();
    const keeper = await foundDesk(relay.fetch, clock);
    const officer = await joinDesk(keeper, relay.fetch, clock, { teams: ['protection'] });
    const teams = [teamFor(keeper, 'protection')];
    const act = async (record: string, ...events: readonly CaseEvent[]): Promise<void> =>
      keeper.act({ record, command: 'actOnCase', args: { events } });
    const commands = identityHandlers({
      opened: (work) => work(keeper.engine, () => undefined),
      inOrder: (work) => work(),
      act: async (items) => {
        const wanted = await items(keeper.engine);
        if (!wanted.ok) return wanted;
        await keep(keeper.engine, wanted.value);
        return { ok: true, value: null };
      },
      given: (_command, _record, answer) => answer,
    });
    const name = async (caseRecord: string, person: string | null, said: string): Promise<void> => {
      const of = { caseRecord, person };
      given(await commands.openIdentity({ ...of, reason: 'To write it down.', form: null }));
      const record = given(await commands.identity(of)).records[0]?.record ?? '';
      const event = editOf(identityNames, baseOf(undefined, nameId), {
        name: said,
        use: 'documents',
        script: '',
        note: '',
      }) as SheetEvent;
      given(await commands.actOnIdentity({ record, events: [event], form: null }));
      await keeper.sync();
      given(await commands.closeIdentity(of));
    };
    const stories = [
      ['ca'.repeat(32), 'Heron', 'The sister', 'Yousef Haddad', 'Leila'],
      ['cb'.repeat(32), 'Reed', 'Somebody in the north', 'يوسف حداد', 'لیلا'],
    ] as const;
    for (const [record, pseudonym, label, mine, hers] of stories) {
      const items = await caseItems(keeper.engine, '', record, pseudonym, teams, true);
      await keeper.act(...items.filter(({ command }) => command !== 'linkCase'));
      await act(
        record,
        personOf(her, pseudonym, { roles: ['role_defender'] }),
        personOf(sister, label, { ageBand: '25_59' }),
        relationOf(12, sister, 'fam_sibling', her),
      );
      await keeper.act(...(await identityItems(keeper.engine, record, sister, true)));
      await name(record, null, mine);
      await name(record, sister, hers);
    }
    await settle([keeper, officer]);
    const first = { caseRecord: stories[0][0], person: null };
    given(await commands.openIdentity({ ...first, reason: 'Known?', form: null }));
    const found = given(await commands.knownElsewhere(first));
    // She is found in the other case, and neither her sister nor her sister there is taken for her.
    expect(found.map(({ of }) => of.map(({ caseRecord, person }) => [caseRecord, person]))).toEqual([
      [[stories[1][0], null]],
    ]);
    expect(found[0]?.standing).toBe('likely');
    expect(found[0]?.grounds.map(({ kind }) => kind)).toEqual(['name', 'kin']);
    expect(found[0]?.grounds[1]).toMatchObject({ relation: 'fam_sibling', mine: 'The sister' });
    expect(JSON.stringify(found)).not.toContain('Leila');
    // Outside custody no device keeps who is family of whom beside the case itself.
    for (const summary of officer.engine.summaries.values())
      expect(summary.kind === 'case' && summary.kin !== undefined).toBe(false);
  });
});
