import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import type { Route } from '../router/route.ts';

/** Where the identity of a person stands. */
export const identityAt = ({ caseRecord, person }: PersonInCase): Route => ({
  name: 'case',
  record: caseRecord,
  part: 'identity',
  ...(person === null ? {} : { item: person }),
});
