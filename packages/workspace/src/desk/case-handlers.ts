import { type CaseState, caseNoun } from '@leeward/domain/case/state.ts';
import type { DocumentEvent, DocumentValues } from '@leeward/domain/document/events.ts';
import { isGraphic } from '@leeward/domain/document/state.ts';
import { nearKeptAway } from '@leeward/domain/people/circles.ts';
import { canOffer, canTakeOver } from '@leeward/domain/responsibility/rules.ts';
import { propose } from '@leeward/domain/shared/fold.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { randomBytes, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { actOnCase, withOwnActs } from './case-acts.ts';
import type { CaseCommands } from './case-contract.ts';
import type { Answer } from './contract.ts';
import type { Engine } from './engine.ts';
import { actorOf, organisationNow } from './engine.ts';
import { uploadFiles } from './files.ts';
import { keep, type NewItem } from './outbox.ts';
import { openRecord } from './records.ts';
import { filesOf, noteOf } from './replies.ts';
import type { RequestTools } from './request-handlers.ts';
import type { Handlers } from './rpc.ts';

/** Answers the commands of `case-contract.ts`. */
export function caseHandlers({
  act,
  given,
  opened,
  inOrder,
}: RequestTools): Pick<Handlers, keyof CaseCommands> {
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
    handOverCases: ({ records, to }) =>
      opened(async (engine, sync) => {
        const { items, refused } = await handOverItems(engine, records, to);
        await inOrder(() => keep(engine, items));
        engine.announce('cases', ...items.map(({ record }) => `record:${record}` as const));
        sync();
        return { ok: true, value: { done: items.length, refused } };
      }),
  };
}

/** One act for each case that may change hands: an offer to a colleague, or (null) whoever acts takes it over. */
export async function handOverItems(
  engine: Engine,
  records: readonly string[],
  to: string | null,
): Promise<{ readonly items: readonly NewItem[]; readonly refused: readonly string[] }> {
  const items: NewItem[] = [];
  const refused: string[] = [];
  for (const record of new Set(records)) {
    const view = await openRecord(engine, record);
    const actor = actorOf(engine);
    if (view.folded.kind !== 'case') {
      refused.push(record);
      continue;
    }
    const state = withOwnActs(engine, view, view.folded.state);
    // By her name she is one of those who must not learn of it: such a case is handed over by itself, by whoever looked.
    if (to !== null && isKeptAway(engine, state, to)) {
      refused.push(record);
      continue;
    }
    const allowed =
      to === null
        ? canTakeOver(state, actor)
        : canOffer(state, actor, { transfer: toHex(randomBytes(16)), to, note: null });
    if (allowed.ok) items.push({ record, command: actOnCase, args: { events: allowed.value } });
    // Whoever has it already is not offered it: that is no failure.
    else if (allowed.error.code !== 'no_change') refused.push(record);
  }
  return { items, refused };
}

/** Whether a colleague's name surely means somebody from whom the case is to be kept. */
function isKeptAway(engine: Engine, { parts }: CaseState, member: string): boolean {
  const name = organisationNow(engine).members.get(member)?.name ?? '';
  return nearKeptAway(parts.people, [name]).some(({ grade }) => grade === 'sure');
}

/** Uploads a document, sealed, for whoever reads the case; gives what the outbox keeps of it. */
export async function documentItem(
  engine: Engine,
  { record, id, values, file }: CaseCommands['keepDocument'][0],
): Promise<Answer<NewItem>> {
  return writtenWith(engine, record, id, file, values);
}

/**
 * A copy on which something was blacked out, of a document or of an answer that everybody reads who reads the case: a
 * document of its own that names what it was made from. Of an answer for some teams no copy is kept, because the other
 * readers of the case would see it.
 */
export async function documentCopyItem(
  engine: Engine,
  record: string,
  of: { readonly blob: string; readonly hash: string },
  file: File,
): Promise<Answer<NewItem>> {
  const view = await openRecord(engine, record);
  if (view.folded.kind !== 'case' || !view.blobs.has(of.blob))
    return { ok: false, error: { code: 'not-here' } };
  const original = [...view.folded.state.parts.documents.values()].find((document) =>
    (document.fields.file ?? []).some(({ value }) => value.blob === of.blob && value.hash === of.hash),
  );
  const values = {
    title: file.name.replace(/\.[^.]*$/, ''),
    kind: original === undefined ? null : (valueIn(original, 'kind') ?? null),
    about: original === undefined ? null : (valueIn(original, 'about') ?? null),
    // What is left in the copy may hurt as much: whoever made it can say otherwise.
    graphic: original !== undefined && isGraphic(original),
    shows: original === undefined ? '' : (valueIn(original, 'shows') ?? ''),
    madeFrom: { blob: of.blob, hash: of.hash },
  };
  return writtenWith(engine, record, toHex(randomBytes(16)), file, values);
}

/** Uploads a document's file, sealed; gives what the outbox keeps of both. */
async function writtenWith(
  engine: Engine,
  record: string,
  id: string,
  file: File,
  values: Partial<DocumentValues>,
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
