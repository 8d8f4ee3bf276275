import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { checkInItems, ladderItems } from '@leeward/domain/check-in/events.ts';
import { baseOf, editOf, type ItemKind, type Values } from '@leeward/domain/shared/items.ts';
import { situationItems } from '@leeward/domain/situation/events.ts';
import type { Chance } from './random.ts';
import type { SampleScenario } from './texts/form.ts';

/*
 * What files of the sample watch: papers that end, and signs of life that were agreed by word of mouth.
 */

const hour = 3600_000;
const day = 24 * hour;

/** Acts on a case, for one entry, with how long after its opening they happen in milliseconds. */
export type SampleAct = { readonly after: number; readonly events: readonly CaseEvent[] };

/** One thing of a case as it is first written down. */
export function thing<Noun extends string, V extends Values>(
  items: ItemKind<Noun, V>,
  values: Partial<V>,
  id: string,
): CaseEvent {
  const event = editOf(items, baseOf<V>(undefined, id), values);
  if (event === null) throw new RangeError('a thing without anything');
  return event as unknown as CaseEvent;
}

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Who lives in another country than her own does so on a permit, and some of these end soon. */
export function paperOf(
  chance: Chance,
  id: string,
  about: {
    readonly scenario: SampleScenario;
    readonly country: string;
    readonly opened: number;
    readonly age: number;
    readonly closes: number | null;
  },
): readonly CaseEvent[] {
  const isAbroad = about.scenario === 'followedAbroad' || about.scenario === 'journalistAbroad';
  if (!isAbroad && !chance.is(0.2)) return [];
  const until = about.opened + (about.closes ?? about.age) + (12 + chance.below(160)) * day;
  const point = (at: string) => ({ kind: 'point', at, about: false, said: '' }) as const;
  return [
    thing(
      situationItems,
      {
        kind: 'status',
        country: about.country,
        status: chance.one(['imm_residence_temporary', 'imm_residence_temporary', 'imm_short_stay'] as const),
        from: point(dayOf(about.opened - (30 + chance.below(200)) * day)),
        until: point(dayOf(until)),
        confidence: 'conf_high',
      },
      id,
    ),
  ];
}

/** In danger that presses, a sign of life every day, for the last days; now and then today's has not come. */
export function signsOfLife(
  chance: Chance,
  newId: () => string,
  { opened, age }: { readonly opened: number; readonly age: number },
): readonly SampleAct[] {
  const days = 4;
  const isMissing = chance.is(0.25);
  // The round of today: over where it is missing, hours away where it is not.
  const today =
    opened + age + (isMissing ? -(100 + chance.below(40)) * 60_000 : (3 + chance.below(14)) * hour);
  const from = today - days * day;
  const agreed = from - 6 * hour;
  if (agreed < opened + 10 * day) return [];
  const heard = Array.from({ length: days }, (_, round): SampleAct => {
    const at = from + round * day + (2 + chance.below(25)) * 60_000;
    const event: CaseEvent = {
      type: 'SignHeard',
      v: 1,
      at,
      safe: true,
      word: 'none_agreed',
      way: 'A message of one word',
      note: '',
    };
    return { after: at - opened, events: [event] };
  });
  return [
    {
      after: agreed - opened,
      events: [
        thing(
          checkInItems,
          {
            rhythm: { every: 24 },
            from,
            until: null,
            grace: 60,
            way: 'A message of one word',
            silence: 'We call the person whom she named, and nobody else.',
            language: 'en',
          },
          newId(),
        ),
        thing(ladderItems, { after: 30, what: 'Call contact A' }, newId()),
        thing(ladderItems, { after: 6 * 60, what: 'Tell the partner organisation in the region' }, newId()),
      ],
    },
    ...heard,
  ];
}
