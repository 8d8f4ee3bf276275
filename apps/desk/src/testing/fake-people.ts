import { type CaseState, foldCase } from '@leeward/domain/case/state.ts';
import type { Actor } from '@leeward/domain/shared/context.ts';
import { askOf, yesOf } from '@leeward/domain/testing/consents-of-a-case.ts';
import { at, hash, id } from '@leeward/domain/testing/people.ts';
import { landDefender, personOf, relationOf, them } from '@leeward/domain/testing/people-of-a-case.ts';
import { day, me, second } from './fake-world.ts';

/** The people and consents of a made-up case: a land defender, her children, a brother who must not know, a referee. */
export function withPeople(state: CaseState, now: number): CaseState {
  const on = (days: number): string => new Date(now - days * day).toISOString().slice(0, 10);
  const text =
    'We would tell the shelter in the hills your name and what happened, so that they keep a room. A no changes nothing.';
  const events: readonly (readonly [unknown, Actor])[] = [
    ...landDefender.map((event) => [event, me] as const),
    [
      personOf(id(220), 'Finch', {
        roles: ['role_applicant_third_party'],
        contact: 'through',
        through: them.referee,
        ageBand: '25_59',
      }),
      second,
    ],
    [relationOf(330, id(220), 'tie_colleague', them.defender), second],
    [relationOf(331, them.referee, 'tie_vouches_for', them.defender), second],
    [
      {
        type: 'GuardianshipKept',
        v: 1,
        id: id(501),
        set: {
          child: them.son,
          guardian: them.defender,
          basis: 'parent',
          voice: 'alone',
          from: null,
          until: null,
          note: '',
        },
        replaces: {},
      },
      me,
    ],
    [
      yesOf(
        askOf(31, {
          purpose: 'con_share_host',
          recipient: 'The shelter in the hills',
          text,
          language: 'en',
          until: on(-20),
        }),
        them.defender,
        {
          // After she had taken the same yes back at the door: what she says last counts.
          on: on(1),
          interpreter: 'Ibis',
        },
      ),
      second,
    ],
    [
      yesOf(
        askOf(32, { purpose: 'con_share_authority', recipient: 'The consulate', text, language: 'en' }),
        them.defender,
        {
          on: on(2),
        },
      ),
      second,
    ],
    [
      yesOf(
        askOf(33, {
          purpose: 'con_verify_referee',
          recipient: 'River Fund',
          fields: ['name', 'verification'],
          text,
          language: 'en',
        }),
        them.referee,
        {
          on: on(3),
        },
      ),
      me,
    ],
    [
      {
        type: 'SharingNoted',
        v: 1,
        id: id(601),
        use: {
          purpose: 'con_share_host',
          recipient: 'The shelter in the hills',
          fields: ['name'],
          persons: [them.defender],
        },
        what: 'Her label, how many come along, and what they need.',
        act: 'told',
        on: on(1),
        basis: { consents: [{ id: id(31), proof: null }], vital: null },
      },
      me,
    ],
    [
      {
        type: 'VitalProposed',
        v: 1,
        id: id(701),
        ground: 'child_in_danger',
        use: {
          purpose: 'con_share_authority',
          recipient: 'The child protection office',
          fields: ['place'],
          persons: [them.daughter],
        },
        danger: 'She was not at school, and men of the mine were seen there.',
        whyNoConsent: 'Her mother travels and cannot be reached before the evening.',
        from: on(0),
        until: on(-3),
      },
      second,
    ],
  ];
  return events.reduce<CaseState>(
    (before, [event, actor], index) =>
      foldCase(before, event, {
        ...at(100 + index, actor),
        entry: hash(90_000 + index),
        claimedTime: now - 4 * day + index * 60_000,
      }),
    state,
  );
}
