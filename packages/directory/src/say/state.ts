import type { Mechanism } from '../mechanism.ts';
import type { Speaker } from './speaker.ts';

/** So many calls show the rhythm; older ones say no more. */
const CALLS_SHOWN = 2;

/** Whether it takes requests by what the source says, since when, and the newest calls that are known. */
export function sayState(speaker: Speaker, state: Mechanism['state']): readonly string[] {
  const lines = [speaker.text(`state.${state.is}`)];
  if (state.since !== null) lines.push(speaker.text('state.since', { date: speaker.date(state.since) }));
  const newest = [...state.calls].sort((a, b) => (moment(a) < moment(b) ? 1 : -1)).slice(0, CALLS_SHOWN);
  for (const { opens, closes } of newest) {
    if (opens !== null && closes !== null)
      lines.push(
        speaker.text('state.call.both', { opens: speaker.date(opens), closes: speaker.date(closes) }),
      );
    else if (opens !== null) lines.push(speaker.text('state.call.opens', { opens: speaker.date(opens) }));
    else if (closes !== null) lines.push(speaker.text('state.call.closes', { closes: speaker.date(closes) }));
  }
  return lines;
}

const moment = (call: Mechanism['state']['calls'][number]): string => call.closes ?? call.opens ?? '';
