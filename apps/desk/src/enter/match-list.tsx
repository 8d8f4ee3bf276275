import { countryName } from '@leeward/ui';
import type { PossibleMatch } from '@leeward/workspace/desk/requests-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf } from '../router/route.ts';

/** Who may be meant. A person decides; nothing is joined by a likeness. */
export function MatchList({
  matches,
  chosen,
  onChoose,
}: {
  readonly matches: readonly PossibleMatch[];
  readonly chosen: string | null;
  /** Null where nothing can be chosen here. */
  readonly onChoose: (record: string | null) => void;
}): ReactNode {
  const { t, numbers } = useSpeech();
  return (
    <ul className="plain matches">
      {matches.map((match) => (
        <li key={match.record} className="card match">
          <div>
            <p className="line-title">
              <b>{t(match.kind === 'case' ? 'enter.matchCase' : 'enter.matchRequest')}</b>
              {match.name === '' ? null : <Words inline text={match.name} />}
            </p>
            {match.excerpt === '' ? null : (
              <Words text={match.excerpt} lang={match.locale} className="excerpt quiet one-line" />
            )}
            <p className="line-meta">
              {match.why.map((why) => (
                <span key={why} className={why === 'reach' ? 'chip accent' : 'chip'}>
                  {t(`enter.why.${why}`)}
                </span>
              ))}
              {match.country === null ? null : (
                <span className="small quiet">{countryName(numbers, match.country)}</span>
              )}
              {match.waitingSince === null ? null : (
                <span className="small quiet">
                  {t('enter.waits')} <Ago at={match.waitingSince} />
                </span>
              )}
            </p>
          </div>
          <div className="cluster">
            {match.kind === 'case' ? null : (
              <label className="option">
                <input
                  type="checkbox"
                  checked={chosen === match.record}
                  onChange={(event) => onChoose(event.target.checked ? match.record : null)}
                />
                {t('enter.samePerson')}
              </label>
            )}
            <a
              className="button quiet"
              href={
                match.kind === 'case'
                  ? addressOf({ name: 'case', record: match.record })
                  : addressOf({ name: 'request', record: match.record, part: 'talk' })
              }
            >
              {t('enter.openMatch')}
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
