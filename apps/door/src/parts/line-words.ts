import { formatDate } from '@leeward/ui/language/format.ts';
import type { GuestMessage } from '@leeward/workspace/door/request.ts';
import type { TeamMessage } from '@leeward/workspace/door/talk.ts';
import type { Language } from '../model/language.ts';

/** What she wrote on this page, in words. */
export function ownWords(message: GuestMessage, { t }: Language): string {
  const lines = (...parts: readonly (string | undefined)[]): string =>
    parts.filter((part) => part !== undefined && part !== '').join('\n');
  switch (message.type) {
    case 'request':
      return message.what;
    case 'message':
      return message.text;
    case 'answer':
      // Older pages wrote a sign of life as an answer.
      if (message.question !== 'check-in') return message.value;
      return t(message.value === 'safe' ? 'talk.safe' : 'talk.notSafe');
    case 'checkIn':
      // The agreed word is for the team alone: it stands in no list.
      return lines(t(message.safe ? 'talk.safe' : 'talk.notSafe'), message.text);
    case 'consent':
      return lines(t(`back.said.${message.answer}`), message.words);
    case 'plan':
      return lines(t(`back.plan.${message.answer}`), message.text);
    case 'measure':
      return lines(t(`back.measureTold.${message.answer}`), message.text);
    case 'checkInWish':
      return lines(t(`back.wishTold.${message.wants}`), message.text);
    case 'held':
      return lines(t(message.wants === 'corrected' ? 'back.heldWrong' : 'back.heldDelete'), message.text);
    case 'add': {
      if (message.answers !== undefined) {
        const count = message.answers.reduce((sum, { values }) => sum + Object.keys(values).length, 0);
        return t('questions.answered', { count });
      }
      const files = message.files?.length ?? 0;
      return (
        lines(message.text, files === 0 ? undefined : t('talk.filesAdded', { count: files })) ||
        t('back.added')
      );
    }
    case 'close':
      return lines(t('talk.closedByYou'), message.text);
  }
}

/** What the team wrote, in words: for a line of the conversation, and for a copy of it. */
export function teamWords(message: TeamMessage, { t, tag }: Language): string {
  switch (message.type) {
    case 'reply':
    case 'next':
    case 'question':
    case 'questions':
      return message.text;
    case 'declined':
      return [message.text, ...message.alternatives].join('\n');
    case 'consent':
      return `${message.recipient}\n${message.text}`;
    case 'held':
      return message.lines
        .map(({ what, since, why, who, until }) => {
          const said = (['Since', 'Why', 'Who', 'Until'] as const).flatMap((name, at) => {
            const words = [sinceWords(since, tag), why, who, until][at] ?? '';
            return words === '' ? [] : [`${t(`back.held${name}`)}: ${words}`];
          });
          return [what, ...said].join('\n');
        })
        .join('\n\n');
    case 'checkIn':
      return `${t('back.planAsk')}\n${message.silence}`;
    case 'shownPlan':
      return t('back.shownWrote');
    case 'rounds':
      return t('back.roundsWrote');
    case 'consentDropped':
      return t('back.consentDropped');
    case 'checkInEnded':
      return t('back.planEnded');
    case 'closed':
      return t(message.moved ? 'talk.moved' : 'talk.closed');
    case 'opened':
      return t('state.opened');
    case 'confirmed':
      return '';
  }
}

/** Since when something is held: a day as she reads days, or the team's own words. */
export const sinceWords = (since: string, tag: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(since) ? formatDate(tag, `${since}T12:00:00Z`, 'UTC') : since;
