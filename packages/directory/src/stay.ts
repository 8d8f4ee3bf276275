import type { Kind, Service } from './codes.ts';
import type { Entry } from './entry.ts';

/** Doors behind which somebody lives for a time. */
const stayKinds: ReadonlySet<Kind> = new Set<Kind>([
  'relocation',
  'shelter',
  'residency',
  'fellowship',
  'university-host',
]);
const staysInside: ReadonlySet<Service> = new Set<Service>(['housing', 'rest', 'academic-place']);
/** Whoever only pays does not say how long one may stay, nor who may come along. */
const fundKinds: ReadonlySet<Kind> = new Set<Kind>([
  'emergency-grant',
  'protection-grant',
  'thematic-fund',
  'journalist-fund',
  'family-support',
  'legal-aid',
  'medical',
  'digital-help',
  'hotline',
  'un-mechanism',
  'regional-mechanism',
  'national-mechanism',
  'exile-organisation-support',
]);
const waysAbroad: ReadonlySet<Kind> = new Set<Kind>(['visa-route', 'resettlement']);

/** Whether it is a stay of some length: then length, family and going back matter. */
export function isStay(entry: Entry): boolean {
  if (stayKinds.has(entry.kind)) return true;
  return !fundKinds.has(entry.kind) && entry.gives.services.some((service) => staysInside.has(service));
}

/** Whether somebody is taken somewhere by it, for a time or for good: then it matters who may come along. */
export function takesSomewhere(entry: Entry): boolean {
  return isStay(entry) || waysAbroad.has(entry.kind);
}
