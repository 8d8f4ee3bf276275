import { type Bytes, fromHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';

/*
 * Public test vectors as plain functions over parsed JSON, without anything of Node, so that the same code runs here
 * and inside a browser.
 */

/** What came of one file on one backend. */
export interface Report {
  /** How many vectors had a verdict to compare. */
  readonly checked: number;
  /** One line for each that came out otherwise than expected. */
  readonly failures: readonly string[];
  /** Whether this platform lacks the primitive; then nothing was checked. */
  readonly missing: boolean;
}

/** One file of vectors and the backends that have to get it right. */
export interface Suite {
  readonly file: string;
  /** What is tested, as the end of "the public vectors of ...". */
  readonly primitive: string;
  /** What the file has to hold at least, so that a file read wrongly is not taken for one without faults. */
  readonly atLeast: number;
  readonly backends: Readonly<Record<string, (json: unknown) => Promise<Report>>>;
}

/** The groups of a file in the form of Wycheproof. */
export interface Wycheproof<Group, Vector> {
  readonly testGroups: readonly (Group & { readonly tests: readonly (Vector & WycheproofVector)[] })[];
}

export interface WycheproofVector {
  readonly tcId: number;
  readonly comment?: string;
  readonly flags: readonly string[];
  readonly result: 'valid' | 'invalid' | 'acceptable';
}

/** A report that is filled while a file is worked through. */
export interface Notebook {
  /** Notes one vector: what it is called, and what is wrong with it if anything is. */
  readonly note: (name: string | number, wrong: string | false) => void;
  readonly report: () => Report;
}

export function notebook(): Notebook {
  const failures: string[] = [];
  let checked = 0;
  return {
    note: (name, wrong) => {
      checked += 1;
      if (wrong !== false) failures.push(`${name}: ${wrong}`);
    },
    report: () => ({ checked, failures, missing: false }),
  };
}

/** The report of a platform that lacks the primitive. */
export const MISSING: Report = { checked: 0, failures: [], missing: true };

/** The bytes of a hexadecimal text in a file of vectors. */
export function hex(text: string): Bytes {
  return unwrap(fromHex(text));
}
