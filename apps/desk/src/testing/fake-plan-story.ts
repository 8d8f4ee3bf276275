import { type CaseState, foldCase } from '@leeward/domain/case/state.ts';
import { checkInItems, coverItems, ladderItems } from '@leeward/domain/check-in/events.ts';
import { addDays } from '@leeward/domain/clock/days.ts';
import { contactItems, measureItems, pageItems, planPage } from '@leeward/domain/plan/events.ts';
import { baseOf, editOf, type ItemKind, type Values } from '@leeward/domain/shared/items.ts';
import { situationItems } from '@leeward/domain/situation/events.ts';
import { taskItems } from '@leeward/domain/task/events.ts';
import { at, hash, id } from '@leeward/domain/testing/people.ts';
import { hour, me, sampleCase, second } from './fake-world.ts';

const minute = 60_000;

/** A journalist on the way, whose sign of life is late, with a plan, a permit that ends in 90 days, and tasks. */
export function planStory(now: number): { readonly record: string; readonly state: CaseState } {
  const today = new Date(now).toISOString().slice(0, 10);
  const { record, state } = sampleCase(7, 'Tern 4', now - 9 * 24 * hour, null);
  const made = <Noun extends string, V extends Values>(
    kind: ItemKind<Noun, V>,
    number: number,
    values: Partial<V>,
  ) => editOf(kind, baseOf<V>(undefined, kind === (pageItems as unknown) ? planPage : id(number)), values);
  const round = Math.floor((now - 2 * hour) / minute) * minute;
  const events: readonly unknown[] = [
    made(situationItems, 801, {
      kind: 'status',
      until: { kind: 'point', at: addDays(today, 90), about: false, said: '' },
      note: 'Humanitarian visa',
      confidence: 'conf_high',
    } as never),
    made(measureItems, 802, {
      kind: 'advocacy',
      what: 'Two embassies ask about her.',
      aim: 'raise_capacity',
      by: addDays(today, 3),
      fallback: 'The press office of the union.',
      owner: second.member,
      cost: { amount: '120.50', currency: 'EUR' },
    }),
    made(measureItems, 803, { kind: 'regional_relocation', what: 'Three months near the coast.' }),
    made(contactItems, 804, {
      who: 'Her sister',
      how: 'Second number, after eight',
      occasions: ['silence'],
      rank: 1,
    }),
    made(pageItems, 0, { arrestTell: 'The lawyer, then her sister.', publicity: 'depends' }),
    made(checkInItems, 805, {
      rhythm: { every: 24 },
      from: round - 24 * hour,
      until: null,
      grace: 60,
      way: 'She calls the second number.',
      silence: 'We ring her sister, then the lawyer.',
      language: 'en',
      safeWord: 'the figs are ripe',
      forceWord: 'the well is dry',
    }),
    {
      type: 'SignHeard',
      v: 1,
      at: round - 24 * hour + minute,
      safe: true,
      word: 'safe',
      way: 'Second number',
      note: '',
    },
    made(ladderItems, 806, {
      after: 0,
      what: 'Call her sister',
      who: null,
      whom: 'Contact 1',
      contact: id(804),
    }),
    made(ladderItems, 807, {
      after: 240,
      what: 'Call the lawyer',
      who: second.member,
      whom: '',
      contact: null,
    }),
    made(coverItems, 808, { member: second.member, from: now + 24 * hour, until: now + 96 * hour }),
    made(taskItems, 809, {
      text: 'Ask the clinic for a letter',
      due: addDays(today, -2),
      owner: null,
      repeat: null,
      note: '',
    }),
    made(taskItems, 810, {
      text: 'Call her lawyer',
      due: today,
      owner: null,
      repeat: { every: 1, unit: 'week', from: 'due', until: null },
      note: '',
    }),
  ];
  const after = events.reduce<CaseState>(
    (before, event, index) =>
      foldCase(before, event, {
        ...at(20 + index, me),
        entry: hash(7900 + index),
        claimedTime: now - hour,
      }),
    state,
  );
  if (after.kept.length > 0) throw new Error(JSON.stringify(after.kept[0]));
  return { record, state: after };
}
