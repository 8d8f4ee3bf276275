import { phaseOf } from '@leeward/domain/sheet/rules.ts';
import type { SessionView } from '@leeward/workspace/desk/contract.ts';
import { createSampleSession } from '@leeward/workspace/sample/session.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * Looking around: two years played through real desks. A small sample, so that it is quick; everything in it is sealed,
 * signed and verified as anywhere else.
 */

type Sample = Awaited<ReturnType<typeof createSampleSession>>;
let sample: Sample;
const progress: { readonly done: number; readonly total: number }[] = [];

beforeAll(async () => {
  sample = await createSampleSession({
    origin: 'http://desk.localhost:8700',
    doorOrigin: 'http://door.localhost:8700',
    organisation: 'Sample organisation',
    officers: ['Officer Alder', 'Officer Birch'],
    seed: 3,
    conversations: 24,
    signal: new AbortController().signal,
    send: (message) => {
      if ('progress' in message && message.progress.of === 'sample') progress.push(message.progress);
    },
  });
}, 120_000);
afterAll(() => sample.stop());

const open = async (): Promise<SessionView & { readonly type: 'open' }> => {
  const view = await sample.handlers.session({});
  if (!view.ok || view.value.type !== 'open') throw new Error(JSON.stringify(view));
  return view.value;
};

describe('a sample organisation', () => {
  it('is open from the start, with colleagues, requests and cases, and raises no alarm of its own making', async () => {
    const view = await open();
    expect([...view.organisation.members.values()].map((member) => member.name).sort()).toEqual([
      'Officer Alder',
      'Officer Birch',
    ]);
    const queue = await sample.handlers.queue({});
    const cases = await sample.handlers.cases({});
    if (!queue.ok || !cases.ok) throw new Error('not open');
    expect(queue.value).toHaveLength(24);
    expect(queue.value.every((line) => line.excerpt !== '')).toBe(true);
    expect(cases.value.length).toBeGreaterThan(2);
    expect(await sample.handlers.unsettled({})).toEqual({ ok: true, value: [] });
    const kinds = view.alerts.map((alert) => alert.kind);
    expect(kinds.filter((kind) => kind !== 'storageMayBeEvicted')).toEqual([]);
    expect(view.recoveryMissing).toBe(false);
  });

  it('has asked people outside by sheets: some answered, and of some the time is over', async () => {
    const cases = await sample.handlers.cases({});
    if (!cases.ok) throw new Error('not open');
    const phases = new Set<string>();
    for (const { record } of cases.value) {
      const view = await sample.handlers.case({ record });
      if (!view.ok) throw new Error(view.error.code);
      expect(view.value.pending.filter(({ delivery }) => delivery === 'refused')).toEqual([]);
      for (const sheet of view.value.state.parts.sheet.values())
        phases.add(sheet.answers.length > 0 ? 'answered' : phaseOf(sheet, Date.now()));
    }
    expect([...phases].sort()).toEqual(expect.arrayContaining(['answered', 'expired']));
  });

  it('says with numbers how far it has come, up to the end', () => {
    expect(progress[0]?.done).toBe(0);
    expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
    expect(progress.every((one, at) => one.done >= (progress[at - 1]?.done ?? 0))).toBe(true);
  });

  it('is a desk in which one can answer', async () => {
    const queue = await sample.handlers.queue({});
    const { me } = await open();
    const line = queue.ok
      ? queue.value.find(
          ({ phase, claimedBy }) => (phase === 'answered' || phase === 'case') && claimedBy === me.member,
        )
      : undefined;
    if (line === undefined) throw new Error('nobody was answered');
    const given = await sample.handlers.reply({ record: line.record, text: 'A word of my own', files: [] });
    expect(given).toEqual({ ok: true, value: null });
    await expect
      .poll(
        async () => {
          const view = await sample.handlers.request({ record: line.record });
          return view.ok && view.value.pending.length === 0 && JSON.stringify(view.value.state.sent);
        },
        { timeout: 20_000 },
      )
      .toContain('A word of my own');
  });
});
