/** Whether the pages of a running server arrive with their protections (fault 67), through whatever stands before it. */
import type { ReleaseSite } from '@leeward/workspace/release/manifest.ts';
import { missingProtections } from '@leeward/workspace/release/protections.ts';
import { askFor } from './ask.ts';

/** By app, the origin at which it is served. */
export type Origins = Readonly<Partial<Record<ReleaseSite, string>>>;

export type HeaderFinding = {
  readonly site: ReleaseSite;
  readonly origin: string;
  /** Headers, or directives of the content policy, as an administrator would look for them. */
  readonly missing: readonly string[];
};

/**
 * Asks for the page of each app and lists what is missing; empty when everything is in force.
 * @throws Error when a server cannot be reached.
 */
export async function checkHeaders(origins: Origins): Promise<readonly HeaderFinding[]> {
  const findings: HeaderFinding[] = [];
  for (const [site, origin] of Object.entries(origins) as [ReleaseSite, string][]) {
    // A proxy may treat the two methods differently; browsers open pages with GET.
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await askFor(new URL('/', origin), { method });
      const missing = missingProtections(site, answer.header);
      if (missing.length === 0 || findings.some((finding) => finding.site === site)) continue;
      findings.push({ site, origin, missing });
    }
  }
  return findings;
}

/** A finding in a sentence for the person who runs the server. */
export function describeFinding({ site, origin, missing }: HeaderFinding): string {
  return `${origin} (${site}) arrives without ${missing.join('; ')}. A proxy in front of the relay must pass these headers on unchanged.`;
}
