import type { Finding, ReasonCode, Verdict } from '@leeward/directory';

/** What says most about somebody, first; what holds for anybody, last. */
const telling: readonly ReasonCode[] = [
  'gives-all',
  'gives-some',
  'region-matches',
  'for-where-you-are',
  'for-where-you-come-from',
  'for-where-you-have-effect',
  'for-your-work',
  'call-open',
  'clock-running',
  'fast-enough',
  'family-welcome',
  'exile-welcome',
  'length-fits',
  'danger-required',
  'opener-found',
];

const rank = ({ code }: Finding): number => {
  const place = telling.indexOf(code);
  return place < 0 ? telling.length : place;
};

/** The few findings that a line of the list shows: what speaks for it, or what stands against it. */
export function shownFindings({ list, findings }: Verdict): readonly Finding[] {
  const wanted = list === 'not' ? 'no' : 'yes';
  const most = list === 'not' ? 2 : list === 'ask' ? 2 : 3;
  return findings
    .filter(({ truth }) => truth === wanted)
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
    .slice(0, most)
    .map(({ finding }) => finding);
}
