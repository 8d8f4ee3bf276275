import type { Shape } from './shape.ts';

/**
 * Risk belongs to a group: whoever an act was done to, or may be. Either a person of the file, by her id, or some who
 * stand in no file by name: sources are often better not written down, and we ourselves are never a person of a case.
 */
export const affectedGroups = [
  'who_defender',
  'who_dependants',
  'who_relatives_home',
  'who_colleagues',
  'who_sources',
  'who_host_staff',
  'who_us',
] as const;
export type AffectedGroup = (typeof affectedGroups)[number];

/** The id of a person, 32 hex digits, or a group. */
export type Affected = string;

/** Whether it speaks of some who have no name in the file. */
export const isAffectedGroup = (value: string): value is AffectedGroup =>
  (affectedGroups as readonly string[]).includes(value);

/** Reads somebody affected; a group that this version lacks may come from a newer one. */
export const affected: Shape<Affected> = (json, path) => {
  if (typeof json !== 'string')
    return { ok: false, error: { problem: json === undefined ? 'missing' : 'wrong', path } };
  if (/^[0-9a-f]{32}$/.test(json) || isAffectedGroup(json)) return { ok: true, value: json };
  const problem = /^who_[a-z_]{1,40}$/.test(json) ? 'unknown_code' : 'wrong';
  return { ok: false, error: { problem, path } };
};
