import type { Mechanism } from '@leeward/directory/mechanism.ts';
import type { FullRelease } from '@leeward/directory/release.ts';
import { type Flaw, validate } from '@leeward/directory/validate.ts';
import type { FieldChange, Json } from '@leeward/domain/directory/events.ts';
import { canonical, hurts, hurtsInside } from '@leeward/domain/directory/hurtful.ts';
import { type Closing, contentOf } from '@leeward/domain/directory/rules.ts';
import type { DirectoryState } from '@leeward/domain/directory/state.ts';
import { type Refusal, refusal } from '@leeward/domain/shared/refusal.ts';
import type { DirectoryAct } from './build.ts';
import type { DirectoryCommands, Proposed, ShownEntry, Source } from './contract.ts';
import { fieldOf, isField, withField } from './fields.ts';
import { isGeneral, type Shown } from './overlay.ts';
import { localPrefix } from './release-file.ts';

/*
 * What a person typed becomes an act, or an answer that says what is wrong with it. Values are held against the form of
 * the directory before anything is written; whatever the answer, the form on the screen still holds what was typed.
 */

/** What the person sees, and on which day. `random` gives so many hexadecimal digits: ids are not this room's to make. */
export type Seen = {
  readonly shown: Shown;
  readonly release: FullRelease | null;
  readonly state: DirectoryState;
  readonly today: string;
  readonly random: (digits: number) => string;
};

export type Wanted<Value> =
  | { readonly type: 'act'; readonly act: DirectoryAct; readonly answer: Value }
  | { readonly type: 'answer'; readonly answer: Value }
  | { readonly type: 'refused'; readonly refusal: Refusal };

type Args<Name extends keyof DirectoryCommands> = DirectoryCommands[Name][0];

const flawed = (...flaws: readonly Flaw[]): Wanted<Proposed> => ({
  type: 'answer',
  answer: { type: 'flaws', flaws },
});
const no = (...[code, details]: Parameters<typeof refusal>): Wanted<never> => ({
  type: 'refused',
  refusal: refusal(code, details),
});
const sourceOf = ({ source, sourceDate, note }: Source): Source => ({
  source: source.trim(),
  sourceDate,
  note,
});

const shownOf = (seen: Seen, mechanism: string): ShownEntry | undefined =>
  seen.shown.entries.find(({ entry }) => entry.id === mechanism);

/** Other values for fields of a released mechanism. Choosing between two is the same: the value that is chosen is proposed. */
export function wantChange(seen: Seen, args: Args<'proposeChange'>): Wanted<Proposed> {
  const { mechanism, confirm } = args;
  const shown = shownOf(seen, mechanism);
  const released = seen.release?.entries.find(({ id }) => id === mechanism);
  if (shown === undefined || released === undefined || shown.origin === 'local') return no('not_there');
  const strange = args.changes.filter(({ field }) => !isField(field));
  if (strange.length > 0)
    return flawed(
      ...strange.map(({ field }) => ({ id: mechanism, field, what: 'This cannot be changed here.' })),
    );
  const moved = args.changes.filter(({ field, from }) => !same(fieldOf(shown.entry, field), from));
  if (moved.length > 0) {
    const fields = moved.map(({ field }) => ({ field, now: fieldOf(shown.entry, field) }));
    return { type: 'answer', answer: { type: 'changed', fields } };
  }
  const open = new Set(shown.conflicts.map(({ field }) => field));
  const changes = args.changes.filter(({ field, from, to }) => open.has(field) || !same(from, to));
  if (changes.length === 0) return no('no_change');
  const read = validate([changes.reduce((entry, { field, to }) => put(entry, field, to), shown.entry)]);
  if (!read.ok) return flawed(...read.flaws);
  const [entry = shown.entry] = read.mechanisms;
  const written = changes.map(
    ({ field }): FieldChange => ({
      field,
      base: fieldOf(released, field),
      // As the form reads it, not as it was typed: without what surrounds a word.
      value: fieldOf(entry, field),
      replaces: (seen.state.versions.get(mechanism)?.get(field) ?? []).map(({ proposal }) => proposal),
    }),
  );
  const proposal = seen.random(32);
  const needsOther = written.some(({ field, value }) => hurts(field, value));
  return {
    type: 'act',
    act: {
      command: 'proposeChange',
      change: { proposal, mechanism, changes: written, ...sourceOf(args) },
      confirm,
    },
    answer: { type: 'kept', proposal, mechanism, needsOther },
  };
}

/** An entry of the organisation's own. */
export function wantAddition(seen: Seen, args: Args<'addMechanism'>): Wanted<Proposed> {
  const mechanism = `${localPrefix}${seen.random(16)}`;
  const read = readLocal(args.entry, mechanism, args.source);
  if (!('entry' in read)) return read;
  const proposal = seen.random(32);
  return {
    type: 'act',
    act: { command: 'addMechanism', added: { proposal, mechanism, entry: read.entry, ...sourceOf(args) } },
    answer: { type: 'kept', proposal, mechanism, needsOther: true },
  };
}

/** Such an entry as a whole, changed. */
export function wantLocalChange(seen: Seen, args: Args<'changeMechanism'>): Wanted<Proposed> {
  const { mechanism } = args;
  const shown = shownOf(seen, mechanism);
  const local = seen.state.local.get(mechanism);
  if (shown === undefined || local === undefined) return no('not_there');
  if (!same(unchecked(shown.entry), unchecked(args.from)))
    return { type: 'answer', answer: { type: 'changed', fields: [{ field: '', now: shown.entry }] } };
  const read = readLocal(args.entry, mechanism, args.source);
  if (!('entry' in read)) return read;
  const isChoice = local.versions.length > 1;
  if (!isChoice && same(read.entry, unchecked(shown.entry))) return no('no_change');
  const proposal = seen.random(32);
  const replaces = local.versions.map((version) => version.proposal);
  const changed = { proposal, mechanism, entry: read.entry, replaces, ...sourceOf(args) };
  const needsOther = local.versions.some((version) => hurtsInside(version.entry, read.entry));
  return {
    type: 'act',
    act: { command: 'changeMechanism', changed },
    answer: { type: 'kept', proposal, mechanism, needsOther },
  };
}

/** Somebody has looked at a mechanism. Where it is closed, the entry says so at once: a closed door hurts nobody. */
export function wantCheck(seen: Seen, args: Args<'checkMechanism'>): Wanted<null> {
  const { mechanism, on, outcome, source } = args;
  const shown = shownOf(seen, mechanism);
  if (shown === undefined) return no('not_there');
  if (on > seen.today) return no('malformed', { path: 'on', problem: 'wrong' });
  const check = { mechanism, on, outcome, source: source.trim() };
  const closing =
    outcome === 'closed' && shown.entry.state.is !== 'closed' ? closingOf(seen, shown, args) : null;
  return { type: 'act', act: { command: 'checkMechanism', check, closing }, answer: null };
}

function closingOf(seen: Seen, { entry, origin }: ShownEntry, args: Args<'checkMechanism'>): Closing | null {
  const { mechanism, on, source } = args;
  const calls = entry.state.calls.filter(({ opens, closes }) => closes !== null || opens === null);
  const closed: Mechanism = { ...entry, state: { is: 'closed', calls, since: on } };
  const from = { source: source.trim(), sourceDate: on, note: '' };
  const proposal = seen.random(32);
  if (origin === 'local') {
    const replaces = (seen.state.local.get(mechanism)?.versions ?? []).map((version) => version.proposal);
    const whole = unchecked(closed) as Json;
    return { type: 'LocalChanged', v: 1, proposal, mechanism, entry: whole, replaces, ...from };
  }
  const released = seen.release?.entries.find(({ id }) => id === mechanism);
  if (released === undefined) return null;
  const changes = (['state.is', 'state.calls', 'state.since'] as const).flatMap(
    (field): readonly FieldChange[] => {
      const value = fieldOf(closed, field);
      if (same(value, fieldOf(entry, field))) return [];
      const replaces = (seen.state.versions.get(mechanism)?.get(field) ?? []).map(
        (version) => version.proposal,
      );
      return [{ field, base: fieldOf(released, field), value, replaces }];
    },
  );
  return { type: 'ChangeProposed', v: 1, proposal, mechanism, changes, ...from };
}

/** What a mechanism answered about itself; what depends on who asks belongs to that request and is not written here. */
export function wantTold(seen: Seen, args: Args<'noteTold'>): Wanted<null> {
  const { mechanism, condition, answer, on, source } = args;
  if (shownOf(seen, mechanism) === undefined) return no('not_there');
  if (!isGeneral(condition)) return no('malformed', { path: 'condition', problem: 'wrong' });
  if (on > seen.today) return no('malformed', { path: 'on', problem: 'wrong' });
  const told = { mechanism, condition, answer, on, source: source.trim() };
  return { type: 'act', act: { command: 'noteTold', told }, answer: null };
}

/** The act that confirms what the person reads, and nothing else. */
export function wantConfirmation({ state }: Seen, { proposal }: Args<'confirmChange'>): Wanted<null> {
  const now = state.proposals.get(proposal);
  if (now === undefined) return no('not_there');
  return { type: 'act', act: { command: 'confirmChange', proposal, seen: contentOf(now) }, answer: null };
}

function readLocal(
  typed: unknown,
  id: string,
  source: string,
): { readonly entry: Json } | Extract<Wanted<Proposed>, { readonly type: 'answer' }> {
  const given = typeof typed === 'object' && typed !== null ? typed : {};
  const filled = { sources: [source.trim()], mended: [], ...given, id, checked: null };
  const read = validate([filled]);
  if (!read.ok) return { type: 'answer', answer: { type: 'flaws', flaws: read.flaws } };
  return { entry: read.mechanisms[0] as unknown as Json };
}

const put = (entry: Mechanism, field: string, value: unknown): Mechanism =>
  isField(field) ? withField(entry, field, value as Json) : entry;

/** Without who checked it: that is an act of its own, and laid over the entry. */
const unchecked = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null ? { ...entry, checked: null } : entry;

const same = (one: unknown, other: unknown): boolean =>
  canonical((one ?? null) as Json) === canonical((other ?? null) as Json);
