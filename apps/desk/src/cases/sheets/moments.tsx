import type { CaseState } from '@leeward/domain/case/state.ts';
import type { Stamp } from '@leeward/domain/shared/stamp.ts';
import type { DeskKey } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import type { PartMoment } from '../part-moment.ts';

type Key = Extract<DeskKey, `sheets.moment.${string}`>;

/** What happened to question sheets, for the time line: never what was asked or answered. */
export function sheetMoments({ parts }: CaseState): readonly PartMoment[] {
  return [...parts.sheet.values()].flatMap((sheet): readonly PartMoment[] => [
    moment(sheet.sent, `${sheet.id} sent`, 'sheets.moment.sent'),
    ...sheet.answers.flatMap((answer): readonly PartMoment[] => [
      moment(answer.taken, `${answer.hash} taken`, 'sheets.moment.answered'),
      ...(answer.counted === null
        ? []
        : [moment(answer.counted, `${answer.hash} counted`, 'sheets.moment.counted')]),
    ]),
    ...(sheet.ended === null
      ? []
      : [
          moment(
            sheet.ended,
            `${sheet.id} ended`,
            sheet.ended.byKey ? 'sheets.moment.outdated' : 'sheets.moment.ended',
          ),
        ]),
  ]);
}

function moment(at: Stamp, key: string, words: Key): PartMoment {
  const Words = ({ nameOf }: { readonly nameOf: (member: string) => string }): ReactNode => {
    const { t } = useSpeech();
    return t(words, { name: nameOf(at.by) });
  };
  return { part: 'sheet', at, key, Words };
}
