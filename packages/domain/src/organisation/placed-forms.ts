/** Where in a file an organisation's own questions can be asked. */
export const formPlaces = [
  'file',
  'people',
  'eligibility',
  'verification',
  'risk',
  'incidents',
  'plan',
  'consents',
] as const;
export type FormPlace = (typeof formPlaces)[number];

/** Which forms are asked in which place now, by hash, in the order in which they were put there. */
export type PlacedForms = ReadonlyMap<FormPlace, readonly string[]>;

/** After one form was put somewhere, or taken away from there; the very same map where nothing changes. */
export function withForm(placed: PlacedForms, place: FormPlace, form: string, offered: boolean): PlacedForms {
  const there = placed.get(place) ?? [];
  if (there.includes(form) === offered) return placed;
  const next = offered ? [...there, form] : there.filter((one) => one !== form);
  return new Map(placed).set(place, next);
}
