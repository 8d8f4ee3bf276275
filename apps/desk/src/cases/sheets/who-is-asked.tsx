import type { Voices } from '@leeward/domain/consent/voices.ts';
import { nearKeptAway } from '@leeward/domain/people/circles.ts';
import { keptAway } from '@leeward/domain/people/contact.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import type { AskingNote } from '@leeward/domain/verification/asking.ts';
import { mayAskIn } from '@leeward/domain/verification/of-case.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId } from 'react';
import { useToday } from '../../directory/use-today.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { NameWords } from '../people/name-words.tsx';
import type { SheetDraft } from './draft.ts';

/** Who is asked, and what the file says about asking that person. It stays sealed here: the reader sees none of it. */
export function WhoIsAsked({
  view,
  voices,
  draft: { source, whom, although, purpose },
  change,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  readonly draft: SheetDraft;
  readonly change: (part: Partial<SheetDraft>) => void;
}): ReactNode {
  const { t } = useSpeech();
  const box = useId();
  const today = useToday();
  const sources = standing(view.state.parts.verification.sources);
  const verdict = source === '' ? null : mayAskIn(view.state, voices, source, [], today);
  const near = source === '' ? nearKeptAway(view.state.parts.people, [whom]) : [];
  // What she said of whom to leave alone, in words: only a person can tell who belongs to them.
  const away = keptAway(view.state.parts.people).filter(({ person, why }) => person === null || why !== '');
  return (
    <fieldset className="field stack tight">
      <legend>{t('sheets.whom')}</legend>
      {sources.length === 0 ? null : (
        <div className="field">
          <label htmlFor={box}>{t('sheets.source')}</label>
          <select id={box} value={source} onChange={(event) => change({ source: event.target.value })}>
            <option value="">{t('sheets.noSource')}</option>
            {sources.map((one) => (
              <option key={one.id} value={one.id}>
                {valueIn(one, 'label')}
              </option>
            ))}
          </select>
        </div>
      )}
      {source === '' ? (
        <LineBox
          label={t('sheets.whomWords')}
          hint={t('sheets.whomHint')}
          value={whom}
          onChange={(value) => change({ whom: value })}
        />
      ) : null}
      {source === '' && purpose === 'con_verify_referee' && whom.trim() !== '' ? (
        <p className="note danger">{t('sheets.refereeInWords')}</p>
      ) : null}
      {near.map(({ away: { bar, why }, grade, said, words }) => (
        <p key={bar.id} className={`note ${grade === 'sure' ? 'danger' : 'warn'}`}>
          {t(grade === 'sure' ? 'sheets.asking.never_contact' : 'sheets.asking.may_be_never_contact')}{' '}
          <Words inline text={[said, why].filter((one) => one !== '').join(': ')} />{' '}
          <NameWords words={words} />
        </p>
      ))}
      {verdict === null ? null : (
        <>
          <Notes notes={verdict.never} tone="danger" />
          <Notes notes={verdict.careful} tone="warn" />
          {verdict.careful.length === 0 || verdict.never.length > 0 ? null : (
            <LineBox
              label={t('sheets.although')}
              value={although}
              onChange={(value) => change({ although: value })}
            />
          )}
        </>
      )}
      {away.length === 0 ? null : (
        <div className="note warn stack tight">
          <strong>{t('sheets.leaveAlone')}</strong>
          <ul className="plain">
            {away.map(({ bar, circle, why }) => (
              <li key={bar.id}>
                <Words inline text={[circle, why].filter((one) => one !== '').join(': ')} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </fieldset>
  );
}

function Notes({
  notes,
  tone,
}: {
  readonly notes: readonly AskingNote[];
  readonly tone: 'danger' | 'warn';
}): ReactNode {
  const { t } = useSpeech();
  if (notes.length === 0) return null;
  return (
    <div className={`note ${tone} stack tight`}>
      {notes.map(({ code, details, words }) => (
        <p key={`${code} ${JSON.stringify(details ?? {})}`}>
          {t(`sheets.asking.${code}`)} <Words inline text={details?.['why'] ?? details?.['reason'] ?? ''} />{' '}
          <NameWords words={words ?? []} />
        </p>
      ))}
    </div>
  );
}
