import type { Mechanism } from '@leeward/directory';
import {
  namesOf,
  sayField,
  sayLabel,
  sayMechanismAsText,
  sayRemark,
  sayState,
  sayWhere,
} from '@leeward/directory/say/index.ts';
import type { Speaker } from '@leeward/directory/say/speaker.ts';
import { direction, isolateWithin } from '@leeward/ui';

/*
 * Picked entries as words for somebody else: for the person who asked, for a colleague, for a meeting. In the reader's
 * language throughout; words that a source left in another language are left out of the short form, and marked in the long.
 */

/** How long one alternative of a decline may be, in UTF-16 units: what the record takes. */
export const lineAtMost = 500;

/** The few lines that somebody needs to decide whether to go on reading. */
export function composeShort(speaker: Speaker, entry: Mechanism): string {
  const { gives, contact } = entry;
  const summary = sayRemark(speaker, entry.summary);
  const application = entry.application === null ? null : sayRemark(speaker, entry.application);
  return [
    titleOf(entry),
    ...(summary.mark === undefined ? [summary.text] : []),
    gives.services.length === 0
      ? sayLabel(speaker, 'givesUnseen')
      : sayField(speaker, 'gives', namesOf(speaker, 'service', gives.services)),
    ...sayWhere(speaker, entry).slice(0, 2),
    speaker.text(`exile.${entry.exile}`),
    ...sayState(speaker, entry.state).slice(0, 1),
    ...(entry.openers.length === 0
      ? []
      : [sayField(speaker, 'openers', namesOf(speaker, 'opener', entry.openers, 'or'))]),
    ...(application === null || application.mark !== undefined
      ? []
      : [sayField(speaker, 'application', application.text)]),
    ...(contact.ways.length === 0
      ? []
      : [sayField(speaker, 'contact', namesOf(speaker, 'contact', contact.ways, 'or'))]),
    ...entry.dangers.map((danger) => sayField(speaker, 'dangers', speaker.text(`danger.${danger}`))),
    // On a line of its own: there an address runs from left to right in any language.
    `${speaker.capital(speaker.text(entry.link.own ? 'link.own' : 'link.about'))}:`,
    entry.link.url,
    speaker.text('source.read', { date: speaker.date(entry.readOn) }),
  ].join('\n');
}

/** One line, as the alternatives of a decline are: what it is, what it gives, where it stands, what to take care of. */
export function composeLine(speaker: Speaker, entry: Mechanism): string {
  const url = isolateWithin(direction(speaker.locale), entry.link.url);
  const dangers = entry.dangers.map((danger) => speaker.text(`danger.${danger}`));
  const services = entry.gives.services;
  // Fewer services rather than half a warning: the warnings and the address are what must not be cut off.
  for (let count = services.length; count >= 0; count -= 1) {
    const gives = count === 0 ? '' : `: ${namesOf(speaker, 'service', services.slice(0, count))}`;
    const line = `${titleOf(entry)}${gives}. ${url}${dangers.length === 0 ? '' : ` ${dangers.join(' ')}`}`;
    if (line.length <= lineAtMost) return line;
  }
  const line = `${entry.name}. ${url} ${dangers.join(' ')}`;
  return line.length <= lineAtMost ? line : `${entry.name} ${entry.link.url}`.slice(0, lineAtMost);
}

/** The whole list as text. `words` stand before it. */
export function composeList(
  speaker: Speaker,
  entries: readonly Mechanism[],
  form: 'short' | 'full',
  words: string,
): string {
  const each = entries.map((entry) =>
    form === 'full' ? sayMechanismAsText(speaker, entry).trim() : composeShort(speaker, entry),
  );
  return [...(words.trim() === '' ? [] : [words.trim()]), ...each, sayLabel(speaker, 'notOurs')].join('\n\n');
}

function titleOf(entry: Mechanism): string {
  return entry.organisation === entry.name ? entry.name : `${entry.name} (${entry.organisation})`;
}
