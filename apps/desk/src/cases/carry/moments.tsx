import type { CaseState } from '@leeward/domain/case/state.ts';
import type { DeskKey } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import type { PartMoment } from '../part-moment.ts';

/** How the case went from hand to hand. That somebody asked to be relieved is said; why, nobody knows. */
export function carryMoments({ parts }: CaseState): readonly PartMoment[] {
  const { transfers, notes, relief, seconds } = parts.responsibility;
  const part = 'responsibility';
  return [
    ...[...transfers.values()].flatMap((transfer): readonly PartMoment[] => {
      const offered: PartMoment = {
        part,
        at: transfer,
        key: `offer ${transfer.transfer}`,
        Words: ({ nameOf }) => (
          <Said words="carry.moment.offered" name={nameOf(transfer.by)} to={nameOf(transfer.to)} />
        ),
      };
      const { ended } = transfer;
      if (ended === null) return [offered];
      const end: PartMoment = {
        part,
        at: ended,
        key: `answer ${transfer.transfer}`,
        Words: ({ nameOf }) => (
          <Said words={`carry.moment.${ended.how}`} name={nameOf(ended.by)} to={nameOf(transfer.to)} />
        ),
      };
      return [offered, end];
    }),
    ...[...notes.values()].map(
      (note): PartMoment => ({
        part,
        at: note,
        key: `note ${note.note}`,
        find: [note.text],
        Words: ({ nameOf }) => (
          <details>
            <summary>
              <Said words="carry.moment.note" name={nameOf(note.by)} />
            </summary>
            <Words text={note.text} />
          </details>
        ),
      }),
    ),
    ...relief.map(
      (step): PartMoment => ({
        part,
        at: step,
        key: `relief ${step.entry}`,
        Words: ({ nameOf }) => (
          <Said
            words={step.asks ? 'carry.moment.relief' : 'carry.moment.reliefBack'}
            name={nameOf(step.by)}
          />
        ),
      }),
    ),
    ...seconds.map(
      (step): PartMoment => ({
        part,
        at: step,
        key: `second ${step.entry} ${step.index}`,
        Words: ({ nameOf }) =>
          step.member === null ? (
            <Said words="carry.moment.noSecond" name={nameOf(step.by)} />
          ) : (
            <Said words="carry.moment.second" name={nameOf(step.by)} to={nameOf(step.member)} />
          ),
      }),
    ),
  ];
}

function Said({
  words,
  name,
  to = '',
}: {
  readonly words: DeskKey;
  readonly name: string;
  readonly to?: string;
}): ReactNode {
  const { t } = useSpeech();
  return t(words, { name, to });
}
