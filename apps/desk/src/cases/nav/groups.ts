import type { DeskKey } from '@leeward/ui';

/** One part of the file as it is offered; `file` is the file as a whole and has no name in its address. */
export type PartPlace = { readonly name: string; readonly title: DeskKey };

export type PartGroup = { readonly title: DeskKey; readonly parts: readonly PartPlace[] };

export const filePlace: PartPlace = { name: 'file', title: 'case.part.file' };

/** As a case goes: who and where, how dangerous and what is done, on what it rests, the work on the file itself. */
export const partGroups: readonly PartGroup[] = [
  {
    title: 'case.group.who',
    parts: [
      { name: 'people', title: 'people.title' },
      { name: 'situation', title: 'situation.title' },
      { name: 'identity', title: 'identity.title' },
    ],
  },
  {
    title: 'case.group.danger',
    parts: [
      { name: 'incidents', title: 'danger.incidents.title' },
      { name: 'risk', title: 'danger.title' },
      { name: 'plan', title: 'plan.title' },
      { name: 'checkins', title: 'checkins.title' },
    ],
  },
  {
    title: 'case.group.rests',
    parts: [
      { name: 'verification', title: 'verify.title' },
      { name: 'sheets', title: 'sheets.title' },
      { name: 'eligibility', title: 'eligible.title' },
      { name: 'consents', title: 'consents.title' },
    ],
  },
  {
    title: 'case.group.work',
    parts: [
      { name: 'tasks', title: 'task.title' },
      { name: 'stages', title: 'stages.title' },
      { name: 'documents', title: 'documents.part' },
      { name: 'questions', title: 'filled.title' },
      { name: 'carry', title: 'carry.title' },
      { name: 'outcome', title: 'outcome.title' },
      { name: 'copy', title: 'fileCopy.title' },
    ],
  },
];

/** All places of a file in the order in which they are offered. */
export const allPlaces: readonly PartPlace[] = [filePlace, ...partGroups.flatMap(({ parts }) => parts)];

/** The place of that name; the file as a whole where there is none. */
export const placeOf = (name: string | null): PartPlace =>
  allPlaces.find((place) => place.name === name) ?? filePlace;
