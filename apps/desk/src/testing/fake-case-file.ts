import { type CaseState, foldCase } from '@leeward/domain/case/state.ts';
import { at, hash, id } from '@leeward/domain/testing/people.ts';
import { day, hour, me, second } from './fake-world.ts';

const kept = (type: string, number: number, set: object) => ({
  type,
  v: 1,
  id: id(number),
  set,
  replaces: {},
});
const point = (on: string, about = false) => ({ kind: 'point', at: on, about, said: '' });
const fact = { status: null, from: null, until: null, person: null, confidence: 'conf_high', note: '' };

/** A made-up file in the middle of things: places and papers, stages beside each other, an offer to a colleague. */
export function withFile({ record, state }: { readonly record: string; readonly state: CaseState }): {
  readonly record: string;
  readonly state: CaseState;
} {
  const begun = state.opened?.claimedTime ?? 0;
  const story: readonly (readonly [author: typeof me, hours: number, event: unknown])[] = [
    [me, 5, kept('SituationKept', 401, { ...fact, kind: 'place', country: 'GE', from: point('2026-09-03') })],
    [
      me,
      6,
      kept('SituationKept', 402, {
        ...fact,
        kind: 'place',
        country: 'AZ',
        until: point('2026-09', true),
        note: 'Left at night, by road.',
      }),
    ],
    [
      me,
      7,
      kept('SituationKept', 403, {
        ...fact,
        kind: 'status',
        country: 'GE',
        status: 'imm_visa_free',
        from: point('2026-09-03'),
        until: point('2027-09-02'),
      }),
    ],
    [me, 8, kept('SituationKept', 404, { ...fact, kind: 'nationality', country: 'AZ' })],
    [
      second,
      30,
      kept('StageKept', 411, {
        stage: 'verification',
        lead: second.member,
        from: '2026-11-10',
        until: null,
        note: 'Two referees asked.',
      }),
    ],
    [
      me,
      31,
      kept('StageKept', 412, { stage: 'grant', lead: null, from: '2026-11-12', until: null, note: '' }),
    ],
    [
      me,
      32,
      {
        type: 'StateChanged',
        v: 2,
        state: 'case_verifying',
        reason: 'The two referees have answered that they can speak this week.',
        closure: null,
        date: null,
        replaces: [],
      },
    ],
    [
      second,
      50,
      kept('DocumentKept', 421, {
        title: 'Summons, second one',
        kind: 'ev_official_document',
        file: {
          blob: hash(601),
          name: 'summons.jpg',
          mediaType: 'image/jpeg',
          size: 234_000,
          hash: hash(602),
        },
        about: null,
        source: 'Came through the door.',
        made: point('2026-11-03'),
        received: '2026-11-05',
        expires: '2026-12-10',
        graphic: false,
        shows: '',
      }),
    ],
    [
      me,
      51,
      kept('DocumentKept', 422, {
        title: 'Photo after the arrest',
        kind: 'ev_photo_video',
        file: {
          blob: hash(603),
          name: 'photo.jpg',
          mediaType: 'image/jpeg',
          size: 1_200_000,
          hash: hash(604),
        },
        about: null,
        source: '',
        made: point('2026-08', true),
        received: '2026-11-05',
        expires: null,
        graphic: true,
        shows: 'Bruises on a back and an arm, taken the day after the release. No face.',
      }),
    ],
    [me, 60, { type: 'SecondSet', v: 1, member: second.member, replaces: [] }],
    [
      me,
      61,
      {
        type: 'HandOverNoteGiven',
        v: 1,
        note: id(431),
        text: 'Called: Kestrel\nNow in: Georgia, since 3 September\nNext: ask the lawyer about the summons.',
      },
    ],
    [me, 61, { type: 'TransferOffered', v: 1, transfer: id(432), to: second.member, note: id(431) }],
  ];
  const after = story.reduce<CaseState>(
    (before, [author, hours, event], index) =>
      foldCase(before, event, {
        ...at(100 + index, author),
        entry: hash(40_000 + index),
        claimedTime: begun + hours * hour + (hours > 48 ? day : 0),
      }),
    state,
  );
  const wrong = after.kept.find(({ why }) => why.kind !== 'refused' || why.refusal.code !== 'no_change');
  if (wrong !== undefined) throw new Error(JSON.stringify(wrong));
  return { record, state: after };
}
