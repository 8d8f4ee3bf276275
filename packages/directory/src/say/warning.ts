import type { Warning } from '../warnings.ts';
import { namesOf } from './label.ts';
import type { Speaker } from './speaker.ts';

/** What she must know before she writes. */
export function sayWarning(speaker: Speaker, warning: Warning): string {
  switch (warning.code) {
    case 'danger':
      return speaker.text(`danger.${warning.danger}`);
    case 'old-source':
      return speaker.text('warning.old-source', { date: speaker.date(warning.date) });
    case 'less-than-you-need':
      return speaker.text('warning.less-than-you-need', {
        money: speaker.money(warning.amount, warning.currency),
      });
    case 'not-covered':
      return speaker.text('warning.not-covered', { what: namesOf(speaker, 'notCovered', warning.what) });
    default:
      return speaker.text(`warning.${warning.code}`);
  }
}
