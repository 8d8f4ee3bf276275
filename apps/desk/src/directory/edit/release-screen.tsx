import { defang } from '@leeward/ui';
import type { DirectoryView, ReleaseRead } from '@leeward/workspace/directory/contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { FileBox } from '../../parts/file-box.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { useAction } from '../../session/use-session.tsx';
import { ExportButtons } from '../export-buttons.tsx';
import { useSpeaker } from '../speaker.tsx';
import { fieldLabel } from './fields.ts';

/** Which public edition lies under the organisation's own work, and how a newer one comes under it. */
export function ReleaseScreen({ view }: { readonly view: DirectoryView }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const nameOf = useMemberName();
  const { release, waitingFor } = view;
  return (
    <div className="stack wide-stack">
      <section className="card facts" aria-labelledby="edition">
        <h2 id="edition">{t('directory.editionInUse')}</h2>
        {release === null ? (
          <p>{t('directory.editionNone')}</p>
        ) : (
          <dl>
            <div>
              <dt>{t('directory.version')}</dt>
              <dd>
                {release.version} · {t('directory.found', { count: release.count })}
              </dd>
            </div>
            <div>
              <dt>{t('directory.editionFrom')}</dt>
              <dd>
                {release.imported === null
                  ? t('directory.editionBuiltIn')
                  : t('directory.editionImported', {
                      name: nameOf(release.imported.by),
                      date: speaker.date(new Date(release.imported.claimedTime).toISOString().slice(0, 10)),
                    })}
              </dd>
            </div>
            {release.hash === '' ? null : (
              <div>
                <dt>{t('directory.hash')}</dt>
                <dd>
                  <span className="code address" dir="ltr">
                    {release.hash}
                  </span>
                </dd>
              </div>
            )}
          </dl>
        )}
        {waitingFor === null ? null : (
          <p className="note">{t('directory.editionWaiting', { version: waitingFor.version })}</p>
        )}
      </section>
      {view.may.import ? <Import /> : <p className="quiet">{t('directory.mayNotImport')}</p>}
      <section className="stack tight">
        <h2>{t('directory.export')}</h2>
        <p className="small quiet">{t('directory.exportHint')}</p>
        <ExportButtons mechanisms={view.entries.map(({ entry }) => entry.id)} />
      </section>
    </div>
  );
}

function Import(): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const read = useAction('readRelease');
  const take = useAction('importRelease');
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<ReleaseRead | null>(null);
  const box = useId();
  const choose = async (chosen: File | null): Promise<void> => {
    setFile(chosen);
    setFound(null);
    take.clear();
    if (chosen === null) return;
    const answer = await read.run({ file: chosen });
    if (answer.ok) setFound(answer.value);
  };
  const go = async (): Promise<void> => {
    if (file === null || found?.type !== 'release') return;
    const answer = await take.run({ file, hash: found.hash });
    if (!answer.ok) return;
    setFound(answer.value.type === 'release' ? null : answer.value);
    if (answer.value.type !== 'release') return;
    setFile(null);
    notice({ text: t('directory.imported', { version: answer.value.version }) });
  };
  return (
    <section className="stack tight" aria-labelledby="import">
      <h2 id="import">{t('directory.import')}</h2>
      <p className="small quiet">{t('directory.importHint')}</p>
      <div className="field">
        <label htmlFor={box}>{t('directory.importFile')}</label>
        <FileBox
          id={box}
          shows
          accept=".json,application/json"
          onChange={(event) => void choose(event.target.files?.[0] ?? null)}
        />
      </div>
      <FailureNote failure={read.failure ?? take.failure} />
      {found === null ? null : found.type === 'no-release' ? (
        <div className="note danger" role="alert">
          <strong>{t('directory.noRelease')}</strong>
          <p>{t(`directory.noRelease.${found.why}`, { version: found.version, inUse: found.inUse })}</p>
          {found.flaws.slice(0, 10).map((flaw) => (
            <p key={`${flaw.id} ${flaw.field}`} className="small">
              <bdi lang="en">
                {flaw.id}: {flaw.field}: {flaw.what}
              </bdi>
            </p>
          ))}
        </div>
      ) : (
        <div className="card form-card stack tight" role="status">
          <h3>{t('directory.readRelease', { version: found.version })}</h3>
          <ul>
            <li>{t('directory.readAdded', { count: found.added.length })}</li>
            <li>{t('directory.readChanged', { count: found.changed.length })}</li>
            <li>{t('directory.readRemoved', { count: found.removed.length })}</li>
          </ul>
          {found.leadsElsewhere.length === 0 ? null : (
            <details className="pick" open>
              <summary>{t('directory.leadsElsewhere', { count: found.leadsElsewhere.length })}</summary>
              <ul className="pick-body small">
                {found.leadsElsewhere.slice(0, 30).map(({ mechanism, from, to }) => (
                  <li key={mechanism}>
                    {mechanism}: <bdi className="code">{defang(from)}</bdi>
                    {from === to ? null : (
                      <>
                        {' '}
                        → <bdi className="code">{defang(to)}</bdi>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {found.conflicts.length === 0 ? (
            <p>{t('directory.readNoConflict')}</p>
          ) : (
            <>
              <p>
                <b>{t('directory.readConflicts', { count: found.conflicts.length })}</b>
              </p>
              <ul>
                {found.conflicts.slice(0, 20).map(({ mechanism, field }) => (
                  <li key={`${mechanism} ${field}`}>
                    <a href={addressOf({ name: 'directory', part: 'entry', record: null, mechanism })}>
                      {mechanism}
                    </a>
                    : {t(fieldLabel(field))}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="small">
            {t('directory.hash')}{' '}
            <span className="code address" dir="ltr">
              {found.hash}
            </span>
          </p>
          <p className="small quiet">{t('directory.hashHint')}</p>
          <div>
            <button type="button" className="button primary" disabled={take.busy} onClick={() => void go()}>
              {t('directory.importNow', { version: found.version })}
            </button>
          </div>
        </div>
      )}
    </section>
  );
}
