import type { CaseEvent } from '@leeward/domain/case/events.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import { canShare } from '@leeward/domain/consent/share.ts';
import { groupsIn } from '@leeward/domain/copy/choose.ts';
import { contentOf } from '@leeward/domain/copy/content.ts';
import { refusal } from '@leeward/domain/shared/refusal.ts';
import { randomBytes, toHex, utf8 } from '@leeward/sealed-log/crypto/bytes.ts';
import { sha256 } from '@leeward/sealed-log/crypto/hash.ts';
import { writeContainer } from '../copy/container.ts';
import type { CopyCommands } from '../copy/contract.ts';
import { actOnCase, withOwnActs } from './case-acts.ts';
import type { Answer } from './contract.ts';
import { answersInWords, withoutSealed } from './copy-answers.ts';
import type { Engine } from './engine.ts';
import { organisationNow, orgOf } from './engine.ts';
import { openRecord } from './records.ts';
import type { Handlers } from './rpc.ts';
import { saidFirst } from './said-first.ts';
import { voicesIn } from './voices.ts';

/* A copy of a case for somebody: asked for with a reason, held against her consent, written down, then given out. */

type Tools = {
  readonly opened: <T>(work: (engine: Engine, sync: () => void) => Promise<Answer<T>>) => Promise<Answer<T>>;
  readonly inOrder: <T>(work: () => Promise<T>) => Promise<T>;
};

const no = (code: Parameters<typeof refusal>[0]): Answer<never> => ({
  ok: false,
  error: { code: 'refused', refusal: refusal(code) },
});

export function copyHandlers({ opened, inOrder }: Tools): Pick<Handlers, keyof CopyCommands> {
  return {
    takeCopy: (asked) =>
      opened(async (engine, sync): Promise<Answer<CopyCommands['takeCopy'][1]>> => {
        const view = await openRecord(engine, asked.record);
        if (view.folded.kind !== 'case') return { ok: false, error: { code: 'not-here' } };
        if (asked.parts.length === 0) return no('malformed');
        const state = await withoutSealed(engine, withOwnActs(engine, view, view.folded.state));
        const id = toHex(randomBytes(16));
        const shared = await sharingOf(engine, state, id, asked);
        if (shared === null) return no('no_consent');
        const container = await writeContainer(
          await textOf(engine, state, asked),
          orgOf(engine),
          engine.keys.device,
        );
        const bytes = asked.format === 'age' ? await sealed(container, asked.passphrase) : utf8(container);
        const taken: CaseEvent = {
          type: 'CaseCopyTaken',
          v: 1,
          id,
          parts: asked.parts,
          format: asked.format,
          reason: asked.reason.trim(),
          recipient: asked.use?.recipient ?? '',
          hash: toHex(await sha256(bytes)),
        };
        const item = { record: asked.record, command: actOnCase, args: { events: [taken, ...shared] } };
        const said = await saidFirst(engine, item, sync, inOrder);
        if (!said.ok) return said;
        // Nothing about her in the name: files lie about on desks.
        const name = `file-${new Date(engine.now()).toISOString().slice(0, 10)}.${asked.format === 'age' ? 'age' : 'json'}`;
        const given = asked.format === 'print' ? null : (bytes.slice().buffer as ArrayBuffer);
        return { ok: true, value: { name, bytes: given } };
      }),
  };
}

type Asked = CopyCommands['takeCopy'][0];

/** That facts about her go out, and on which consents that rests; empty within the organisation; null where nothing covers it. */
async function sharingOf(
  engine: Engine,
  state: CaseState,
  id: string,
  { use, parts, reason }: Asked,
): Promise<readonly CaseEvent[] | null> {
  if (use === null) return [];
  const today = new Date(engine.now()).toISOString().slice(0, 10);
  const whole = { ...use, fields: groupsIn(parts) };
  const may = canShare(await voicesIn(engine, state), whole, { id, what: reason, act: 'export' }, today);
  return may.ok ? may.value : null;
}

async function textOf(engine: Engine, state: CaseState, { parts, reason, use }: Asked): Promise<string> {
  const organisation = organisationNow(engine);
  const nameOf = (member: string): string => organisation.members.get(member)?.name ?? member;
  const copy = {
    organisation: organisation.name,
    taken: new Date(engine.now()).toISOString(),
    by: nameOf(toHex(engine.keys.member.id)),
    reason,
    recipient: use?.recipient ?? null,
    parts,
    content: {
      ...contentOf(state, parts, nameOf),
      // With the words that were asked: a copy is read without Leeward.
      ...(parts.includes('answers') ? { answersInWords: await answersInWords(engine, state, nameOf) } : {}),
    },
  };
  return JSON.stringify(copy, null, 1);
}

async function sealed(text: string, passphrase: string) {
  // Fetched when somebody asks for it: most copies are read on paper.
  const { sealCopy } = await import('../door/seal-copy.ts');
  return sealCopy(text, passphrase);
}
