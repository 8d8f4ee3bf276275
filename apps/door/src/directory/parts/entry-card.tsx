import type { Entry } from '@leeward/directory/entry.ts';
import type { ListName, Verdict } from '@leeward/directory/reason.ts';
import { labelOf, namesOf } from '@leeward/directory/say/index.ts';
import { questionToShow } from '../model/next-question.ts';
import { mainReasons } from '../model/reasons.ts';
import { useWords } from '../model/words.ts';
import { AskBox, type Asking } from './ask-box.tsx';

/** So many reasons stand on a card; all of them stand behind it. */
const REASONS = 2;
/** So many of the things that it gives. */
const SERVICES = 4;

/** One entry of a list: what it is and gives, why it stands here, and the one question that is open. */
export function EntryCard({
  entry,
  verdict,
  open,
  asking,
  left,
  marked,
  asks,
}: {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly open: () => void;
  readonly asking: Asking;
  readonly left: ReadonlySet<string>;
  /** Whether the card says in which list it stands: where several lists are mixed. */
  readonly marked: boolean;
  /** Whether it asks its question: before she has said anything, all of them would ask the same. */
  readonly asks: boolean;
}) {
  const { d, speaker } = useWords();
  const question = asks && verdict.list === 'ask' ? questionToShow(verdict, left) : undefined;
  const reasons = mainReasons(speaker, verdict, REASONS);
  return (
    <li class="card padded entry" data-entry={entry.id}>
      <div class="head">
        <h3>
          <button class="link name" type="button" onClick={open}>
            <bdi translate={false}>{entry.name}</bdi>
          </button>
        </h3>
        <p class="small quiet">
          {labelOf(speaker, 'kind', entry.kind)}
          {entry.organisation === entry.name ? null : (
            <>
              {' · '}
              <bdi translate={false}>{entry.organisation}</bdi>
            </>
          )}
        </p>
      </div>
      {marked ? <ListMark list={verdict.list} /> : null}
      {entry.gives.servicesSeen ? (
        <p class="gives">
          {speaker.capital(namesOf(speaker, 'service', entry.gives.services.slice(0, SERVICES)))}
        </p>
      ) : null}
      {entry.dangers.length > 0 ? (
        <p>
          <span class="chip warn">{d('label.dangers')}</span>
        </p>
      ) : null}
      {reasons.length === 0 ? null : (
        <ul class="reasons">
          {reasons.map(({ truth, words }) => (
            <li key={words} class={truth}>
              {words}
            </li>
          ))}
        </ul>
      )}
      {question === undefined ? null : <AskBox question={question} entry={entry} asking={asking} />}
      <div class="print-only">
        <p class="small quiet">{speaker.capital(d(entry.link.own ? 'link.own' : 'link.about'))}</p>
        <p class="code" dir="ltr" translate={false}>
          {entry.link.url}
        </p>
      </div>
    </li>
  );
}

export function ListMark({ list }: { readonly list: ListName }) {
  const { d } = useWords();
  const colour = { fits: 'good', ask: 'accent', not: '' }[list];
  return (
    <p>
      <span class={`chip ${colour}`}>{d(`list.${list}`)}</span>
    </p>
  );
}
