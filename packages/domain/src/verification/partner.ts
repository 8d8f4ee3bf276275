import { type Confidence, confidence } from '@leeward/vocabulary/lists/confidence.ts';
import { type VerificationLevel, verificationLevel } from '@leeward/vocabulary/lists/verification-level.ts';
import { verificationQuestion } from '@leeward/vocabulary/lists/verification-question.ts';
import { verificationSource } from '@leeward/vocabulary/lists/verification-source.ts';
import { code, day, flag, listOf, object, type Read, type Shape, sizes, text } from '../shared/shape.ts';
import type { VerificationExtract } from './extract.ts';

/* What another organisation reads of a verification: quoted words of a partner, and never anybody's own finding. */

const month: Shape<string> = (json, path) =>
  day(typeof json === 'string' ? `${json}-01` : json, path).ok
    ? { ok: true, value: json as string }
    : { ok: false, error: { problem: 'wrong', path } };

const finding = object({
  question: code(verificationQuestion),
  level: code(verificationLevel) as Shape<VerificationLevel>,
  confidence: code(confidence) as Shape<Confidence>,
  kinds: listOf(code(verificationSource), 64),
  stake: flag,
  month,
  until: day,
});

const partnerExtract = object({
  v: (json: unknown, path: string) =>
    json === 1
      ? ({ ok: true, value: 1 } as const)
      : ({ ok: false, error: { problem: 'wrong', path } } as const),
  reference: text(sizes.name),
  on: day,
  /** For whom it was made: nobody else should rely on having been given it. */
  recipient: text(sizes.line),
  findings: listOf(finding, 64),
});

/** An extract on its way, with the name of the partner for whom it was made. */
export type PartnerExtract = Read<typeof partnerExtract>;

export const writePartnerExtract = (extract: VerificationExtract, recipient: string): string =>
  JSON.stringify({ ...extract, recipient });

/** Reads what a partner wrote; null for anything that this code does not wholly understand. */
export function readPartnerExtract(words: string): PartnerExtract | null {
  try {
    const read = partnerExtract(JSON.parse(words), '');
    return read.ok ? read.value : null;
  } catch {
    return null;
  }
}

/** The findings that still hold on a day. */
export const holdingStill = ({ findings }: PartnerExtract, today: string): PartnerExtract['findings'] =>
  findings.filter(({ until }) => until >= today);
