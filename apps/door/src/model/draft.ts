import { zoneHere } from '@leeward/ui/language/hours.ts';
import type { Draft } from '@leeward/workspace/door/request.ts';
import { sourceOf } from '@leeward/workspace/door/request.ts';
import type { Answers } from './answers.ts';

/** The answers as they are sent: what was left empty is left out. */
export function draftOf(answers: Answers, locale: string): Draft {
  const { what, danger48h, about, relation, knows, never } = answers;
  const isForOthers = about === 'other' || about === 'both';
  const line = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const reached = (ways: Answers['ways'], safe: boolean) =>
    ways.flatMap(({ channel, detail }) => {
      if (channel === '') return [];
      const there = line(detail);
      return [{ channel, safe, ...(there === undefined ? {} : { detail: there }) }];
    });
  const through = line(answers.through);
  const channels = [
    ...reached(answers.ways, true),
    ...(through === undefined
      ? []
      : [{ channel: 'chan_trusted_person' as const, safe: true, detail: through }]),
    // What is unsafe comes last: where she named one way twice, her last word counts.
    ...reached(answers.unsafeWays, false),
  ];
  const spans = answers.spans.filter(({ from, until }) => from !== '' && until !== '');
  const fromUs = line(answers.codeFromUs);
  const underForce = line(answers.codeUnderForce);
  const own = answers.own.flatMap(({ form, asked }) =>
    Object.keys(asked).length === 0 ? [] : [{ form, values: asked }],
  );
  const fields = {
    danger48h,
    about,
    relation: isForOthers ? relation : undefined,
    knows: isForOthers ? knows : undefined,
    writtenBy: about === undefined ? undefined : sourceOf(about, relation),
    callName: line(answers.callName),
    country: line(answers.country) as Draft['country'],
    languages: answers.languages.length === 0 ? undefined : (answers.languages as Draft['languages']),
    otherLanguages: line(answers.otherLanguages),
    channels: channels.length === 0 ? undefined : channels,
    safeHours: spans.length === 0 ? undefined : { zone: answers.zone || zoneHere(), spans },
    safeTimes: line(answers.safeTimes),
    codeWords:
      fromUs === undefined && underForce === undefined
        ? undefined
        : {
            ...(fromUs === undefined ? {} : { fromUs }),
            ...(underForce === undefined ? {} : { underForce }),
          },
    doNotContactDirectly: through === undefined ? undefined : true,
    never: never.length === 0 ? undefined : never,
    neverOther: line(answers.neverOther),
    answers: own.length === 0 ? undefined : own,
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { what, locale, ...(Object.fromEntries(given) as Partial<Draft>) };
}
