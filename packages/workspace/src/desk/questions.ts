import type { FormPlace } from '@leeward/domain/organisation/placed-forms.ts';
import { canKeepForm, canKeepLargeForm, canPlaceForm } from '@leeward/domain/organisation/rules.ts';
import { writeTeamMessage } from '@leeward/domain/request/reply.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { readForm, writeForm } from '@leeward/forms';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { Answer, Failure } from './contract.ts';
import type { DoorView } from './door-contract.ts';
import { hasDoorSettings, proposedQuestionnaires, proposeQuestions } from './door-settings.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { keptForm, packForm, quotedForm, quotedPart } from './kept-forms.ts';
import type { PlacedQuestions, QuestionsView } from './questions-contract.ts';
import { appendToOrganisation } from './rotation.ts';

/** Every form of the organisation, and which of them stand at the door. */
export async function questionsView(engine: Engine): Promise<QuestionsView> {
  const { forms } = organisationNow(engine);
  const found = await Promise.all(
    // Large ones are fetched one by one where they are needed.
    forms
      .filter(({ parts }) => parts === undefined)
      .map(async ({ form, by, claimedTime }) => {
        const kept = await keptForm(engine, form);
        return kept === null ? [] : [{ ...kept, by, since: claimedTime }];
      }),
  );
  return { forms: found.flat(), atDoor: await proposedQuestionnaires(engine) };
}

/**
 * Keeps forms in the organisation's log, so that what is answered to them stays readable for ever, and proposes door
 * settings that name them by hash. As with all settings, two administrators sign before the door shows them (rule 17).
 */
export async function publishQuestions(
  engine: Engine,
  texts: readonly string[],
  doorOrigin: string,
): Promise<Answer<DoorView>> {
  const hashes: Bytes[] = [];
  for (const text of texts) {
    const refused = refusedAtDoor(text);
    if (refused !== null) return refused;
  }
  if (!(await hasDoorSettings(engine))) return { ok: false, error: { code: 'not-here' } };
  for (const text of texts) {
    const read = readForm(text);
    const bytes = utf8(text);
    if (!read.ok || writeForm(read.value.form) !== text)
      return { ok: false, error: { code: 'refused', refusal: refusal('malformed', { path: 'form' }) } };
    if (bytes.length > limits.questionnaire)
      return { ok: false, error: { code: 'too-long', limit: limits.questionnaire, length: bytes.length } };
    const kept = await keepForm(engine, bytes);
    if (!kept.ok) return kept;
    hashes.push(kept.value);
  }
  return proposeQuestions(engine, hashes, doorOrigin);
}

/** Whoever reads a request or a conversation reads every answer in it: nothing there can be for fewer people. */
function refusedAtDoor(text: string): { readonly ok: false; readonly error: Failure } | null {
  const read = readForm(text);
  if (!read.ok) return null;
  const { nodes } = read.value;
  const no = (code: 'not_at_door' | 'no_files_at_door') =>
    ({ ok: false, error: { code: 'refused', refusal: refusal(code) } }) as const;
  if (nodes.some(({ audience }) => audience !== null)) return no('not_at_door');
  // She adds files to what she writes, by the door's own way; answers to questions hold none.
  return nodes.some(({ question }) => question.type === 'file') ? no('no_files_at_door') : null;
}

/** What one reply to her holds for sure: the sealed item stands in an entry next to what says that it was sent. */
const MOST_TO_SEND = 40 * 1024;

/** Questions for her, as the outbox keeps them; refused before anything is kept where they are not here, or too long. */
export async function questionsToSend(
  engine: Engine,
  record: string,
  form: string,
  text: string,
): Promise<Answer<{ record: string; command: string; args: Readonly<Record<string, string>> }>> {
  const kept = await keptForm(engine, form);
  if (kept === null) return { ok: false, error: { code: 'not-here' } };
  const refused = refusedAtDoor(kept.text);
  if (refused !== null) return refused;
  const { length } = utf8(writeTeamMessage({ type: 'questions', v: 1, text, form: kept.text }));
  if (length > MOST_TO_SEND) return { ok: false, error: { code: 'too-long', limit: MOST_TO_SEND, length } };
  return { ok: true, value: { record, command: 'sendQuestions', args: { form, text } } };
}

/** What one quoted part of a large form may hold: an entry has room for little more. */
const PART = 48 * 1024;

/** Keeps a form of any size that the engine reads. */
async function keepAnyForm(engine: Engine, bytes: Bytes): Promise<Answer<Bytes>> {
  if (bytes.length <= limits.questionnaire) return keepForm(engine, bytes);
  const hash = await sha256(bytes);
  if ((await keptForm(engine, toHex(hash))) !== null) return { ok: true, value: hash };
  const packed = await packForm(bytes);
  const parts: string[] = [];
  for (let at = 0; at < packed.length; at += PART) {
    const part = packed.slice(at, at + PART);
    parts.push(toHex(await sha256(part)));
    const kept = await appended(engine, async () =>
      (await quotedPart(engine, parts.at(-1) ?? '')) === null ? { events: [], quoted: [part] } : null,
    );
    if (!kept.ok) return kept;
  }
  const allowed = canKeepLargeForm(organisationNow(engine), actorOf(engine), toHex(hash), parts);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const kept = await appended(engine, async () =>
    (await keptForm(engine, toHex(hash))) === null ? { events: allowed.value, quoted: [] } : null,
  );
  return kept.ok ? { ok: true, value: hash } : kept;
}

/** Asks a form in a place of every file, or asks it there no more. */
export async function placeQuestions(
  engine: Engine,
  { text, place, offered }: { readonly text: string; readonly place: FormPlace; readonly offered: boolean },
): Promise<Answer<null>> {
  const read = readForm(text);
  if (!read.ok || writeForm(read.value.form) !== text)
    return { ok: false, error: { code: 'refused', refusal: refusal('malformed', { path: 'form' }) } };
  const kept = await keepAnyForm(engine, utf8(text));
  if (!kept.ok) return kept;
  const form = toHex(kept.value);
  const allowed = canPlaceForm(organisationNow(engine), actorOf(engine), { form, place, offered });
  if (!allowed.ok)
    return allowed.error.code === 'no_change'
      ? { ok: true, value: null }
      : { ok: false, error: { code: 'refused', refusal: allowed.error } };
  return appended(engine, async () => {
    const { placedForms } = organisationNow(engine);
    if ((placedForms.get(place)?.includes(form) === true) === offered) return null;
    return { events: allowed.value, quoted: [] };
  });
}

/** The forms that are asked in files, with their titles; their text is fetched one by one. */
export async function placedQuestions(engine: Engine): Promise<readonly PlacedQuestions[]> {
  const found: PlacedQuestions[] = [];
  for (const [place, forms] of organisationNow(engine).placedForms)
    for (const form of forms) {
      const kept = await keptForm(engine, form);
      const read = kept === null ? null : readForm(kept.text);
      if (read?.ok !== true) continue;
      const { name, title, languages } = read.value.form;
      found.push({ place, form, name, title, languages });
    }
  return found;
}

type Wanted = { readonly events: readonly unknown[]; readonly quoted: readonly Bytes[] };

/** Writes into the organisation's log what is still wanted when its turn comes. */
export async function appended(engine: Engine, make: () => Promise<Wanted | null>): Promise<Answer<null>> {
  const outcome = await appendToOrganisation(engine, async () => {
    const wanted = await make();
    if (wanted === null) return null;
    const heartbeat = { type: 'heartbeat' as const, time: Math.floor(engine.now() / 1000) };
    return { operations: [heartbeat], ...wanted };
  });
  if (outcome === 'offline') return { ok: false, error: { code: 'offline' } };
  if (outcome === 'refused')
    return { ok: false, error: { code: 'writing-stopped', alert: 'organisationFork' } };
  return { ok: true, value: null };
}

async function keepForm(engine: Engine, bytes: Bytes): Promise<Answer<Bytes>> {
  const hash = await sha256(bytes);
  const form = toHex(hash);
  if ((await keptForm(engine, form)) !== null) return { ok: true, value: hash };
  const allowed = canKeepForm(organisationNow(engine), actorOf(engine), form);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const kept = await appended(engine, async () =>
    (await quotedForm(engine, form)) === null ? { events: allowed.value, quoted: [bytes] } : null,
  );
  return kept.ok ? { ok: true, value: hash } : kept;
}
