import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import type { Result } from '@leeward/sealed-log/crypto/result.ts';
import { err, ok } from '@leeward/sealed-log/crypto/result.ts';
import type { DoorCalls } from '../transport/door-calls.ts';
import type { RelayProblem } from '../transport/problem.ts';
import type { Door } from './open-door.ts';

/** A questionnaire that is what the signed settings name: its hash, and its text. Nothing of it has been read yet. */
export type Questionnaire = { readonly form: string; readonly text: string };

export type QuestionnaireProblem =
  | { readonly code: 'relay'; readonly problem: RelayProblem }
  /** The relay served something else than what the administrators signed (rule 17): nothing of it is shown. */
  | { readonly code: 'not-theirs' };

/** How many the door asks for; without any, nothing is fetched at all. */
export const hasQuestionnaires = (door: Door): boolean => door.settings.questionnaires.length > 0;

/**
 * Fetches the organisation's own questions, and holds each against the hash in the settings that two administrators
 * signed: a relay can keep them back, and can neither swap, cut nor bring back older ones. All of them, or none.
 */
export async function fetchQuestionnaires(
  door: Door,
  client: Pick<DoorCalls, 'questionnaire'>,
  signal?: AbortSignal,
): Promise<Result<readonly Questionnaire[], QuestionnaireProblem>> {
  const found: Questionnaire[] = [];
  for (const hash of door.settings.questionnaires) {
    const served = await client.questionnaire(door.org, hash, signal);
    if (!served.ok) return err({ code: 'relay', problem: served.error });
    if (!equal(await sha256(served.value), hash)) return err({ code: 'not-theirs' });
    found.push({ form: toHex(hash), text: new TextDecoder().decode(served.value) });
  }
  return ok(found);
}

/** The hash by which a form is known, from its text: of questions that the team has put into a message of its own. */
export async function formHash(text: string): Promise<string> {
  return toHex(await sha256(new TextEncoder().encode(text)));
}
