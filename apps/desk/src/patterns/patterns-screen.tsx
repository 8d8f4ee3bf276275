import { countryName, formatDate, formatList, formatNumber } from '@leeward/ui';
import type { Pattern } from '@leeward/workspace/patterns/contract.ts';
import { type ReactNode, useState } from 'react';
import { seenPrefix } from '../cases/incidents/incidents-screen.tsx';
import { dangerWord } from '../cases/risk/danger-words.ts';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Empty, Screen } from '../parts/screen.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { LineBox } from '../request/back-fields.tsx';
import { addressOf } from '../router/route.ts';
import { useView } from '../session/use-session.tsx';

const bases = ['actor', 'weeks', 'method', 'place'] as const;
type Basis = (typeof bases)[number];

/** What several cases have in common: the same actor, place, weeks, method. Each says on what it rests. */
export function PatternsScreen(): ReactNode {
  const { t, numbers } = useSpeech();
  const answer = useView('patterns', {});
  const [needed, setNeeded] = useState<readonly Basis[]>([]);
  const [text, setText] = useState('');
  const view = answer?.ok === true ? answer.value : null;
  const asked = text.trim().toLocaleLowerCase();
  const shown = (view?.patterns ?? []).filter(
    (pattern) =>
      needed.every((basis) => pattern.bases.includes(basis)) &&
      (asked === '' || textsOf(pattern).includes(asked)),
  );
  return (
    <Screen
      title={t('patterns.title')}
      back={{ href: addressOf({ name: 'cases' }), label: t('cases.title') }}
      lead={t('patterns.lead')}
    >
      {answer === undefined ? <p className="quiet">{t('common.loading')}</p> : null}
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      {view === null ? null : (
        <div className="stack part-screen">
          <p className="note small">
            {t('patterns.looked', {
              incidents: formatNumber(numbers, view.incidents),
              cases: formatNumber(numbers, view.cases),
            })}{' '}
            {view.read.done < view.read.total
              ? t('patterns.stillReading', { done: view.read.done, total: view.read.total })
              : ''}{' '}
            {t('patterns.onlyRead')}{' '}
            {view.undated === 0 ? '' : t('patterns.undated', { count: view.undated })}
          </p>
          {view.patterns.length === 0 ? (
            <Empty title={t('patterns.none')}>{t('patterns.noneHint')}</Empty>
          ) : (
            <>
              <fieldset className="field">
                <legend>{t('patterns.must')}</legend>
                <div className="options many">
                  {bases.map((basis) => (
                    <label key={basis} className="option">
                      <input
                        type="checkbox"
                        checked={needed.includes(basis)}
                        onChange={() =>
                          setNeeded(
                            needed.includes(basis)
                              ? needed.filter((one) => one !== basis)
                              : [...needed, basis],
                          )
                        }
                      />
                      <span>{t(`patterns.basis.${basis}`)}</span>
                    </label>
                  ))}
                </div>
              </fieldset>
              <LineBox label={t('patterns.find')} value={text} onChange={setText} />
              <p role="status" className="small quiet">
                {t('patterns.count', { count: shown.length })}
                {view.total > view.patterns.length
                  ? ` ${t('patterns.strongest', { count: view.patterns.length, total: view.total })}`
                  : ''}
              </p>
              <ol className="plain stack">
                {shown.map((pattern) => (
                  <li key={pattern.key}>
                    <PatternCard pattern={pattern} />
                  </li>
                ))}
              </ol>
            </>
          )}
        </div>
      )}
    </Screen>
  );
}

const textsOf = (pattern: Pattern): string =>
  [
    ...(pattern.actor?.names ?? []),
    ...(pattern.place?.areas ?? []),
    ...pattern.cases.map(({ pseudonym }) => pseudonym),
  ]
    .join(' ')
    .toLocaleLowerCase();

function PatternCard({ pattern }: { readonly pattern: Pattern }): ReactNode {
  const { t, numbers } = useSpeech();
  const { actor, place, first, last } = pattern;
  const day = (one: string): string => formatDate(numbers, one, 'UTC');
  const [method] = pattern.methods;
  const areas = place === null ? [] : place.areas;
  return (
    <article className="card padded stack tight" data-pattern={pattern.bases.join(' ')}>
      <h2>{t('patterns.sentence', { people: pattern.people, cases: pattern.cases.length })}</h2>
      <dl className="three">
        {actor === null ? null : (
          <div>
            <dt>{t('patterns.basis.actor')}</dt>
            <dd>
              <b>
                <bdi dir={typedDirection(actor.names[0] ?? '')}>{actor.names[0]}</bdi>
              </b>
              {actor.names.length < 2 ? null : (
                <span className="small quiet">
                  {' '}
                  {t(`patterns.how.${actor.how}`, { names: formatList(numbers, actor.names.slice(1)) })}
                </span>
              )}
            </dd>
          </div>
        )}
        {first === null || last === null ? null : (
          <div>
            <dt>{t(pattern.bases.includes('weeks') ? 'patterns.basis.weeks' : 'patterns.time')}</dt>
            <dd>
              {first === last ? day(first) : t('patterns.between', { from: day(first), to: day(last) })}
            </dd>
          </div>
        )}
        {method === undefined ? null : (
          <div>
            <dt>{t('patterns.basis.method')}</dt>
            <dd>
              {pattern.methods.map((one) => (
                <span key={one.code} className="method-shared">
                  <b>{dangerWord(t, one.code.startsWith('tnr_') ? 'method' : 'act', one.code)}</b>{' '}
                  <span className="small quiet">
                    {t('patterns.sentence', { people: one.people, cases: one.cases })}
                  </span>
                </span>
              ))}
            </dd>
          </div>
        )}
        {place === null ? null : (
          <div>
            <dt>{t('patterns.basis.place')}</dt>
            <dd>
              <bdi>
                {[...areas, ...(place.country === null ? [] : [countryName(numbers, place.country)])].join(
                  ' · ',
                )}
              </bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('patterns.in')}</dt>
          <dd>
            <ul className="plain stack tight">
              {pattern.cases.map((one) => (
                <li key={one.record}>
                  <a href={addressOf({ name: 'case', record: one.record, part: 'incidents' })}>
                    <bdi>{one.pseudonym}</bdi>
                  </a>{' '}
                  <span className="small quiet">
                    {t('patterns.incidents', { count: one.incidents.length })}
                  </span>{' '}
                  {one.incidents.slice(0, 9).map((incident, at) => (
                    <a
                      key={incident}
                      className="button small"
                      href={addressOf({
                        name: 'case',
                        record: one.record,
                        part: 'incidents',
                        item: `${seenPrefix}${incident}`,
                      })}
                    >
                      {one.incidents.length === 1 ? t('patterns.seeIt') : formatNumber(numbers, at + 1)}
                      <span className="visually-hidden">
                        {' '}
                        {t('patterns.theIncident', { number: at + 1, name: one.pseudonym })}
                      </span>
                    </a>
                  ))}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </article>
  );
}
