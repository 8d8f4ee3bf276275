import type { RequestState } from './state.ts';

/** What she wants to become of all that is here, said when she closed the conversation. */
export type ClosingWish = {
  readonly wants: 'keep' | 'part' | 'destroy';
  readonly at: number;
  /** When the team had it: her phone may say any time. */
  readonly since: number;
};

/** Her last wish on closing; null where she has not closed it, or said nothing of it. A wish: a person carries it out. */
export function closingWish({ items }: Pick<RequestState, 'items'>): ClosingWish | null {
  const item = items.findLast(({ content }) => content?.kind === 'read' && content.message.type === 'close');
  if (item?.content?.kind !== 'read' || item.content.message.type !== 'close') return null;
  const { wants } = item.content.message;
  if (wants === undefined) return null;
  return { wants, at: item.claimedTime ?? item.admittedTime, since: item.admittedTime };
}
