import type { Conflict, ShownEntry } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useAction } from '../../session/use-session.tsx';
import { fieldLabel } from './fields.ts';
import { ValueLines } from './value-lines.tsx';

/** Facts of which two versions stand. Both are shown; choosing one is a change like any other. */
export function Conflicts({ shown }: { readonly shown: ShownEntry }): ReactNode {
  const { t } = useSpeech();
  const heading = useId();
  if (shown.conflicts.length === 0 && shown.unfit.length === 0) return null;
  return (
    <section className="card facts" aria-labelledby={heading}>
      <h2 id={heading}>{t('directory.conflicts')}</h2>
      {shown.conflicts.length === 0 ? null : <p className="small">{t('directory.conflictsHint')}</p>}
      {shown.conflicts.map((conflict) => (
        <Choose key={conflict.field} mechanism={shown.entry.id} conflict={conflict} />
      ))}
      {shown.unfit.map(({ field, value }) => (
        <div key={field} className="note">
          <p className="small">{t('directory.unfit', { field: t(fieldLabel(field)) })}</p>
          <ValueLines field={field} value={value} />
        </div>
      ))}
    </section>
  );
}

function Choose({
  mechanism,
  conflict,
}: {
  readonly mechanism: string;
  readonly conflict: Conflict;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const action = useAction('proposeChange');
  const { field, shown, released, mine, kinds } = conflict;
  const choose = (to: unknown, source: string, sourceDate: string | null): void => {
    void action.run({
      mechanism,
      changes: [{ field, from: shown, to }],
      source,
      sourceDate,
      note: t('directory.conflictChosen'),
      confirm: true,
    });
  };
  return (
    <div className="difference stack tight">
      <h3>{t(fieldLabel(field))}</h3>
      {kinds.includes('release') ? (
        <div className="version">
          <span className="small quiet">{t('directory.versionRelease')}</span>
          <ValueLines field={field} value={released} />
          <button
            type="button"
            className="button"
            disabled={action.busy}
            onClick={() => choose(released, t('directory.versionRelease'), null)}
          >
            {t('directory.takeThis')}
          </button>
        </div>
      ) : null}
      {mine.map((version) => (
        <div key={version.proposal} className="version">
          <span className="small quiet">
            {nameOf(version.by)} · <Ago at={version.claimedTime} />
          </span>
          <ValueLines field={field} value={version.value} />
          <Words text={version.source} className="small" />
          <button
            type="button"
            className="button"
            disabled={action.busy}
            onClick={() => choose(version.value, version.source, version.sourceDate)}
          >
            {t('directory.takeThis')}
          </button>
        </div>
      ))}
      <FailureNote failure={action.failure} />
    </div>
  );
}
