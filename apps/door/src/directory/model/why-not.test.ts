import { reason } from '@leeward/directory/reason.ts';
import { door } from '@leeward/directory/testing/entries.ts';
import { describe, expect, it } from 'vitest';
import { byGround } from './why-not.ts';

describe('what does not fit', () => {
  it('stands under the first thing that speaks against it, each entry once', () => {
    const entries = [
      door({ id: 'shut', state: { is: 'closed', calls: [], since: null } }),
      door({ id: 'elsewhere', where: [{ basis: 'present', places: ['BR'] }] }),
      door({
        id: 'shut-elsewhere',
        state: { is: 'paused', calls: [], since: null },
        where: [{ basis: 'present', places: ['BR'] }],
      }),
      door({ id: 'lawyers', who: ['lawyer'] }),
      door({ id: 'trainings', gives: { ...door({}).gives, services: ['training'] } }),
      door({ id: 'adults', gates: [{ on: 'age', min: 18 }] }),
    ];
    const answers = { present: 'TR', origin: ['IR'], work: ['musician'], needs: ['place'], age: 17 } as const;
    const { not } = reason(entries, answers, '2026-11-21');
    const groups = byGround(not).map(({ ground, verdicts }) => [ground, verdicts.map(({ id }) => id).sort()]);
    expect(groups).toEqual([
      ['closed', ['shut', 'shut-elsewhere']],
      ['where', ['elsewhere']],
      ['who', ['lawyers']],
      ['need', ['trainings']],
      ['condition', ['adults']],
    ]);
  });
});
