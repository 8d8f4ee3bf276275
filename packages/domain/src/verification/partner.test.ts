import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import type { VerificationExtract } from './extract.ts';
import { holdingStill, readPartnerExtract, writePartnerExtract } from './partner.ts';

const extract: VerificationExtract = {
  v: 1,
  reference: 'Blue 7',
  on: '2026-11-21',
  findings: [
    {
      question: 'vq_defender_work',
      level: 'ver_3_referee',
      confidence: 'conf_high',
      kinds: ['vs_local_member'],
      stake: false,
      month: '2026-10',
      until: '2027-10-04',
    },
  ],
};
const written = writePartnerExtract(extract, 'North Wind House');

describe('what a partner reads of a verification', () => {
  it('is what was written, and for whom', () => {
    expect(readPartnerExtract(written)).toEqual({ ...extract, recipient: 'North Wind House' });
  });

  it('holds until its day and not longer', () => {
    const read = readPartnerExtract(written);
    if (read === null) throw new Error('not read');
    expect(holdingStill(read, '2027-10-04')).toHaveLength(1);
    expect(holdingStill(read, '2027-10-05')).toEqual([]);
  });

  it('is read whole or not at all: no field more, no code that this version lacks, no day that does not exist', () => {
    const broken = [
      written.replace('"v":1', '"v":2'),
      written.replace('{', '{"name":"Synthetic",'),
      written.replace('ver_3_referee', 'ver_9_certain'),
      written.replace('2026-10"', '2026-13"'),
      written.replace('2027-10-04', '2027-02-30'),
      written.replace('"stake":false', '"stake":"no"'),
      'nonsense',
      '[]',
    ];
    for (const one of broken) expect(readPartnerExtract(one), one).toBeNull();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (noise) => {
        expect(readPartnerExtract(noise)).toBeNull();
      }),
      { numRuns: runs(150) },
    );
  });
});
