import type { Entry } from '../entry.ts';
import type { Speaker } from './speaker.ts';

/** How we know: how old the source is, when we read it, who checked it with the organisation, how sure we are. */
export function sayKnowledge(speaker: Speaker, entry: Entry): readonly string[] {
  return [
    saySourceDate(speaker, entry.sourceDated),
    speaker.text('source.read', { date: speaker.date(entry.readOn) }),
    entry.checked === null
      ? speaker.text('source.notChecked')
      : speaker.text('source.checked', { date: speaker.date(entry.checked.on), by: entry.checked.by }),
    speaker.text('source.sure', { confidence: speaker.text(`confidence.${entry.confidence}`) }),
  ];
}

function saySourceDate(speaker: Speaker, { from, to }: Entry['sourceDated']): string {
  if (from !== null && to !== null && from !== to)
    return speaker.text('source.between', { from: speaker.date(from), to: speaker.date(to) });
  const dated = to ?? from;
  return dated === null
    ? speaker.text('source.undated')
    : speaker.text('source.dated', { date: speaker.date(dated) });
}
