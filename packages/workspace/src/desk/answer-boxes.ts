import {
  type AnswersEvent,
  type AnswersItemEvent,
  type AnswersSealed,
  type AnswerValue,
  formField,
  isBoxed,
  type PlainAnswer,
  type SealedBox,
} from '@leeward/domain/answers/events.ts';
import { formOf } from '@leeward/domain/answers/state.ts';
import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Written } from '@leeward/domain/shared/field.ts';
import { type Refusal, refusal } from '@leeward/domain/shared/refusal.ts';
import { err, ok, type Result } from '@leeward/domain/shared/result.ts';
import { type CompiledForm, readFileAnswer, readForm } from '@leeward/forms';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { equal, fromBase64url, fromHex, toBase64url, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { type BoxPlace, openTeamBox, sealTeamBox, teamsOfBox } from '@leeward/sealed-log/keys/team-box.ts';
import { teamSecret } from '@leeward/sealed-log/log/keyring.ts';
import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import { boxedFile, fromBoxedFile, rememberFile } from './answer-files.ts';
import type { Engine } from './engine.ts';
import { organisationNow, orgOf } from './engine.ts';
import { keptForm } from './kept-forms.ts';

/*
 * Answers that a form keeps for some teams lie in boxes inside the case (packages/sealed-log/src/keys/team-box.ts). They
 * are put in here, when an act is written and by the form that the organisation keeps: no screen can forget it.
 */

/** The reference to a file by its blob; null where this device has none. */
export type FileOf = (blob: string) => Promise<BlobReference | null>;

/** What a box says: a value for each path. */
type Content = { readonly [path: string]: PlainAnswer };

/** The events with every answer in a box that its form keeps for some teams. Refused where that cannot be done. */
export async function withSealedAnswers(
  engine: Engine,
  record: Bytes,
  state: CaseState,
  events: readonly CaseEvent[],
  fileOf: FileOf,
): Promise<Result<readonly CaseEvent[], Refusal>> {
  const written: CaseEvent[] = [];
  for (const event of events) {
    // A box is made here and nowhere else: whoever copies another one knows not what she writes.
    if (event.type === 'AnswersSealed')
      return err(refusal('malformed', { path: 'boxes', problem: 'unexpected' }));
    if (event.type !== 'AnswersKept') {
      written.push(event);
      continue;
    }
    const known = state.parts.answers.get(event.id);
    const begun = events.find(
      (one): one is typeof event =>
        one.type === 'AnswersKept' && one.id === event.id && one.set[formField] !== undefined,
    );
    const form = known === undefined ? String(begun?.set[formField] ?? '') : formOf(known);
    const compiled = await compiledForm(engine, form);
    // Without the form nobody knows what must not be seen: nothing is written rather than too much.
    if (compiled === null) return err(refusal('not_there'));
    const sealed = await inBoxes(engine, record, compiled, event, fileOf);
    if (!sealed.ok) return sealed;
    written.push(sealed.value);
  }
  return ok(written);
}

/** Forms that were understood already, by hash: a form never changes. */
const compiledForms = new WeakMap<Engine, Map<string, CompiledForm>>();

/** A form that the organisation keeps, understood; null where it is not here. */
export async function compiledForm(engine: Engine, form: string): Promise<CompiledForm | null> {
  const known = compiledForms.get(engine) ?? new Map<string, CompiledForm>();
  compiledForms.set(engine, known);
  const found = known.get(form);
  if (found !== undefined) return found;
  const kept = await keptForm(engine, form);
  const read = kept === null ? null : readForm(kept.text);
  if (read?.ok !== true) return null;
  known.set(form, read.value);
  return read.value;
}

/** The question that a path leads to; null for a turn of a repeat, of which nobody makes a secret. */
export function audienceOf(
  { nodes, byName }: CompiledForm,
  path: string,
  value: AnswerValue,
): readonly string[] | null {
  if (value === true) return null;
  const steps = path.split('/');
  // `children/0a1b2c3d` is a turn: taken out, it says no more than that it was there.
  if (steps.length % 2 === 0) return null;
  return nodes[byName.get(steps.at(-1) ?? '') ?? -1]?.audience ?? null;
}

async function inBoxes(
  engine: Engine,
  record: Bytes,
  compiled: CompiledForm,
  event: Extract<AnswersItemEvent, { readonly type: 'AnswersKept' }>,
  fileOf: FileOf,
): Promise<Result<AnswersEvent, Refusal>> {
  const contents = new Map<
    string,
    { readonly teams: readonly string[]; readonly content: Record<string, PlainAnswer> }
  >();
  const set: { [path: string]: AnswersSealed['set'][string] } = {};
  for (const [path, value] of Object.entries(event.set)) {
    // A box is made here and nowhere else.
    if (value === undefined || isBoxed(value))
      return err(refusal('malformed', { path: `set.${path}`.slice(0, 200), problem: 'unexpected' }));
    const audience = audienceOf(compiled, path, value);
    const teams = audience === null ? null : withoutEnded(engine, audience);
    if (teams === null) {
      set[path] = value;
      continue;
    }
    const key = [...teams].sort().join(' ');
    const lot = contents.get(key) ?? { teams, content: {} };
    const file = readFileAnswer(value);
    const reference = file === null ? null : await fileOf(file.blob);
    // A name without its key would be an answer that nobody can open.
    if (file !== null && reference === null) return err(refusal('not_there'));
    lot.content[path] = reference === null ? value : boxedFile(reference);
    contents.set(key, lot);
    set[path] = { box: [...contents.keys()].indexOf(key) };
  }
  if (contents.size === 0) return ok(event);
  const place = placeOf(engine, record, event.id, engine.keys.member.id);
  if (place === null) return err(refusal('malformed', { path: 'id', problem: 'wrong' }));
  const boxes: SealedBox[] = [];
  for (const { teams, content } of contents.values()) {
    const box = await sealTeamBox(
      engine.organisation.skeleton,
      place,
      teams,
      utf8(JSON.stringify(content satisfies Content)),
    );
    if (!box.ok) return err(refusal(box.error === 'too-long' ? 'malformed' : 'team_changes'));
    boxes.push({ for: teams, sealed: toBase64url(box.value) });
  }
  const { id, replaces } = event;
  return ok({
    type: 'AnswersSealed',
    v: 1,
    id,
    set,
    replaces: replaces as AnswersSealed['replaces'],
    boxes,
  });
}

/**
 * Nothing new is sealed for a team that was ended, where another one can open it. Where none can, it still is: an answer
 * must neither be lost nor be read by more people than its question says.
 */
function withoutEnded(engine: Engine, audience: readonly string[]): readonly string[] {
  const { teams } = organisationNow(engine);
  const live = audience.filter((team) => (teams.get(team)?.ended ?? null) === null);
  return live.length === 0 ? audience : live;
}

function placeOf(engine: Engine, record: Bytes, sheet: string, author: Bytes): BoxPlace | null {
  const subject = fromHex(sheet);
  return subject.ok ? { org: orgOf(engine), record, subject: subject.value, author } : null;
}

/** Answers out of boxes, by the event that wrote them: `entry` and `index` with a `:` between, then by path. */
export type OpenedAnswers = { readonly [written: string]: Content };

/** Opens what this person can open of one filled-in form. */
export async function openedAnswers(
  engine: Engine,
  record: Bytes,
  state: CaseState,
  sheet: string,
): Promise<OpenedAnswers> {
  const found: { [written: string]: Content } = {};
  const item = state.parts.answers.get(sheet);
  for (const field of Object.values(item?.fields ?? {}))
    for (const written of field ?? []) {
      if (!isBoxed(written.value)) continue;
      const key = `${written.at.entry}:${written.at.index}`;
      // One event may have several boxes, each with its own paths.
      const known = found[key] ?? {};
      found[key] = { ...known, ...(await openedBox(engine, record, sheet, written, written.value)) };
    }
  return found;
}

/** Boxes that were opened or found closed already; the worker ends when the desk is locked. */
const opened = new WeakMap<Engine, Map<string, Content>>();
const mostRemembered = 500;

async function openedBox(
  engine: Engine,
  record: Bytes,
  sheet: string,
  { by }: Written<AnswerValue>,
  { for: teams, sealed }: SealedBox,
): Promise<Content> {
  const boxes = opened.get(engine) ?? new Map<string, Content>();
  opened.set(engine, boxes);
  const known = boxes.get(sealed);
  if (known !== undefined) return known;
  const bytes = fromBase64url(sealed);
  const author = fromHex(by);
  const place = author.ok ? placeOf(engine, record, sheet, author.value) : null;
  if (!bytes.ok || place === null || !isFor(bytes.value, teams)) return {};
  const { keyring } = engine.organisation;
  const content = await openTeamBox(
    ({ team, generation }) => teamSecret(keyring, team, generation),
    place,
    bytes.value,
  );
  if (content === null) return {};
  const read = withoutKeys(engine, contentIn(content));
  if (boxes.size < mostRemembered) boxes.set(sealed, read);
  return read;
}

/** Whether a box is for the teams that its event names: a screen must not say less than is true. */
function isFor(box: Bytes, teams: readonly string[]): boolean {
  const inside = teamsOfBox(box);
  if (inside === null || inside.length !== teams.length) return false;
  return inside.every((team) =>
    teams.some((named) => {
      const id = fromHex(named);
      return id.ok && equal(id.value, team);
    }),
  );
}

/** The content as the page may see it: keys of files stay here. */
function withoutKeys(engine: Engine, content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).map(([path, value]) => {
      const file = fromBoxedFile(value);
      if (file === null) return [path, value];
      rememberFile(engine, file.reference);
      return [path, file.value];
    }),
  );
}

function contentIn(bytes: Bytes): Content {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {};
    return Object.fromEntries(
      Object.entries(read as Readonly<Record<string, unknown>>).filter(
        (entry): entry is [string, PlainAnswer] => isPlain(entry[1]),
      ),
    );
  } catch {
    return {};
  }
}

const isPlain = (value: unknown): value is PlainAnswer =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));
