import {
  namesOf,
  sayFinding,
  sayQuestion,
  sayState,
  sayWarning,
  sayWhere,
} from '@leeward/directory/say/index.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf } from '../../router/route.ts';
import { EntryMarks } from '../parts.tsx';
import { useSpeaker } from '../speaker.tsx';
import type { Line } from './find.ts';
import { shownFindings } from './reasons.ts';

type Props = {
  readonly line: Line;
  /** The request for which somebody looks. */
  readonly record: string | null;
  readonly isPicked: boolean;
  readonly onPick: () => void;
};

/** One entry in a list: what it is, what it gives, and why it stands in this list, in words. */
export function EntryLine({ line: { shown, verdict }, record, isPicked, onPick }: Props): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const { entry } = shown;
  const [first] = verdict?.questions ?? [];
  const dangers = verdict?.warnings.filter(({ code }) => code === 'danger') ?? [];
  return (
    <li className="entry">
      <div className="entry-main">
        <div className="entry-title">
          <h3>
            <a
              className="entry-link"
              href={addressOf({ name: 'directory', part: 'entry', record, mechanism: entry.id })}
            >
              <bdi>{entry.name}</bdi>
            </a>
          </h3>
        </div>
        <div className="entry-meta">
          <EntryMarks shown={shown} />
          {entry.organisation === entry.name ? null : (
            <span className="small quiet">
              <bdi>{entry.organisation}</bdi>
            </span>
          )}
        </div>
        <p>
          {entry.gives.services.length === 0
            ? t('directory.givesUnseen')
            : speaker.capital(namesOf(speaker, 'service', entry.gives.services))}
        </p>
        {verdict === null ? (
          <ul className="plain reasons">
            <li className="small quiet">
              {[...sayWhere(speaker, entry).slice(0, 1), sayState(speaker, entry.state)[0]].join(' ')}
            </li>
          </ul>
        ) : (
          <ul className="plain reasons">
            {first === undefined ? null : (
              <li className="reason unknown">
                <span className="visually-hidden">{t('directory.openMark')} </span>
                {sayQuestion(speaker, first, entry.name)}
                {verdict.questions.length > 1 ? (
                  <span className="quiet">
                    {' '}
                    {t('directory.moreOpen', { count: verdict.questions.length - 1 })}
                  </span>
                ) : null}
              </li>
            )}
            {shownFindings(verdict).map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one verdict never change places
              <li key={index} className={`reason ${finding.truth}`}>
                <span className="visually-hidden">
                  {finding.truth === 'no' ? t('directory.againstMark') : t('directory.forMark')}{' '}
                </span>
                {sayFinding(speaker, finding)}
              </li>
            ))}
            {verdict.list === 'not'
              ? null
              : dangers.slice(0, 2).map((warning) => (
                  <li key={sayWarning(speaker, warning)} className="reason danger">
                    {sayWarning(speaker, warning)}
                  </li>
                ))}
          </ul>
        )}
      </div>
      <button
        type="button"
        className="button pick-button"
        aria-pressed={isPicked}
        aria-label={t(isPicked ? 'directory.pickedNamed' : 'directory.pickNamed', { name: entry.name })}
        onClick={onPick}
      >
        {isPicked ? t('directory.picked') : t('directory.pick')}
      </button>
    </li>
  );
}
