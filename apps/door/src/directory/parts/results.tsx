import type { Entry } from '@leeward/directory/entry.ts';
import { type ListName, lists, type Verdict, type Verdicts } from '@leeward/directory/reason.ts';
import { PAGE, type Unfolded } from '../model/unfolded.ts';
import { byGround } from '../model/why-not.ts';
import { useWords, type Words } from '../model/words.ts';
import type { Asking } from './ask-box.tsx';
import { EntryCard } from './entry-card.tsx';

export type Tab = ListName | 'all';

/** What the results need to be drawn, and what they lead to. */
export type ResultsProps = {
  readonly verdicts: Verdicts;
  readonly byId: ReadonlyMap<string, Entry>;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly unfolded: Unfolded;
  readonly open: (id: string) => void;
  readonly asking: Asking;
  readonly left: ReadonlySet<string>;
  /** Whether the lists hold only what was searched for. */
  readonly isSearching: boolean;
  /** Whether she has said anything: without that, nothing fits her more or less than something else. */
  readonly hasAnswers: boolean;
};

/** What stands in a tab, in its order: all of it by list and rank, or by name where nothing is known of her. */
export function inTab(
  verdicts: Verdicts,
  tab: Tab,
  hasAnswers: boolean,
  byId: ResultsProps['byId'],
  { locale }: Words,
): readonly Verdict[] {
  if (tab !== 'all') return verdicts[tab];
  const all = lists.flatMap((name) => verdicts[name]);
  if (hasAnswers) return all;
  const { compare } = new Intl.Collator(locale);
  const name = ({ id }: Verdict): string => byId.get(id)?.name ?? id;
  return all.sort((left, right) => compare(name(left), name(right)));
}

/** Three lists and all of it: one at a time, each with its number, so that none is a long way down. */
export function Results(props: ResultsProps) {
  const { verdicts, tab, onTab, isSearching, hasAnswers, byId } = props;
  const words = useWords();
  const { d, speaker } = words;
  const total = lists.reduce((sum, name) => sum + verdicts[name].length, 0);
  const tabs: readonly Tab[] = [...lists, 'all'];
  const sizeOf = (one: Tab): number => (one === 'all' ? total : verdicts[one].length);
  const help = {
    fits: 'list.fits.help',
    ask: 'list.ask.help',
    not: 'list.not.help',
    all: 'screen.all.help',
  } as const;
  return (
    <>
      <fieldset class="tabs screen-only" aria-label={d('screen.lists')}>
        {tabs.map((one) => (
          <button
            key={one}
            class="button"
            type="button"
            aria-pressed={one === tab}
            data-list={one}
            onClick={() => onTab(one)}
          >
            <span>{d(`screen.tab.${one}`)}</span>
            <strong class="num">{speaker.number(sizeOf(one))}</strong>
          </button>
        ))}
      </fieldset>
      <div class="stack tight">
        <h3 class="print-only">{d(tab === 'all' ? 'screen.tab.all' : `list.${tab}`)}</h3>
        <p class="small quiet">{d(help[tab])}</p>
        {sizeOf(tab) === 0 ? <p class="note">{d(`screen.none.${isSearching ? 'all' : tab}`)}</p> : null}
      </div>
      {tab === 'not' ? (
        <Grouped {...props} />
      ) : (
        <Cards
          {...props}
          of={inTab(verdicts, tab, hasAnswers, byId, words)}
          list={tab}
          marked={tab === 'all' && hasAnswers}
        />
      )}
    </>
  );
}

function Cards({
  of,
  list,
  marked,
  unfolded,
  ...props
}: ResultsProps & { readonly of: readonly Verdict[]; readonly list: string; readonly marked: boolean }) {
  const { d } = useWords();
  const shown = unfolded.shown(list);
  const rest = of.length - shown;
  return (
    <>
      <ul class="plain stack entries">
        {of.slice(0, shown).map((verdict) => (
          <Card key={verdict.id} {...props} verdict={verdict} marked={marked} />
        ))}
      </ul>
      {rest > 0 ? (
        <button class="button screen-only" type="button" onClick={() => unfolded.showMore(list)}>
          {d('screen.more', { count: Math.min(rest, PAGE), rest })}
        </button>
      ) : null}
    </>
  );
}

function Card({
  verdict,
  byId,
  open,
  asking,
  left,
  marked,
  hasAnswers,
}: Pick<ResultsProps, 'byId' | 'open' | 'asking' | 'left' | 'hasAnswers'> & {
  readonly verdict: Verdict;
  readonly marked: boolean;
}) {
  const entry = byId.get(verdict.id);
  return entry === undefined ? null : (
    <EntryCard
      entry={entry}
      verdict={verdict}
      open={() => open(verdict.id)}
      asking={asking}
      left={left}
      marked={marked}
      asks={hasAnswers}
    />
  );
}

/** What does not fit, folded away by the reason: nobody has to read two hundred refusals, and nothing is hidden. */
function Grouped(props: ResultsProps) {
  const { d, speaker } = useWords();
  const { isOpen, setOpen } = props.unfolded;
  return (
    <div class="stack tight">
      {byGround(props.verdicts.not).map(({ ground, verdicts }) => (
        <details
          key={ground}
          class="card padded group"
          open={isOpen(ground)}
          onToggle={(event) => setOpen(ground, event.currentTarget.open)}
        >
          <summary>
            {d(`screen.ground.${ground}`)} <span class="chip num">{speaker.number(verdicts.length)}</span>
          </summary>
          {/* Drawn when it is opened: cards that nobody sees would make every answer slow on an old phone. */}
          {isOpen(ground) ? <Cards {...props} of={verdicts} list={ground} marked={false} /> : null}
        </details>
      ))}
    </div>
  );
}
