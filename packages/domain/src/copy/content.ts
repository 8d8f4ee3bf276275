import { isBoxed } from '../answers/events.ts';
import type { CaseState } from '../case/state.ts';
import type { CopyPart } from './choose.ts';

/*
 * A file as plain data that outlives Leeward: every value that stands, all versions where several do, who wrote it and
 * when, and all that was put away. It is made of whatever parts hold, so that a new part is in it from its first day.
 */

export type PlainJson =
  | null
  | boolean
  | number
  | string
  | readonly PlainJson[]
  | { readonly [name: string]: PlainJson };

/** The chosen parts of a case, and nothing of the others. `nameOf` gives a member's name. */
export function contentOf(
  state: CaseState,
  parts: readonly CopyPart[],
  nameOf: (member: string) => string,
): { readonly [name: string]: PlainJson } {
  const plain = plainly(nameOf);
  const content: { [name: string]: PlainJson } = {};
  for (const part of parts) {
    if (part === 'head')
      content[part] = plain({
        pseudonym: state.pseudonym,
        urgency: state.urgency,
        urgencyHistory: state.urgencyHistory,
        phase: state.phase,
        phaseHistory: state.phaseHistory,
        responsible: state.responsible,
        nextStep: state.nextStep,
        opened: state.opened,
      });
    else if (part === 'summary') content[part] = plain(state.summary);
    else if (part === 'notes') content[part] = plain(state.notes);
    else content[part] = plain(state.parts[part]);
  }
  return content;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One version of a field. */
const isWritten = (
  value: unknown,
): value is { readonly value: unknown; readonly by: string; readonly claimedTime: number } =>
  isObject(value) && 'value' in value && 'at' in value && 'by' in value && 'claimedTime' in value;

function plainly(nameOf: (member: string) => string): (value: unknown) => PlainJson {
  const time = (claimed: number): string => new Date(claimed).toISOString();
  /** Names of fields that hold a member. */
  const members = new Set(['by', 'member', 'responsible', 'to', 'lead', 'owner', 'assigned']);
  const plain = (value: unknown): PlainJson => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (value instanceof Map) return named([...value]);
    if (value instanceof Set) return [...value].map(plain);
    if (Array.isArray(value)) return list(value);
    // Sealed for some colleagues: whoever takes a copy takes none of it along.
    if (isBoxed(value)) return { sealed: true };
    return isObject(value) ? fields(value) : null;
  };
  const list = (values: readonly unknown[]): PlainJson => {
    if (values.length === 0 || !values.every(isWritten)) return values.map(plain);
    const versions = values.map((one) => ({
      value: plain(one.value),
      by: nameOf(one.by),
      at: time(one.claimedTime),
    }));
    // One version is what stands; several are told apart, and nobody has chosen.
    return versions.length === 1 ? (versions[0] ?? null) : { versions };
  };
  const named = (entries: readonly (readonly [unknown, unknown])[]): PlainJson =>
    Object.fromEntries(entries.map(([name, value]) => [String(name), plain(value)]));
  const fields = (value: Readonly<Record<string, unknown>>): PlainJson => {
    const found: { [name: string]: PlainJson } = {};
    for (const [name, one] of Object.entries(value)) {
      // Where an entry stands means nothing outside of the log.
      if (name === 'entry' || name === 'index' || name === 'position') continue;
      if (name === 'claimedTime' && typeof one === 'number') found['at'] = time(one);
      else if (members.has(name) && typeof one === 'string') found[name] = nameOf(one);
      else found[name] = plain(one);
    }
    return found;
  };
  return plain;
}
