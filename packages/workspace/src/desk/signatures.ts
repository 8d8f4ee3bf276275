import type { Bytes } from '@leeward/sealed-log/crypto/bytes.ts';
import type { SignedMessage } from '@leeward/sealed-log/crypto/ed25519.ts';
import { verifyMany } from '@leeward/sealed-log/crypto/ed25519.ts';
import type { Given } from '@leeward/sealed-log/log/chain.ts';
import { signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import type { ReadEntry } from '@leeward/sealed-log/wire/verify.ts';
import { signatureHolds } from '@leeward/sealed-log/wire/verify.ts';

/*
 * Signatures of many entries, judged beside the session by a second worker: while the session opens and folds some
 * entries, another core judges the next. Only public things go there (who signed, what, and the signature), and only
 * yes or no comes back.
 */

/** Judges signatures beside the session. */
export type Signatures = {
  /** Begins to judge the entries; the verdicts are in their order. */
  readonly judge: (entries: readonly ReadEntry[]) => readonly Promise<boolean>[];
};

/** What a worker, or one end of a message channel, can do. */
export type SignaturePort = {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: MessageEvent) => void): void;
};

type Question = { readonly id: number; readonly packed: Bytes };
type Verdicts = { readonly id: number; readonly verdicts: readonly boolean[] };

/** Entries in one message: enough to be worth it, few enough that the first verdicts come soon. */
const atOnce = 128;
const headLength = 32 + 64 + 4;

/** Talks to a worker in which `serveSignatures` runs. Should it fail, the session judges by itself. */
export function connectSignatures(port: SignaturePort): Signatures {
  const waiting = new Map<number, (verdicts: readonly boolean[] | null) => void>();
  let broken = false;
  let last = 0;
  const give = (id: number, verdicts: readonly boolean[] | null): void => {
    waiting.get(id)?.(verdicts);
    waiting.delete(id);
  };
  const fail = (): void => {
    broken = true;
    for (const id of [...waiting.keys()]) give(id, null);
  };
  port.addEventListener('message', ({ data }: MessageEvent<Verdicts>) => give(data.id, data.verdicts));
  port.addEventListener('error', fail);
  port.addEventListener('messageerror', fail);
  const ask = (entries: readonly ReadEntry[]): Promise<readonly boolean[] | null> => {
    if (broken) return Promise.resolve(null);
    last += 1;
    const question: Question = { id: last, packed: pack(entries) };
    return new Promise((resolve) => {
      waiting.set(question.id, resolve);
      port.postMessage(question, [question.packed.buffer]);
    });
  };
  return {
    judge: (entries) => {
      const verdicts: Promise<boolean>[] = [];
      for (let from = 0; from < entries.length; from += atOnce) {
        const some = entries.slice(from, from + atOnce);
        const asked = ask(some);
        for (const [index, entry] of some.entries())
          verdicts.push(asked.then((answer) => answer?.[index] ?? signatureHolds(entry)));
      }
      return verdicts;
    },
  };
}

/** Fewer entries than this are judged where they are. */
const worthIt = 64;

/** The same lists, in which each entry knows of a verdict on its way. What is no entry stays as it is. */
export function withVerdicts<One extends Given>(
  signatures: Signatures | null,
  lists: readonly (readonly One[])[],
): readonly (readonly One[])[] {
  const entries = lists.flatMap((list) => list.flatMap((one) => ('read' in one ? [one.read] : [])));
  if (signatures === null || entries.length < worthIt) return lists;
  const verdicts = signatures.judge(entries).values();
  return lists.map((list) =>
    list.map((one) => {
      const signed = 'read' in one ? verdicts.next().value : undefined;
      return signed === undefined ? one : { ...one, signed };
    }),
  );
}

/** Answers a session from its worker. */
export function serveSignatures(port: SignaturePort): void {
  port.addEventListener('message', ({ data }: MessageEvent<Question>) => {
    void verifyMany(unpack(data.packed)).then((verdicts) =>
      port.postMessage({ id: data.id, verdicts } satisfies Verdicts),
    );
  });
}

/** One buffer, which is handed over and not copied: key, signature, length of the header, header. */
function pack(entries: readonly ReadEntry[]): Bytes {
  let length = 0;
  for (const { entry } of entries) length += headLength + entry.header.length;
  const packed = new Uint8Array(length);
  const view = new DataView(packed.buffer);
  let offset = 0;
  for (const { header, entry } of entries) {
    packed.set(header.device, offset);
    packed.set(entry.signature, offset + 32);
    view.setUint32(offset + 96, entry.header.length);
    packed.set(entry.header, offset + headLength);
    offset += headLength + entry.header.length;
  }
  return packed;
}

function unpack(packed: Bytes): readonly SignedMessage[] {
  const messages: SignedMessage[] = [];
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  for (let offset = 0; offset < packed.length; ) {
    const end = offset + headLength + view.getUint32(offset + 96);
    messages.push({
      publicKey: packed.slice(offset, offset + 32),
      signature: packed.slice(offset + 32, offset + 96),
      message: signedBytes.entry(packed.slice(offset + headLength, end)),
    });
    offset = end;
  }
  return messages;
}
