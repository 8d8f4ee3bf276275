import { formatFileSize } from '@leeward/ui/language/format.ts';
import { isCleanable, MAX_FILE, readyFile } from '@leeward/workspace/door/files.ts';
import { useRef, useState } from 'preact/hooks';
import type { ChosenFile } from '../model/answers.ts';
import { nextFileId } from '../model/file-ids.ts';
import { useLanguage } from '../model/language.ts';
import { LineField } from './field.tsx';
import { Listen, VoiceNote } from './voice.tsx';

/** What one item holds at most; more would only be sent in a second one. */
const MOST_FILES = 64;

type Files = readonly ChosenFile[];
type Update = (update: (files: Files) => Files) => void;

/** Choosing files: each is cleaned where that is possible, and says what became of the data hidden in it. */
export function FilePicker({
  files,
  update,
  mayGoOn = false,
}: {
  readonly files: Files;
  readonly update: Update;
  /** Whether a ticket of an earlier visit may be given: only the same words can go on with what they began. */
  readonly mayGoOn?: boolean;
}) {
  const { t, tag } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);

  const choose = (chosen: readonly File[]): void => {
    const problems: string[] = [];
    const taken: ChosenFile[] = [];
    for (const file of chosen) {
      if (file.size > MAX_FILE) {
        const size = formatFileSize(tag, file.size);
        problems.push(
          t('error.fileTooLarge', { name: file.name, size, limit: formatFileSize(tag, MAX_FILE) }),
        );
      } else if (files.length + taken.length >= MOST_FILES) {
        problems.push(t('error.tooManyFiles', { count: MOST_FILES }));
      } else {
        const { name } = file;
        const fresh = { keepHidden: false, ready: null, problem: null, ticket: '', isRecording: false };
        taken.push({ id: nextFileId(), file, name, ...fresh });
      }
    }
    setRefused([...new Set(problems)]);
    update((current) => [...current, ...taken]);
    for (const one of taken) void prepare(one, update);
  };

  const total = files.reduce((sum, { ready, file }) => sum + (ready?.content ?? file).size, 0);
  return (
    <div class="stack tight">
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          choose([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <button class="button" type="button" onClick={() => input.current?.click()}>
        {t('ask.files.choose')}
      </button>
      <VoiceNote add={(recording) => update((current) => [...current, recording])} />
      {refused.map((words) => (
        <p key={words} class="error" role="alert">
          {words}
        </p>
      ))}
      {files.map((one) => (
        <ChosenOne key={one.id} one={one} update={update} mayGoOn={mayGoOn} />
      ))}
      {files.length === 0 ? null : (
        <p class="small quiet" role="status">
          {t('ask.files.count', { count: files.length, size: formatFileSize(tag, total) })}
        </p>
      )}
    </div>
  );
}

function ChosenOne({
  one,
  update,
  mayGoOn,
}: {
  readonly one: ChosenFile;
  readonly update: Update;
  readonly mayGoOn: boolean;
}) {
  const { t, tag } = useLanguage();
  const isPicture = isCleanable(one.file.type);
  const change = (changed: Partial<ChosenFile>): ChosenFile => {
    const next = { ...one, ...changed };
    update((files) => files.map((other) => (other.id === one.id ? { ...other, ...changed } : other)));
    return next;
  };
  const keep = (keepHidden: boolean): void => {
    void prepare(change({ keepHidden, ready: null, problem: null }), update);
  };
  return (
    <div class="card padded stack tight">
      <LineField
        label={t('ask.files.name')}
        hint={t('ask.files.nameNote')}
        value={one.name}
        limit={200}
        onChange={(name) => change({ name })}
      />
      <FileState one={one} />
      {one.isRecording && one.ready !== null ? <Listen name={one.name} sound={one.ready.content} /> : null}
      {isPicture ? (
        <label class="option">
          <input
            type="checkbox"
            autocomplete="off"
            checked={one.keepHidden}
            onChange={(event) => keep(event.currentTarget.checked)}
          />
          <span>
            {t('ask.files.keepHidden')}
            <span class="hint">{t('ask.files.keepHiddenHint')}</span>
          </span>
        </label>
      ) : null}
      {mayGoOn ? (
        <details>
          <summary>{t('ask.files.ticket')}</summary>
          <LineField
            label={t('send.ticketName')}
            hint={t('ask.files.ticketHint')}
            value={one.ticket}
            onChange={(ticket) => change({ ticket })}
          />
        </details>
      ) : null}
      <div class="bar">
        <span class="small quiet num">{formatFileSize(tag, (one.ready?.content ?? one.file).size)}</span>
        <button
          class="button"
          type="button"
          onClick={() => update((files) => files.filter((other) => other.id !== one.id))}
        >
          {t('ask.files.remove', { name: one.name })}
        </button>
      </div>
    </div>
  );
}

function FileState({ one }: { readonly one: ChosenFile }) {
  const { t } = useLanguage();
  if (one.problem === 'cannot-clean') return <p class="note warn small">{t('ask.files.cannotRead')}</p>;
  if (one.problem === 'file-unreadable')
    return (
      <p class="error" role="alert">
        {t('error.fileUnreadable', { name: one.name })}
      </p>
    );
  if (one.ready === null) return <p class="small quiet">{t('common.loading')}</p>;
  if (one.ready.hidden === 'removed')
    return (
      <p class="small">
        <span class="chip good">{t(one.isRecording ? 'voice.cleaned' : 'ask.files.cleaned')}</span>
      </p>
    );
  if (one.ready.hidden === 'kept')
    return (
      <p class="small">
        <span class="chip warn">{t('ask.files.kept')}</span>
      </p>
    );
  return (
    <div class="small">
      <span class="chip warn">{t('ask.files.notCleaned')}</span>
      <p class="quiet">{t('ask.files.otherNote')}</p>
    </div>
  );
}

async function prepare(one: ChosenFile, update: Update): Promise<void> {
  const ready = await readyFile(one.file, one.keepHidden);
  update((files) =>
    files.map((other) => {
      // She may have changed her mind while it was read.
      if (other.id !== one.id || other.keepHidden !== one.keepHidden) return other;
      if (ready.ok) return { ...other, ready: ready.value, problem: null };
      const problem = ready.error.code === 'cannot-clean' ? 'cannot-clean' : 'file-unreadable';
      return { ...other, ready: null, problem };
    }),
  );
}

/** The files that can be sent, under the names that she gave them. */
export function readyOnes(files: Files) {
  return files.flatMap(({ ready, name, ticket }) =>
    ready === null ? [] : [{ ...ready, name: name.trim() === '' ? ready.name : name, ticket }],
  );
}
