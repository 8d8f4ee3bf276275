import { documentItems } from '@leeward/domain/document/events.ts';
import {
  type CaseDocument,
  documentsWithCopies,
  isGraphic,
  lastingOn,
} from '@leeward/domain/document/state.ts';
import { may } from '@leeward/domain/organisation/permissions.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { WithCopies } from '@leeward/domain/shared/with-copies.ts';
import { formatDate, formatFileSize, inertFileName } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useState } from 'react';
import { Graphic } from '../../care/graphic.tsx';
import { useToday } from '../../directory/use-today.ts';
import { AttachedFile } from '../../files/attached-file.tsx';
import { Fingerprints } from '../../files/fingerprints.tsx';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { DateWords } from '../../parts/inexact-date-words.tsx';
import { Empty } from '../../parts/screen.tsx';
import { Words } from '../../parts/words.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useActor } from '../../session/use-actor.ts';
import { PutAway } from '../item/put-away.tsx';
import { usePersonNames } from '../item/use-person-names.ts';
import { AskedDocuments } from './asked-documents.tsx';
import { DocumentForm } from './document-form.tsx';
import { DocumentVersions } from './document-versions.tsx';
import { useKindWords } from './kind-words.ts';
import { NewDocument } from './new-document.tsx';

/** Papers, pictures and recordings of the case: named, closed until somebody asks. */
export function DocumentsScreen({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const actor = useActor();
  const allowed = view.stopped === null && may(actor.role, 'case.edit', actor.permissions).ok;
  const documents = documentsWithCopies(view.state.parts.documents);
  const away = [...view.state.parts.documents.values()].filter((one) => one.away !== null);
  return (
    <div className="stack part-screen">
      <p className="quiet">{t('documents.lead')}</p>
      {allowed ? <NewDocument view={view} /> : null}
      <AskedDocuments view={view} allowed={allowed} item={item} />
      {documents.length === 0 ? (
        <Empty title={t('documents.empty')}>{t('documents.emptyHint')}</Empty>
      ) : (
        <DocumentList view={view} documents={documents} allowed={allowed} item={item} />
      )}
      {away.length === 0 ? null : (
        <details className="card more-detail">
          <summary>{t('item.away', { count: away.length })}</summary>
          <ul className="plain stack tight">
            {away.map((document) => (
              <li key={document.id} className="stack tight">
                <Words inline text={valueIn(document, 'title') ?? ''} />
                <span className="small quiet">{document.away?.reason}</span>
                {allowed ? (
                  <PutAway
                    kind={documentItems}
                    record={view.record}
                    item={document}
                    label={t('documents.putAway')}
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

/** What was made from a document, with parts blacked out, stands under it. */
function DocumentList({
  view,
  documents,
  allowed,
  item,
}: {
  readonly view: CaseView;
  readonly documents: readonly WithCopies<{ readonly item: CaseDocument }>[];
  readonly allowed: boolean;
  readonly item: string | null;
}): ReactNode {
  if (documents.length === 0) return null;
  return (
    <ul className="plain stack tight">
      {documents.map(({ of, copies }) => (
        <li
          key={of.item.id}
          className="card padded stack tight"
          data-marked={of.item.id === item || undefined}
        >
          <DocumentCard view={view} document={of.item} allowed={allowed} />
          <DocumentList view={view} documents={copies} allowed={allowed} item={item} />
        </li>
      ))}
    </ul>
  );
}

function DocumentCard({
  view,
  document,
  allowed,
}: {
  readonly view: CaseView;
  readonly document: CaseDocument;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const today = useToday();
  const nameOf = useMemberName();
  const personName = usePersonNames(view.state);
  const kindWords = useKindWords();
  const [editing, setEditing] = useState(false);
  const file = valueIn(document, 'file');
  const kind = valueIn(document, 'kind') ?? null;
  const about = valueIn(document, 'about') ?? null;
  const made = valueIn(document, 'made') ?? null;
  const source = valueIn(document, 'source') ?? '';
  const expires = valueIn(document, 'expires') ?? null;
  const madeFrom = valueIn(document, 'madeFrom') ?? null;
  const lasting = lastingOn(document, today);
  const begun = document.steps[0];
  const name = inertFileName(file?.name || t('request.fileUnnamed'));
  const opened =
    file === undefined ? null : (
      <AttachedFile
        record={view.record}
        file={file}
        name={name.display}
        extension={name.extension}
        copies={allowed}
      />
    );
  return (
    <>
      <div className="line-meta">
        <b>
          <Words inline text={valueIn(document, 'title') ?? ''} />
        </b>
        {madeFrom === null ? null : <span className="chip accent">{t('identity.scanCopy')}</span>}
        {kind === null ? null : <span className="chip">{kindWords(kind)}</span>}
        {isGraphic(document) ? <span className="chip warn">{t('graphic.mark')}</span> : null}
        {expires === null ? null : (
          <span className={lasting === 'lasts' ? 'chip' : 'chip warn'}>
            {t(lasting === 'over' ? 'documents.over' : 'documents.ends', {
              date: formatDate(numbers, expires, 'UTC'),
            })}
          </span>
        )}
      </div>
      <dl className="small document-facts">
        {about === null ? null : (
          <div>
            <dt>{t('documents.about')}</dt>
            <dd>
              <bdi>{personName(about)}</bdi>
            </dd>
          </div>
        )}
        {made === null ? null : (
          <div>
            <dt>{t('documents.made')}</dt>
            <dd>
              <DateWords date={made} />
            </dd>
          </div>
        )}
        {source === '' ? null : (
          <div>
            <dt>{t('documents.source')}</dt>
            <dd>
              <Words inline text={source} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('documents.keptBy')}</dt>
          <dd>
            {begun === undefined ? null : (
              <>
                <bdi>{nameOf(begun.by)}</bdi> · <Ago at={begun.claimedTime} />
              </>
            )}
            {file === undefined ? null : (
              <span className="quiet num"> · {formatFileSize(numbers, file.size)}</span>
            )}
          </dd>
        </div>
      </dl>
      <DocumentVersions view={view} document={document} allowed={allowed} />
      {isGraphic(document) ? <Graphic shows={valueIn(document, 'shows') ?? ''}>{opened}</Graphic> : opened}
      {file === undefined ? null : <Fingerprints file={file} note={undefined} madeFrom={madeFrom?.hash} />}
      {allowed ? (
        editing ? (
          <DocumentForm view={view} document={document} onDone={() => setEditing(false)} />
        ) : (
          <div className="cluster">
            <button type="button" className="button" onClick={() => setEditing(true)}>
              {t('documents.correct')}
            </button>
            <PutAway
              kind={documentItems}
              record={view.record}
              item={document}
              label={t('documents.putAway')}
            />
          </div>
        )
      ) : null}
    </>
  );
}
