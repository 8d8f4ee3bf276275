import { actsOf, type Incident, type IncidentAct } from '@leeward/domain/incident/state.ts';
import { shownAs } from '@leeward/domain/risk/whom.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import { countryName, formatList } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { DateWords } from '../../parts/inexact-date-words.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { ApartNote } from '../risk/apart-note.tsx';
import { useWhom } from '../risk/choice-fields.tsx';
import { dangerWord } from '../risk/danger-words.ts';

/** One incident: when and where, what, to whom, by whom, how it is known, what came of it. */
export function IncidentCard({
  view,
  incident,
  allowed,
  focused = false,
}: {
  readonly view: CaseView;
  readonly incident: Incident;
  readonly allowed: boolean;
  /** Somebody came here for this very one: it is brought into view and marked. */
  readonly focused?: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const article = useRef<HTMLElement>(null);
  const { record, state } = view;
  useEffect(() => {
    if (!focused) return;
    article.current?.scrollIntoView({ block: 'start' });
    article.current?.focus({ preventScroll: true });
  }, [focused]);
  const acts = actsOf(state.parts.incident, incident.id);
  const when = valueIn(incident, 'when') ?? null;
  const [place, country, area] = [
    valueIn(incident, 'place') ?? null,
    valueIn(incident, 'country') ?? null,
    valueIn(incident, 'area') ?? '',
  ];
  const where = [
    ...(place === null ? [] : [dangerWord(t, 'place', place)]),
    ...(area === '' ? [] : [area]),
    ...(country === null ? [] : [countryName(numbers, country)]),
  ];
  const hour = valueIn(incident, 'hour') ?? '';
  return (
    <article
      ref={article}
      tabIndex={focused ? -1 : undefined}
      className="card padded stack tight incident"
      data-incident={incident.id}
      aria-current={focused || undefined}
    >
      <div className="line-meta">
        <b>{when === null ? t('danger.noDate') : <DateWords date={when} />}</b>
        {hour === '' ? null : <span className="num">{hour}</span>}
        <span className="chip">
          {dangerWord(t, 'kind', valueIn(incident, 'kind') ?? 'inc_security_incident')}
        </span>
        {where.length === 0 ? null : (
          <span className="small quiet">
            <bdi>{where.join(' · ')}</bdi>
          </span>
        )}
      </div>
      {acts.length === 0 ? null : (
        <ul className="stack tight acts">
          {acts.map((act) => (
            <li key={act.id}>
              <ActWords view={view} act={act} />
            </li>
          ))}
        </ul>
      )}
      <Happened incident={incident} />
      <Facts incident={incident} />
      <ApartNote item={incident} />
      {acts.map((act) => (
        <ApartNote key={act.id} item={act} />
      ))}
      {allowed ? (
        <div>
          <a
            className="button small"
            href={addressOf({ name: 'case', record, part: 'incidents', item: incident.id })}
          >
            {t('danger.incident.edit')}
          </a>
        </div>
      ) : null}
    </article>
  );
}

/** What happened, hidden until somebody opens it where it may hurt. */
export function Happened({ incident }: { readonly incident: Incident }): ReactNode {
  const { t } = useSpeech();
  const [open, setOpen] = useState(false);
  const text = valueIn(incident, 'happened') ?? '';
  if (valueIn(incident, 'graphic') !== true || open) return <Words text={text} />;
  return (
    <div className="note warn cluster">
      <span>{t('danger.graphic')}</span>
      <button type="button" className="button small" onClick={() => setOpen(true)}>
        {t('danger.graphicShow')}
      </button>
    </div>
  );
}

/** One act in words: what, to whom, by whom as it is said, by which methods. */
export function ActWords({ view, act }: { readonly view: CaseView; readonly act: IncidentAct }): ReactNode {
  const { t, numbers } = useSpeech();
  const { state } = view;
  const whom = useWhom(state);
  const victims = [...new Set((valueIn(act, 'victims') ?? []).map((who) => shownAs(state, who)))].map(whom);
  const by = (valueIn(act, 'by') ?? []).map(({ actor, part }) => {
    const found = state.parts.risk.actors.get(actor);
    const name = (found === undefined ? undefined : valueIn(found, 'name')) ?? t('danger.unknownActor');
    return t('danger.byPart', { name, part: dangerWord(t, 'part', part) });
  });
  const methods = (valueIn(act, 'methods') ?? []).map((code) => dangerWord(t, 'method', code));
  const note = valueIn(act, 'note') ?? '';
  return (
    <>
      <b>{dangerWord(t, 'act', valueIn(act, 'what') ?? 'act_unknown')}</b>
      {victims.length === 0 ? null : <> · {t('danger.toWhom', { names: formatList(numbers, victims) })}</>}
      {by.length === 0 ? null : <> · {t('danger.byWhom', { names: formatList(numbers, by) })}</>}
      {methods.length === 0 ? null : <span className="small quiet"> · {formatList(numbers, methods)}</span>}
      {note === '' ? null : (
        <span className="small">
          {' '}
          <Words inline text={note} />
        </span>
      )}
    </>
  );
}

/** The rest of what is known, each with its name. */
function Facts({ incident }: { readonly incident: Incident }): ReactNode {
  const { t, numbers } = useSpeech();
  const channel = valueIn(incident, 'channel') ?? null;
  const known = (valueIn(incident, 'known') ?? []).map((code) => dangerWord(t, 'known', code));
  const evidence = (valueIn(incident, 'evidence') ?? []).map(({ kind, what }) =>
    what === '' ? dangerWord(t, 'evidence', kind) : `${dangerWord(t, 'evidence', kind)}: ${what}`,
  );
  const reported = (valueIn(incident, 'reported') ?? []).map(({ to, answer }) =>
    answer === '' ? to : `${to}: ${answer}`,
  );
  const link = valueIn(incident, 'link') ?? 'link_unknown';
  const rows: readonly (readonly [string, string])[] = [
    [
      t('danger.incident.link'),
      [t(`danger.workLink.${link}`), valueIn(incident, 'linkWhy') ?? ''].filter(Boolean).join('. '),
    ],
    [t('danger.incident.channel'), channel === null ? '' : dangerWord(t, 'channel', channel)],
    [
      t('danger.incident.known'),
      [formatList(numbers, known), valueIn(incident, 'knownNote') ?? ''].filter(Boolean).join('. '),
    ],
    [t('danger.incident.witnesses'), valueIn(incident, 'witnesses') ?? ''],
    [t('danger.evidence.title'), formatList(numbers, evidence)],
    [t('danger.incident.reaction'), valueIn(incident, 'reaction') ?? ''],
    [t('danger.reported.title'), formatList(numbers, reported)],
  ];
  return (
    <details className="more-detail">
      <summary>{t('danger.incident.facts')}</summary>
      <dl className="three">
        {rows
          .filter(([, words]) => words !== '')
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Words text={words} />
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
