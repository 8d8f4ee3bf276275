import type { CompiledForm } from '@leeward/forms/door.ts';
import { readForm } from '@leeward/forms/door.ts';
import type { DoorClient } from '@leeward/workspace/door/client.ts';
import type { Door } from '@leeward/workspace/door/open-door.ts';
import { fetchQuestionnaires } from '@leeward/workspace/door/questionnaires.ts';

/** A form that may be asked: its hash, and what it says. */
export type AskedForm = { readonly form: string; readonly compiled: CompiledForm };

/** Why the team's questions are not shown. She goes on without them. */
export type QuestionsProblem = 'late' | 'changed' | 'unreadable';

const fetched = new WeakMap<Door, readonly AskedForm[]>();

/** The organisation's questions, fetched once for each door and held against their hashes. */
export async function loadQuestions(
  door: Door,
  client: Pick<DoorClient, 'questionnaire'>,
): Promise<readonly AskedForm[] | QuestionsProblem> {
  const known = fetched.get(door);
  if (known !== undefined) return known;
  const served = await fetchQuestionnaires(door, client);
  if (!served.ok) return served.error.code === 'relay' ? 'late' : 'changed';
  // Signed by the administrators, and yet no form that this page can read: left out, as a page that is too old would.
  const forms = served.value.flatMap(({ form, text }): readonly AskedForm[] => {
    const read = readForm(text);
    return read.ok ? [{ form, compiled: read.value }] : [];
  });
  if (forms.length === 0) return 'unreadable';
  fetched.set(door, forms);
  return forms;
}
