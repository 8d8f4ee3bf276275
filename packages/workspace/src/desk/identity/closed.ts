import type { BlobReference } from '@leeward/sealed-log/wire/box.ts';
import type { Engine } from '../engine.ts';
import { openRecord } from '../records.ts';
import { filesOf } from '../replies.ts';
import { comingIdentities } from './make.ts';
import { openUntil } from './opened.ts';

/** Whether a record is an identity record, made or coming, that is closed now: nothing of it is shown. */
export async function isClosedIdentity(engine: Engine, record: string): Promise<boolean> {
  const { folded } = await openRecord(engine, record);
  const isIdentity =
    folded.kind === 'identity' || comingIdentities(engine).some((one) => one.record === record);
  return isIdentity && openUntil(engine, record) === null;
}

/** The references of attachments that wait with this device's own acts on a record. */
export function filesOnTheirWay(engine: Engine, record: string): readonly BlobReference[] {
  return engine.outbox.flatMap((item) => (item.record === record ? filesOf(item.args) : []));
}
