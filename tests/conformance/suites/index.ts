import { aesGcm } from './aes-gcm.ts';
import { ed25519EdgeCases, ed25519Wycheproof } from './ed25519.ts';
import { hkdfSha256Suite, hkdfSha512Suite, hmacSha512Suite } from './hashes.ts';
import type { Report, Suite } from './suite.ts';
import { mlKem768, x25519, xWing } from './x-wing.ts';

/** Every file of public vectors that concerns something that ships. */
export const SUITES: readonly Suite[] = [
  ed25519EdgeCases,
  ed25519Wycheproof,
  aesGcm,
  hkdfSha256Suite,
  hkdfSha512Suite,
  hmacSha512Suite,
  x25519,
  mlKem768,
  xWing,
];

/** One file on one backend. */
export interface SuiteRun {
  readonly file: string;
  readonly primitive: string;
  readonly backend: string;
  readonly atLeast: number;
}

/** All files on all of their backends. */
export const SUITE_RUNS: readonly SuiteRun[] = SUITES.flatMap(({ file, primitive, atLeast, backends }) =>
  Object.keys(backends).map((backend) => ({ file, primitive, backend, atLeast })),
);

/** Works through one file on one backend. @throws Error when there is no such suite. */
export async function runSuite(file: string, backend: string, json: unknown): Promise<Report> {
  const run = SUITES.find((suite) => suite.file === file)?.backends[backend];
  if (run === undefined) throw new Error(`no suite for ${file} on ${backend}`);
  return run(json);
}
