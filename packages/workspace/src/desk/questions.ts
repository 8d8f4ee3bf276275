import { canKeepForm } from '@leeward/domain/organisation/rules.ts';
import { writeTeamMessage } from '@leeward/domain/request/reply.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { readForm, writeForm } from '@leeward/forms';
import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import { toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { limits } from '@leeward/sealed-log/wire/limits.ts';
import type { Answer, DoorView, QuestionsView } from './contract.ts';
import { hasDoorSettings, proposedQuestionnaires, proposeQuestions } from './door-settings.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { keptForm, quotedForm } from './kept-forms.ts';
import { appendToOrganisation } from './rotation.ts';

/** Every form of the organisation, and which of them stand at the door. */
export async function questionsView(engine: Engine): Promise<QuestionsView> {
  const { forms } = organisationNow(engine);
  const found = await Promise.all(
    forms.map(async ({ form, by, claimedTime }) => {
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
  if (!(await hasDoorSettings(engine))) return { ok: false, error: { code: 'not-here' } };
  const hashes: Bytes[] = [];
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
  const { length } = utf8(writeTeamMessage({ type: 'questions', v: 1, text, form: kept.text }));
  if (length > MOST_TO_SEND) return { ok: false, error: { code: 'too-long', limit: MOST_TO_SEND, length } };
  return { ok: true, value: { record, command: 'sendQuestions', args: { form, text } } };
}

async function keepForm(engine: Engine, bytes: Bytes): Promise<Answer<Bytes>> {
  const hash = await sha256(bytes);
  const form = toHex(hash);
  if ((await keptForm(engine, form)) !== null) return { ok: true, value: hash };
  const allowed = canKeepForm(organisationNow(engine), actorOf(engine), form);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  const outcome = await appendToOrganisation(engine, async () => {
    if ((await quotedForm(engine, form)) !== null) return null;
    const heartbeat = { type: 'heartbeat' as const, time: Math.floor(engine.now() / 1000) };
    return { operations: [heartbeat], events: allowed.value, quoted: [bytes] };
  });
  if (outcome === 'offline') return { ok: false, error: { code: 'offline' } };
  if (outcome === 'refused')
    return { ok: false, error: { code: 'writing-stopped', alert: 'organisationFork' } };
  return { ok: true, value: hash };
}
