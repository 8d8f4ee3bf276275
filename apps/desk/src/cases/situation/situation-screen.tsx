import { may } from '@leeward/domain/organisation/permissions.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { type SituationKind, situationItems, situationKinds } from '@leeward/domain/situation/events.ts';
import {
  certainlyHolds,
  historyOf,
  holds,
  overlapsIn,
  type SituationFact,
} from '@leeward/domain/situation/state.ts';
import { countryName } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { DateWords } from '../../parts/inexact-date-words.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { useActor } from '../../session/use-actor.ts';
import { PutAway } from '../item/put-away.tsx';
import { usePersonNames } from '../item/use-person-names.ts';
import { FactForm } from './fact-form.tsx';
import { FactVersions } from './fact-versions.tsx';
import { statusKey } from './status-words.ts';

/** Where she was and is, in what status, of which nationality: histories, and what holds today. */
export function SituationScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const nameOf = usePersonNames(view.state);
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const facts = view.state.parts.situation;
  const people = [null, ...new Set(standing(facts).flatMap((fact) => valueIn(fact, 'person') ?? []))];
  const away = [...facts.values()].filter((fact) => fact.away !== null);
  return (
    <div className="stack part-screen">
      <p className="quiet">{t('situation.lead')}</p>
      {people.map((person) => (
        <section
          key={person ?? ''}
          className="stack"
          aria-label={person === null ? undefined : nameOf(person)}
        >
          {person === null ? null : (
            <h2>
              <bdi>{nameOf(person)}</bdi>
            </h2>
          )}
          {situationKinds.map((kind) => (
            <Kind key={kind} view={view} kind={kind} person={person} allowed={allowed} />
          ))}
        </section>
      ))}
      {away.length === 0 ? null : (
        <details className="card more-detail">
          <summary>{t('item.away', { count: away.length })}</summary>
          <ul className="plain stack tight">
            {away.map((fact) => (
              <li key={fact.id} className="stack tight">
                <FactWords fact={fact} />
                <span className="small quiet">{fact.away?.reason}</span>
                {allowed ? (
                  <PutAway
                    kind={situationItems}
                    record={view.record}
                    item={fact}
                    label={t('situation.putAway')}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Kind({
  view,
  kind,
  person,
  allowed,
}: {
  readonly view: CaseView;
  readonly kind: SituationKind;
  readonly person: string | null;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const today = useToday();
  const facts = view.state.parts.situation;
  const history = historyOf(facts, kind, person);
  const overlaps = overlapsIn(facts, kind, person);
  if (history.length === 0 && person !== null) return null;
  // Somebody else's stand under her name.
  const Heading = person === null ? 'h2' : 'h3';
  return (
    <section className="stack tight" aria-labelledby={`${kind}-${person ?? 'her'}`}>
      <Heading id={`${kind}-${person ?? 'her'}`}>{t(`situation.${kind}`)}</Heading>
      {history.length === 0 ? <Empty title={t(`situation.none.${kind}`)} /> : null}
      {overlaps.map(([one, other]) => (
        <div key={`${one.id} ${other.id}`} className="note warn">
          <strong>{t(`situation.overlap.${kind === 'status' ? 'status' : 'place'}`)}</strong>
          <p>
            <FactWords fact={one} /> · <FactWords fact={other} />
          </p>
        </div>
      ))}
      <ul className="plain stack tight">
        {history.map((fact) => (
          <Fact key={fact.id} view={view} fact={fact} today={today} allowed={allowed} />
        ))}
      </ul>
      {allowed ? (
        <FactForm view={view} kind={kind} person={person} fact={undefined} onDone={() => undefined} />
      ) : null}
    </section>
  );
}

function Fact({
  view,
  fact,
  today,
  allowed,
}: {
  readonly view: CaseView;
  readonly fact: SituationFact;
  readonly today: string;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const [editing, setEditing] = useState(false);
  const kind = valueIn(fact, 'kind') ?? 'place';
  const note = valueIn(fact, 'note') ?? '';
  const may = holds(fact, today);
  const confidence = valueIn(fact, 'confidence');
  return (
    <li className="card padded stack tight" data-fact={kind}>
      <div className="line-meta">
        <FactWords fact={fact} />
        {may ? (
          <span className={certainlyHolds(fact, today) ? 'chip good' : 'chip'}>
            {t(certainlyHolds(fact, today) ? 'situation.today' : 'situation.maybeToday')}
          </span>
        ) : null}
        {confidence === undefined ? null : (
          <span className="small quiet">
            {t('situation.confidence', { how: t(`confidence.${confidence}`) })}
          </span>
        )}
      </div>
      {note === '' ? null : <Words text={note} />}
      <FactVersions view={view} fact={fact} allowed={allowed} />
      {allowed ? (
        editing ? (
          <FactForm view={view} kind={kind} person={null} fact={fact} onDone={() => setEditing(false)} />
        ) : (
          <div className="cluster">
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('situation.correct')}
            </button>
            <PutAway kind={situationItems} record={view.record} item={fact} label={t('situation.putAway')} />
          </div>
        )
      ) : null}
    </li>
  );
}

/** A fact in one line: what, and from when to when. */
export function FactWords({ fact }: { readonly fact: SituationFact }): ReactNode {
  const { t, numbers } = useSpeech();
  const [country, status] = [valueIn(fact, 'country') ?? null, valueIn(fact, 'status') ?? null];
  const [from, until] = [valueIn(fact, 'from') ?? null, valueIn(fact, 'until') ?? null];
  const none =
    valueIn(fact, 'kind') === 'nationality' ? 'situation.noNationality' : 'situation.unknownCountry';
  return (
    <span>
      <b>{country === null ? t(none) : countryName(numbers, country)}</b>
      {status === null ? null : ` · ${t(statusKey(status))}`}
      {from === null && until === null ? null : (
        <span className="small quiet">
          {' '}
          {from === null ? null : (
            <>
              {t('situation.from')} <DateWords date={from} />
            </>
          )}
          {from !== null && until !== null ? ' ' : null}
          {until === null ? null : (
            <>
              {t('situation.until')} <DateWords date={until} />
            </>
          )}
        </span>
      )}
    </span>
  );
}
