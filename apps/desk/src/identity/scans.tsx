import { identityScans, type Scan } from '@leeward/domain/identity/scans.ts';
import type { IdentityState } from '@leeward/domain/identity/state.ts';
import { awayIn, type Together, together } from '@leeward/domain/identity/together.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { type WithCopies, withCopies } from '@leeward/domain/shared/with-copies.ts';
import { formatFileSize, inertFileName } from '@leeward/ui';
import type { PersonInCase } from '@leeward/workspace/desk/identity/contract.ts';
import { type ReactNode, useState } from 'react';
import { AttachedFile } from '../files/attached-file.tsx';
import { Fingerprints } from '../files/fingerprints.tsx';
import { useSpeech } from '../language/speech.tsx';
import { Ago } from '../parts/clock.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName } from '../session/organisation.tsx';
import { NewScan } from './new-scan.tsx';
import { AwayThings, PutAwayThing } from './put-away.tsx';
import { useCodeWords } from './words.ts';

type Props = {
  readonly of: PersonInCase;
  readonly records: readonly Together[];
  readonly mayEdit: boolean;
};

type Shown = { readonly identity: string; readonly item: Scan };

/** Scans of her papers: closed and out of focus until somebody asks, each with the copies that were made from it. */
export function Scans({ of, records, mayEdit }: Props): ReactNode {
  const { t } = useSpeech();
  const [adding, setAdding] = useState(false);
  const first = records[0];
  const shown: readonly Shown[] = together(records, 'scans');
  const away: readonly Shown[] = awayIn(records, 'scans');
  return (
    <section className="card stack" aria-label={t('identity.scans')}>
      <h2>{t('identity.scans')}</h2>
      {shown.length === 0 ? <p className="quiet">{t('identity.scansEmpty')}</p> : null}
      <ScanList of={of} scans={withCopies(shown)} records={records} mayEdit={mayEdit} />
      <AwayThings
        of={of}
        kind={identityScans}
        things={away}
        mayEdit={mayEdit}
        say={(item) => <ScanName item={item} />}
      />
      {!mayEdit || first === undefined ? null : (
        <NewScan
          of={of}
          record={first.identity}
          state={first.state}
          opened={adding}
          onOpen={() => setAdding(true)}
          onDone={() => setAdding(false)}
        />
      )}
    </section>
  );
}

function ScanName({ item }: { readonly item: Scan }): ReactNode {
  const { t, numbers } = useSpeech();
  const file = valueIn(item, 'file');
  return (
    <div className="file-head">
      <span className="file-name">{inertFileName(file?.name || t('request.fileUnnamed')).display}</span>
      <span className="small quiet num">{formatFileSize(numbers, file?.size ?? 0)}</span>
    </div>
  );
}

function ScanList({
  of,
  scans,
  records,
  mayEdit,
}: Props & { readonly scans: readonly WithCopies<Shown>[] }): ReactNode {
  if (scans.length === 0) return null;
  return (
    <ul className="plain files">
      {scans.map((scan) => (
        <li key={`${scan.of.identity} ${scan.of.item.id}`} className="file">
          <OneScan
            of={of}
            shown={scan.of}
            state={records.find(({ identity }) => identity === scan.of.identity)?.state}
            mayEdit={mayEdit}
          />
          <ScanList of={of} scans={scan.copies} records={records} mayEdit={mayEdit} />
        </li>
      ))}
    </ul>
  );
}

function OneScan({
  of,
  shown: { identity, item },
  state,
  mayEdit,
}: {
  readonly of: PersonInCase;
  readonly shown: Shown;
  readonly state: IdentityState | undefined;
  readonly mayEdit: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const nameOf = useMemberName();
  const paperWords = usePaperWords();
  const file = valueIn(item, 'file');
  if (file === undefined) return null;
  const name = inertFileName(file.name || t('request.fileUnnamed'));
  const paper = paperWords(state, valueIn(item, 'paper') ?? null);
  const madeFrom = valueIn(item, 'madeFrom') ?? null;
  const [begun] = item.steps;
  const note = valueIn(item, 'note') ?? '';
  return (
    <div className="stack tight">
      <ScanName item={item} />
      <p className="small quiet">
        {madeFrom === null ? null : <b>{t('identity.scanCopy')} · </b>}
        {paper === null ? null : <>{t('identity.scanOf', { paper })} · </>}
        {begun === undefined ? null : (
          <>
            {t('identity.scanKept', { name: nameOf(begun.by) })} <Ago at={begun.claimedTime} />
          </>
        )}
      </p>
      {note === '' ? null : <Words text={note} className="small" />}
      <AttachedFile
        record={identity}
        file={file}
        name={name.display}
        extension={name.extension}
        copies={mayEdit}
        blurred
      />
      <Fingerprints file={file} note={undefined} madeFrom={madeFrom?.hash} />
      {mayEdit ? (
        <div>
          <PutAwayThing of={of} record={identity} kind={identityScans} item={item} />
        </div>
      ) : null}
    </div>
  );
}

/** What a paper of the sheet is called in one line: its kind, and nothing of what it says. */
export function usePaperWords(): (state: IdentityState | undefined, paper: string | null) => string | null {
  const words = useCodeWords();
  return (state, paper) => {
    const found = standing(state?.sheet.documents ?? new Map()).find(({ id }) => id === paper);
    return found === undefined ? null : words('identity.doc', valueIn(found, 'kind') ?? 'doc_other');
  };
}
