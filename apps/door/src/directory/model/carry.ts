import type { Answers as Search } from '@leeward/directory/answers.ts';
import type { Answers as Request } from '../../model/answers.ts';

/** What of the search could help whoever reads the request. Everything else stays here. */
export const portable = [
  'entry',
  'present',
  'origin',
  'status',
  'work',
  'happened',
  'party',
  'needs',
  'soon',
  'languages',
] as const;
export type Portable = (typeof portable)[number];

/** What there is to take along, in this order: only what she has answered. */
export function portableOf(search: Search, hasEntry: boolean): readonly Portable[] {
  return portable.filter((one) => {
    if (one === 'entry') return hasEntry;
    const answer = search[one];
    return typeof answer === 'string' || (answer !== undefined && answer.length > 0);
  });
}

/**
 * The request as it stands after she has taken along what she picked. Fields that are empty are filled; where she has
 * written something else already, that stays, and what she takes along stands as a line in her own text. Nothing that
 * she typed is changed, and no line is added twice.
 * @param lineOf one line of her text for each, in her language
 */
export function takenAlong(
  request: Request,
  search: Search,
  picked: ReadonlySet<Portable>,
  lineOf: (one: Portable) => string,
): Partial<Request> {
  const fillsCountry =
    picked.has('present') && search.present !== undefined && [search.present, ''].includes(request.country);
  const languages = picked.has('languages') ? (search.languages ?? []) : [];
  const lines = portable
    .filter((one) => picked.has(one) && one !== 'languages' && !(one === 'present' && fillsCountry))
    .map(lineOf)
    .filter((line) => !request.what.split('\n').includes(line));
  return {
    ...(fillsCountry && { country: search.present as string }),
    ...(languages.length > 0 && { languages: [...new Set([...request.languages, ...languages])] }),
    ...(lines.length > 0 && {
      what: [request.what.trimEnd(), ...lines].filter((text) => text !== '').join('\n'),
    }),
  };
}
