import type { PartName } from '@leeward/domain/case/parts.ts';
import type { Item, ItemStep, Items, Values } from '@leeward/domain/shared/items.ts';
import type { DeskKey } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import type { PartMoment } from '../part-moment.ts';

/** What happened to the things of one kind: begun, changed, put away, taken back; the things say what they are called. */
export function itemMoments<V extends Values>(
  part: PartName,
  items: Items<V>,
  /** What such a thing is called: "a document". */
  noun: DeskKey,
  /** What tells this one apart, in words that somebody typed or a list holds. */
  label: (item: Item<V>) => ReactNode,
  find: (item: Item<V>) => readonly string[] = () => [],
): readonly PartMoment[] {
  return [...items.values()].flatMap((item) =>
    item.steps.map((step, index) => ({
      part,
      at: step,
      key: `${item.id} ${index}`,
      find: [...find(item), step.reason],
      Words: ({ nameOf }) => (
        <Step step={step as ItemStep<Values>} noun={noun} label={label(item)} nameOf={nameOf} />
      ),
    })),
  );
}

function Step({
  step,
  noun,
  label,
  nameOf,
}: {
  readonly step: ItemStep<Values>;
  readonly noun: DeskKey;
  readonly label: ReactNode;
  readonly nameOf: (member: string) => string;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      {t(`item.moment.${step.what}`, { name: nameOf(step.by), what: t(noun) })}{' '}
      <span className="moment-label">{label}</span>
      {step.reason === '' ? null : (
        <>
          {' · '}
          <Words inline text={step.reason} />
        </>
      )}
    </>
  );
}
