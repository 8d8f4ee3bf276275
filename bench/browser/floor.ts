import { equal, toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import { open } from '@leeward/sealed-log/crypto/cobblestone.ts';
import { verify } from '@leeward/sealed-log/crypto/ed25519.ts';
import { unwrap } from '@leeward/sealed-log/crypto/result.ts';
import { contentKeyOf, unwrapEpoch } from '@leeward/sealed-log/keys/epoch.ts';
import { emptyChain, extendChainBy } from '@leeward/sealed-log/log/chain.ts';
import { judge } from '@leeward/sealed-log/log/judge.ts';
import { symmetricSecrets } from '@leeward/sealed-log/log/keyring.ts';
import { contentContext } from '@leeward/sealed-log/log/seal.ts';
import { openOrganisationLog } from '@leeward/sealed-log/organisation/log.ts';
import { type Bytes, decode } from '@leeward/sealed-log/wire/codec.ts';
import { forms, logs } from '@leeward/sealed-log/wire/entry.ts';
import { entryHash, partHash, signedBytes } from '@leeward/sealed-log/wire/hashes.ts';
import { epochClear } from '@leeward/sealed-log/wire/record.ts';
import type { ReadEntry } from '@leeward/sealed-log/wire/verify.ts';
import { readEntry } from '@leeward/sealed-log/wire/verify.ts';
import { deviceSigner } from '@leeward/workspace/desk/engine.ts';
import { keysOf } from '@leeward/workspace/desk/vault.ts';
import { createRelayClient } from '@leeward/workspace/transport/relay-client.ts';
import { vaultFrom } from './open-desk.ts';
import type { Floor, Task } from './tasks.ts';

/*
 * What opening is compared with. The bytes are fetched beforehand and are not part of what is measured.
 */

export async function measureFloor({ vault: text }: Extract<Task, { kind: 'floor' }>): Promise<Floor> {
  const vault = vaultFrom(text);
  const keys = await keysOf(vault);
  const client = createRelayClient({ origin: location.origin });
  const signer = deviceSigner(keys);
  const organisation: Bytes[] = [];
  const records = new Map<string, ReadEntry[]>();
  const rows: Bytes[] = [];
  for (let after = 0; ; ) {
    const page = unwrap(await client.rows(vault.org, after, 4096, signer));
    for (const { bytes } of page.rows) {
      const read = unwrap(await readEntry(bytes));
      if (read.header.log === logs.organisation) organisation.push(bytes);
      else {
        const id = toHex(read.header.record);
        const held = records.get(id);
        if (held === undefined) records.set(id, [read]);
        else held.push(read);
        rows.push(bytes);
      }
    }
    after = page.next;
    if (page.more === 0) break;
  }
  const { log } = unwrap(await openOrganisationLog(organisation, vault.org, keys.member));
  const secrets = symmetricSecrets(log.keyring, vault.org);

  let started = performance.now();
  for (const entries of records.values()) {
    const contentKeys = new Map<string, Bytes>();
    for (const read of entries) await verifyAndOpen(read, secrets, contentKeys);
  }
  const cryptography = performance.now() - started;

  const bytesOf = new Map<string, Bytes[]>();
  for (const bytes of rows) {
    const id = toHex(unwrap(await readEntry(bytes)).header.record);
    const held = bytesOf.get(id);
    if (held === undefined) bytesOf.set(id, [bytes]);
    else held.push(bytes);
  }
  started = performance.now();
  for (const [id, entries] of bytesOf) {
    const record = records.get(id)?.[0]?.header.record;
    if (record === undefined) throw new Error('no such record');
    const { chain, stopped } = await extendChainBy(
      emptyChain(vault.org, record),
      entries,
      log.skeleton,
      log.keyring,
    );
    if (stopped !== null) throw new Error(`stopped: ${stopped.why}`);
    const { effects } = await judge(chain, log.skeleton);
    if (effects.length !== entries.length - 1) throw new Error('not everything is in force');
  }
  const chains = performance.now() - started;
  return {
    entries: rows.length,
    bytes: rows.reduce((sum, bytes) => sum + bytes.length, 0),
    cryptography,
    chains,
  };
}

/** The least that must be done to believe one entry and to read it. */
async function verifyAndOpen(
  { entry, header, hash }: ReadEntry,
  secrets: ReturnType<typeof symmetricSecrets>,
  contentKeys: Map<string, Bytes>,
): Promise<void> {
  const clear = await partHash(entry.clear);
  const body = await partHash(entry.body);
  const whole = await entryHash(entry.header);
  if (!equal(clear, header.clearHash) || !equal(body, header.bodyHash) || !equal(whole, hash))
    throw new Error('altered');
  if (!(await verify(header.device, signedBytes.entry(entry.header), entry.signature)))
    throw new Error('not signed');
  if (header.form === forms.epoch) {
    const opening = unwrap(decode(epochClear, entry.clear));
    const place = { org: header.org, record: header.record, prev: header.prev };
    contentKeys.set(toHex(hash), await contentKeyOf(unwrap(await unwrapEpoch(opening, place, secrets))));
  }
  const key = contentKeys.get(toHex(header.form === forms.epoch ? hash : header.epoch));
  if (key === undefined) throw new Error('no key');
  unwrap(await open(key, contentContext(header), entry.body));
}
