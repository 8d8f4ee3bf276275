import { toHex } from '@leeward/sealed-log/crypto/bytes.ts';
import type { RecordView } from '../record-view.ts';

/** Members by themselves, besides teams, for whom a record's present epoch was made. */
export function namedMembers({ judgement }: RecordView): readonly string[] {
  const opened = judgement.epoch?.link.opened;
  const recipients = opened?.type === 'epoch' ? (opened.body?.recipients ?? []) : [];
  return recipients
    .flatMap(({ recipient }) => (recipient.type === 'member' ? [toHex(recipient.member)] : []))
    .toSorted();
}
