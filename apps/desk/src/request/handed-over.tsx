import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { useAction } from '../session/use-session.tsx';

/** Says that a colleague gave this to whoever looks; that it is open now is her having seen it. */
export function HandedOver({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  const { run } = useAction('seeHandOver');
  const { record, stopped, pending } = view;
  const { handedOver } = view.state;
  const toMe = handedOver !== null && handedOver.to === me.member;
  const unseen = toMe && handedOver.seen === null;
  const underWay = pending.some((edit) => edit.command === 'seeHandOver');
  // Still said while she looks, although it has been seen by then.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!unseen || stopped !== null) return;
    setShown(true);
    if (!underWay) void run({ record });
  }, [unseen, stopped, underWay, run, record]);
  if (!toMe || !(unseen || shown)) return null;
  return (
    <p className="note accent">
      {t('today.handed', { name: nameOf(handedOver.by) })} <Ago at={handedOver.claimedTime} />
    </p>
  );
}
