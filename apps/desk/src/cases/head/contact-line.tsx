import { formatList } from '@leeward/ui';
import { formatSpan, localTimeIn, zonePlace } from '@leeward/ui/language/hours.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { contactRule } from './contact-rule.ts';

const tones = { yes: 'good', not_now: 'warn', door: 'accent', never: 'danger', unknown: 'warn' } as const;

/** May we contact her now, as one chip. */
export function ContactChip({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const { now } = useRule(view);
  return <span className={`chip ${tones[now]}`}>{t(`case.contact.${now}`)}</span>;
}

/** By what, when, and what never: the rest of the rule is one tap away, in the conversation. */
export function ContactLine({ view }: { readonly view: RequestView }): ReactNode {
  const { t, numbers } = useSpeech();
  const { ways } = useRule(view);
  const { said, channels } = view;
  const unsafe = channels.filter(({ safe }) => !safe).map(({ channel }) => channel);
  const nevers = [
    ...said.never.map((rule) => t(`request.never.${rule}`)),
    ...[...new Set(unsafe)].map((channel) =>
      t('request.contactUnsafe', { way: t(`request.channel.${channel}`) }),
    ),
    ...(said.doNotContactDirectly === true ? [t('request.contactNotDirectly')] : []),
  ];
  return (
    <span className="stack tight">
      <span>
        <ContactChip view={view} />{' '}
        {ways.length === 0
          ? null
          : formatList(
              numbers,
              ways.map((way) => t(`request.channel.${way}`)),
            )}{' '}
        {said.safeHours === undefined ? null : (
          <span className="small quiet">
            {said.safeHours.spans.map((span) => formatSpan(numbers, span)).join('; ')} (
            {t('request.hoursOf', { place: zonePlace(said.safeHours.zone) })})
          </span>
        )}
      </span>
      {nevers.length === 0 ? null : <span className="small danger-words">{nevers.join(' · ')}</span>}
    </span>
  );
}

function useRule(view: RequestView): ReturnType<typeof contactRule> {
  const now = useNow();
  const { safeHours } = view.said;
  const there = safeHours === undefined ? undefined : (localTimeIn(safeHours.zone, now) ?? undefined);
  return contactRule(view.state, there);
}
