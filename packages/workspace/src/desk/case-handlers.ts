import { caseNoun } from '@leeward/domain/case/state.ts';
import type { DocumentEvent } from '@leeward/domain/document/events.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { actOnCase } from './case-acts.ts';
import type { CaseCommands } from './case-contract.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf } from './engine.ts';
import { uploadFiles } from './files.ts';
import type { NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import { filesOf, noteOf } from './replies.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';

/** Answers the commands of `case-contract.ts`. */
export function caseHandlers({ act, given }: RequestTools): Pick<Handlers, keyof CaseCommands> {
  return {
    keepDocument: (document) =>
      given(
        document.form,
        document.record,
        act(async (engine) => {
          const item = await documentItem(engine, document);
          return item.ok ? { ok: true, value: [item.value] } : item;
        }),
      ),
  };
}

/** Uploads a document, sealed, for whoever reads the case; gives what the outbox keeps of it. */
export async function documentItem(
  engine: Engine,
  { record, id, values, file }: CaseCommands['keepDocument'][0],
): Promise<Answer<NewItem>> {
  const { folded } = await openRecord(engine, record);
  if (folded.kind !== 'case') return { ok: false, error: { code: 'not-here' } };
  const uploaded = await uploadFiles(engine, null, [file]);
  if (!uploaded.ok) return uploaded;
  const [reference] = filesOf({ files: uploaded.value.files });
  if (reference === undefined) return { ok: false, error: { code: 'broken-file' } };
  const event: DocumentEvent = {
    type: 'DocumentKept',
    v: 1,
    id,
    set: { ...values, file: noteOf(reference) },
    replaces: {},
  };
  const allowed = propose(caseNoun, folded.state, actorOf(engine), [event]);
  if (!allowed.ok) return { ok: false, error: { code: 'refused', refusal: allowed.error } };
  return { ok: true, value: { record, command: actOnCase, args: { events: [event], ...uploaded.value } } };
}
