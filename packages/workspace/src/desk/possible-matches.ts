import { isSameWay } from '@leeward/domain/request/same-way.ts';
import type { QueueLine } from './conversation-contract.ts';
import type { Engine } from './engine.ts';
import { likeNames } from './likeness.ts';
import { provisionalLines } from './provisional.ts';
import type { MatchReason, PossibleMatch } from './requests-contract.ts';

/** What is asked: as much as has been typed so far. */
export type Sought = {
  readonly callName: string;
  readonly words: string;
  readonly reach: readonly string[];
  readonly country: string | null;
  readonly except: string | null;
};

const shownAtMost = 8;
/** Words shorter than this say nothing about who somebody is. */
const tellingLength = 5;

export type Candidate = Omit<PossibleMatch, 'why' | 'score'> & { readonly reach: readonly string[] };

/** Whom this may mean, the likeliest first; nobody where nothing telling was typed yet. */
export function possibleMatches(engine: Engine, sought: Sought): readonly PossibleMatch[] {
  const among = [...candidates(engine)];
  const named = among.filter(({ name }) => name !== '');
  return matchesAmong(among, sought, likeNames(engine, named, sought.callName));
}

/** Whom this may mean among these; `likeness` says of each record how like its name is to the one that was typed. */
export function matchesAmong(
  among: Iterable<Candidate>,
  sought: Sought,
  likeness: ReadonlyMap<string, number>,
): readonly PossibleMatch[] {
  const reach = sought.reach.filter((one) => one.trim().length > 2);
  const words = tellingWords(sought.words);
  const found: PossibleMatch[] = [];
  for (const { reach: ways, ...candidate } of among) {
    if (candidate.record === sought.except) continue;
    const sameReach = ways.some((way) => reach.some((one) => isSameWay(way, one)));
    const named = likeness.get(candidate.record) ?? 0;
    const shared = sharedPart(words, tellingWords(candidate.excerpt));
    const sameCountry = sought.country !== null && sought.country === candidate.country;
    const why: MatchReason[] = [];
    if (sameReach) why.push('reach');
    if (named > 0) why.push('name');
    if (shared >= 0.5) why.push('words');
    if (why.length === 0) continue;
    const score = Math.max(sameReach ? 1 : 0, named > 0 ? named * 0.9 : 0, shared >= 0.5 ? shared * 0.7 : 0);
    found.push({ ...candidate, why, score: Math.min(1, score + (sameCountry ? 0.05 : 0)) });
  }
  return found
    .sort((left, right) => right.score - left.score || (left.record < right.record ? -1 : 1))
    .slice(0, shownAtMost);
}

/** What is compared of first words: the longer ones, each once. */
function tellingWords(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLocaleLowerCase('und')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => [...word].length >= tellingLength));
}

function sharedPart(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const smaller = Math.min(left.size, right.size);
  // Three words in common are few enough to be chance.
  if (smaller < 3) return 0;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / smaller;
}

function* candidates(engine: Engine): Iterable<Candidate> {
  for (const [record, summary] of engine.summaries) {
    if (summary.kind === 'conversation') yield fromLine(summary.line, summary.reach ?? []);
    else if (summary.kind === 'case')
      yield {
        record,
        kind: 'case',
        name: summary.line.pseudonym,
        excerpt: summary.line.next?.text ?? '',
        locale: 'und',
        country: null,
        phase: null,
        waitingSince: null,
        reach: [],
      };
  }
  for (const line of provisionalLines(engine)) yield fromLine(line, []);
}

function fromLine(line: QueueLine, reach: readonly string[]): Candidate {
  const { record, callName, excerpt, locale, country, phase, waitingSince } = line;
  return {
    record,
    kind: 'request',
    name: callName ?? '',
    excerpt,
    locale,
    country,
    phase,
    waitingSince,
    reach,
  };
}
