import { canChangeState } from '@leeward/domain/case/rules.ts';
import { timesReopened } from '@leeward/domain/case/state.ts';
import { type BarValues, bars } from '@leeward/domain/people/events.ts';
import {
  canAccept,
  canAskRelief,
  canOffer,
  canTakeOver,
  reliefAskedBy,
} from '@leeward/domain/responsibility/rules.ts';
import { baseOf, editOf } from '@leeward/domain/shared/items.ts';
import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { randomBytes } from '@leeward/sealed-log/wire';
import { handOverItems } from '@leeward/workspace/desk/case-handlers.ts';
import { draftsOf, keepDraft } from '@leeward/workspace/desk/drafts.ts';
import { actorOf, organisationNow } from '@leeward/workspace/desk/engine.ts';
import { quietItem, quietView } from '@leeward/workspace/desk/quiet-hours.ts';
import { removeMember } from '@leeward/workspace/desk/removal.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineDesk } from '../support/engine-desk.ts';
import { copyWorld, makeWorld, note, opening, settle, type World } from '../support/world.ts';

let first: World;
beforeAll(async () => {
  first = await makeWorld();
});

type Allowed = { readonly ok: boolean; readonly value?: readonly unknown[] };

/** An act of this desk on what it shows now. */
async function act(
  desk: EngineDesk,
  record: string,
  rule: (state: Awaited<ReturnType<EngineDesk['case']>>['state'], who: ReturnType<typeof actorOf>) => Allowed,
) {
  const { state } = await desk.case(record);
  const allowed = rule(state, actorOf(desk.engine));
  if (!allowed.ok || allowed.value === undefined) throw new Error(JSON.stringify(allowed));
  return { record, command: 'actOnCase', args: { events: allowed.value } };
}
const moved = (state: 'case_verifying' | 'case_assessing' | 'case_closed', reason: string) =>
  ({
    state,
    reason,
    closure: state === 'case_closed' ? ('close_support_completed' as const) : null,
  }) as const;
const id = (): string => toHex(randomBytes(16));

describe('the file of a case, with two officers', () => {
  it('stays closed on every desk where a colleague moved it without a line, and she is told', async () => {
    const { one, two, case: record, settle: settled } = copyWorld(first);
    await two.keep(
      await act(two, record, (state, who) =>
        canChangeState(state, who, moved('case_verifying', 'On a train.')),
      ),
    );
    await one.act(
      await act(one, record, (state, who) => canChangeState(state, who, moved('case_closed', 'All done.'))),
    );
    await settled();
    await one.act(note(record, 'She sent thanks.'));
    await settled();
    for (const desk of [one, two]) {
      const { state } = await desk.case(record);
      expect(state.phase).toBe('case_closed');
      expect(timesReopened(state)).toBe(0);
    }
    const { pending } = await two.case(record);
    expect(pending).toMatchObject([{ delivery: 'refused', failure: { refusal: { code: 'ended' } } }]);
  });

  it('keeps both states where they moved it apart, on every desk, until one of them chooses: no last save wins', async () => {
    const { one, two, three, case: record, settle: settled } = copyWorld(first);
    await one.keep(
      await act(one, record, (state, who) =>
        canChangeState(state, who, moved('case_verifying', 'Referees.')),
      ),
    );
    await two.keep(
      await act(two, record, (state, who) =>
        canChangeState(state, who, moved('case_assessing', 'Followed.')),
      ),
    );
    await settled();
    for (const desk of [one, two, three]) {
      const { state } = await desk.case(record);
      expect(state.phases.map(({ value }) => value).toSorted()).toEqual(['case_assessing', 'case_verifying']);
    }
    await three.act(
      await act(three, record, (state, who) =>
        canChangeState(state, who, moved('case_assessing', 'Both read.')),
      ),
    );
    await settled();
    expect((await one.case(record)).state.phases.map(({ value }) => value)).toEqual(['case_assessing']);
  });

  it('goes to a colleague who accepts after a day without a line, with its note; a relief has no reason anywhere', async () => {
    const { one, two, case: record, clock, settle: settled } = copyWorld(first);
    const transfer = id();
    const text = 'Call on Tuesdays only.';
    const to = actorOf(two.engine).member;
    await one.act(await act(one, record, canAskRelief));
    await one.act(
      await act(one, record, (state, who) =>
        canOffer(state, who, { transfer, to, note: { id: id(), text } }),
      ),
    );
    await settled();
    expect(reliefAskedBy((await two.case(record)).state)).toEqual([actorOf(one.engine).member]);
    await two.keep(await act(two, record, (state, who) => canAccept(state, who, transfer)));
    clock.now += 24 * 3_600_000;
    await one.keep(note(record, 'Written while she was away.'));
    await settled();
    for (const desk of [one, two]) {
      const { state, pending } = await desk.case(record);
      expect([state.responsible, reliefAskedBy(state), pending]).toEqual([to, [], []]);
      const { notes, relief } = state.parts.responsibility;
      expect([...notes.values()].map((one) => one.text)).toEqual([text]);
      expect(JSON.stringify(relief)).not.toContain('reason');
    }
  });

  it('leaves what its old officer was typing on her device when a colleague takes the case over', async () => {
    const { one, two, case: record, settle: settled } = copyWorld(first);
    const form = { text: 'Half a note about the lawyer' };
    await keepDraft(one.engine, { command: 'addNote', record, form });
    await two.act(await act(two, record, canTakeOver));
    await settled();
    expect((await one.case(record)).state.responsible).toBe(actorOf(two.engine).member);
    expect(await draftsOf(one.engine)).toMatchObject([{ command: 'addNote', record, form }]);
    expect(await draftsOf(two.engine)).toEqual([]);
    await one.act(note(record, form.text));
    await settled();
    expect((await two.case(record)).state.notes.at(-1)?.text).toBe(form.text);
  });

  it('says who could read it since when, by the log, and that a colleague was removed', async () => {
    const { one, two, three, case: record } = copyWorld(first);
    const gone = actorOf(three.engine).member;
    const before = (await one.case(record)).access;
    expect(before.flatMap(({ members }) => members.find(({ member }) => member === gone)?.until)).toEqual([
      null,
    ]);
    const removed = await removeMember(one.engine, gone);
    expect(removed.ok).toBe(true);
    await one.act(note(record, 'After she was removed.'));
    await settle([one, two]);
    for (const desk of [one, two]) {
      const [team] = (await desk.case(record)).access;
      const reader = team?.members.find(({ member }) => member === gone);
      expect(reader?.until).toBeGreaterThanOrEqual(reader?.since ?? Number.POSITIVE_INFINITY);
      expect(team?.until).toBeNull();
    }
  });

  it('is handed over with twenty-four others at once: no bulk action stops after ten', async () => {
    const { one, two, case: record } = copyWorld(first);
    const records = [record];
    for (let at = 0; at < 24; at += 1) {
      const made = toHex(randomBytes(32));
      records.push(made);
      await one.keep(...(await opening(one, made, `Bird ${at}`)));
    }
    await settle([one, two]);
    const to = actorOf(two.engine).member;
    const { items, refused } = await handOverItems(one.engine, records, to);
    expect([items.length, refused]).toEqual([25, []]);
    await one.keep(...items);
    await settle([one, two]);
    const lines = [...two.engine.summaries.values()].flatMap((one) =>
      one.kind === 'case' ? [one.line] : [],
    );
    expect(lines.filter(({ offered }) => offered === to)).toHaveLength(25);
    const taken = await handOverItems(two.engine, records, null);
    await two.keep(...taken.items);
    await settle([one, two]);
    const after = [...one.engine.summaries.values()].flatMap((one) =>
      one.kind === 'case' ? [one.line] : [],
    );
    expect(after.filter(({ responsible, offered }) => responsible === to && offered === null)).toHaveLength(
      25,
    );
  });
});

describe('many cases that are handed over at once', () => {
  it('leave out those of which the colleague, by her name, must not learn: somebody looks at each of them first', async () => {
    const { one, two, case: record } = copyWorld(first);
    const to = actorOf(two.engine).member;
    const name = organisationNow(one.engine).members.get(to)?.name ?? '';
    expect(name).not.toBe('');
    const bar = editOf(bars, baseOf<BarValues>(undefined, '0b'.repeat(16)), {
      kind: 'must_not_learn',
      person: null,
      circle: `${name} and her house`,
      why: 'A cousin of the accused.',
    });
    await one.act({ record, command: 'actOnCase', args: { events: [bar] } });
    expect(await handOverItems(one.engine, [record], to)).toEqual({ items: [], refused: [record] });
  });
});

describe('quiet hours', () => {
  it('are set by their owner and seen by a colleague', async () => {
    const { one, two, settle: settled } = copyWorld(first);
    const hours = { zone: 'Asia/Tbilisi', spans: [{ days: [], from: '20:00', until: '07:00' }] };
    const item = await quietItem(one.engine, { hours, exceptDanger: false });
    if (item === null) throw new Error('no log for everybody');
    await one.act(item);
    const { member } = actorOf(one.engine);
    expect((await quietView(one.engine)).members).toEqual([{ member, hours, exceptDanger: false }]);
    await settled();
    expect((await quietView(two.engine)).members).toEqual([{ member, hours, exceptDanger: false }]);
  });
});
