import type { QueueLine } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { GridList, GridListItem, type Selection } from 'react-aria-components/GridList';
import { useSpeech } from '../language/speech.tsx';
import { addressOf } from '../router/route.ts';
import { Line, lineText } from './line.tsx';

/** How many lines are drawn at first, and more at each asking: a crisis day has thousands. */
const step = 60;

type Props = {
  readonly label: string;
  readonly lines: readonly QueueLine[];
  readonly selecting: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (records: ReadonlySet<string>) => void;
};

/** Lines of the queue: arrow keys move, Enter opens, Space selects while selecting, Shift takes a range. */
export function QueueList({ label, lines, selecting, selected, onSelect }: Props): ReactNode {
  const { t } = useSpeech();
  const [limit, setLimit] = useState(step);
  const shown = lines.slice(0, limit);
  const selectionOf = (selection: Selection): ReadonlySet<string> =>
    selection === 'all' ? new Set(shown.map((line) => line.record)) : new Set([...selection].map(String));
  return (
    <>
      <GridList
        aria-label={label}
        className="lines card"
        selectionMode={selecting ? 'multiple' : 'none'}
        selectedKeys={selected}
        onSelectionChange={(selection) => onSelect(selectionOf(selection))}
        dependencies={[selecting]}
        items={shown.map((line) => ({ id: line.record, line }))}
      >
        {({ id, line }) => (
          <GridListItem
            id={id}
            textValue={lineText(line)}
            className="line-row"
            // While selecting, a press selects; a link would lead away from what was chosen.
            {...(selecting ? {} : linkTo(id))}
          >
            {selecting ? (
              <Checkbox slot="selection" className="select-box">
                <span className="select-mark" />
              </Checkbox>
            ) : null}
            <Line line={line} />
          </GridListItem>
        )}
      </GridList>
      {lines.length > limit ? (
        <button type="button" className="button more" onClick={() => setLimit(limit + step)}>
          {t('queue.more', { count: Math.min(step, lines.length - limit), total: lines.length })}
        </button>
      ) : null}
    </>
  );
}

/** A row that leads to its request, by a link as everybody knows them. */
function linkTo(record: string): { readonly href: string } {
  return { href: addressOf({ name: 'request', record, part: 'talk' }) };
}
