import type { GuestMessage } from '@leeward/domain/request/message.ts';

export type { TeamMessage } from '@leeward/domain/request/reply.ts';

import type { Conversation, OwnItem, Reply } from './conversation.ts';
import type { Outgoing } from './outbox.ts';

/** One thing in a conversation, in the order in which it is read. */
export type TalkLine =
  /** An item of hers; `message` only where it was written on this page: nothing that was sent can be read back. */
  | { readonly kind: 'own'; readonly item: OwnItem; readonly message: GuestMessage | null }
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'gap'; readonly count: number }
  /** Here stood answers whose time is over. */
  | { readonly kind: 'ended' }
  /** Written here, and without a receipt. */
  | { readonly kind: 'unsent'; readonly message: GuestMessage };

/** Puts her items, the replies and what still waits into one order: each reply after the items that it answers. */
export function talkLines(conversation: Conversation, outgoing: readonly Outgoing[]): readonly TalkLine[] {
  const lines: TalkLine[] = [];
  const own = [...conversation.own];
  const written = new Map(outgoing.map((item) => [item.sequence, item]));
  const takeOwn = (before: number): void => {
    while (own[0] !== undefined && own[0].sequence < before) {
      const item = own.shift();
      if (item === undefined) return;
      const mine = written.get(item.sequence);
      lines.push({ kind: 'own', item, message: mine?.state === 'stored' ? mine.content.message : null });
    }
  };
  for (const reply of conversation.replies) {
    takeOwn(reply.after);
    const gap = conversation.gaps.find(({ before }) => before === reply.sequence);
    if (gap !== undefined) lines.push({ kind: 'gap', count: gap.count });
    if (reply.ended) {
      if (lines.at(-1)?.kind !== 'ended') lines.push({ kind: 'ended' });
    } else if (isShown(reply) && !(reply.keptBack && reply.confirmed)) lines.push({ kind: 'reply', reply });
  }
  takeOwn(Number.POSITIVE_INFINITY);
  const read = new Set(conversation.own.map(({ sequence }) => sequence));
  for (const { content, state, sequence, storedAt } of outgoing) {
    if (state !== 'stored') lines.push({ kind: 'unsent', message: content.message });
    // Stored since the box was last read.
    else if (sequence !== null && !read.has(sequence)) {
      const item: OwnItem = { sequence, hash: new Uint8Array(32), state: 'stored', at: storedAt };
      lines.push({ kind: 'own', item, message: content.message });
    }
  }
  return lines;
}

/** What is said to her, and not what only moves a mark or confirms that all is there. */
function isShown({ message, confirmed }: Reply): boolean {
  return !confirmed || (message?.type !== 'opened' && message?.type !== 'confirmed');
}
