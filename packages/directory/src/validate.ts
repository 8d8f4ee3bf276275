import * as v from 'valibot';
import { type Mechanism, mechanismSchema } from './mechanism.ts';

/** One thing that is wrong, in words for an editor: which entry, which field, what. */
export type Flaw = { readonly id: string; readonly field: string; readonly what: string };

export type Validated =
  | { readonly ok: true; readonly mechanisms: readonly Mechanism[] }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** Reads entries that came from a file. Never throws: every flaw of every entry is named. */
export function validate(entries: unknown): Validated {
  if (!Array.isArray(entries)) {
    return { ok: false, flaws: [{ id: '', field: '', what: 'This is not a list of mechanisms.' }] };
  }
  const flaws: Flaw[] = [];
  const mechanisms: Mechanism[] = [];
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const id = nameOf(entry, index);
    const read = v.safeParse(mechanismSchema, entry);
    if (!read.success) {
      flaws.push(
        ...read.issues.map((issue) => ({ id, field: v.getDotPath(issue) ?? '', what: issue.message })),
      );
      continue;
    }
    if (seen.has(id)) flaws.push({ id, field: 'id', what: 'Another entry has this id.' });
    seen.add(id);
    flaws.push(...contradictions(read.output).map((flaw) => ({ id, ...flaw })));
    mechanisms.push(read.output);
  }
  return flaws.length > 0 ? { ok: false, flaws } : { ok: true, mechanisms };
}

function nameOf(entry: unknown, index: number): string {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : `entry ${index + 1}`;
}

/** What every field alone allows and all of them together do not. */
function contradictions(entry: Mechanism): readonly Omit<Flaw, 'id'>[] {
  const flaws: Omit<Flaw, 'id'>[] = [];
  const say = (field: string, what: string) => flaws.push({ field, what });
  const { min, max } = entry.gives.months;
  if (min !== null && max !== null && min > max)
    say('gives.months', 'The shortest stay is longer than the longest.');
  if (entry.gives.services.length > 0 !== entry.gives.servicesSeen) {
    say('gives.servicesSeen', 'Services are listed exactly where they were seen.');
  }
  if (entry.who.includes('anybody') && entry.who.length > 1) say('who', '"anybody" stands alone.');
  if (new Set(entry.who).size < entry.who.length) say('who', 'A profile stands twice.');
  if (entry.family === 'no' && entry.parties?.includes('family'))
    say('family', 'The family is let in and shut out.');
  if (
    entry.state.is === 'closed' &&
    entry.state.calls.some((call) => call.closes === null && call.opens !== null)
  ) {
    say('state', 'It is closed, and a call has no end.');
  }
  for (const call of entry.state.calls) {
    if (call.opens && call.closes && call.opens > call.closes)
      say('state.calls', 'A call ends before it opens.');
  }
  const { from, to } = entry.sourceDated;
  if (from && to && from.slice(0, to.length) > to)
    say('sourceDated', 'The source is older than it is young.');
  if (entry.checked && entry.checked.on < entry.readOn.slice(0, entry.checked.on.length)) {
    say('checked.on', 'It was checked before it was read.');
  }
  return flaws;
}
