import type { FileView, Post, PostView } from '@leeward/workspace/door/post.ts';
import { useLanguage } from '../model/language.ts';
import { fileWords, postWords, waitingWords } from './failure.ts';
import { State } from './state.tsx';
import { Ticket } from './ticket.tsx';

/** What is happening to what she sends: one line that is read aloud, then each file, then what she can do. */
export function PostState({ post, view }: { readonly post: Post; readonly view: PostView }) {
  const language = useLanguage();
  const { t } = language;
  const isRunning = view.step !== 'idle' && !isOver(view);
  const failure = isOver(view) ? postWords(view, language) : null;
  return (
    <div class="stack tight">
      {isRunning ? (
        <p class="note" role="status">
          {view.waiting === null ? <Doing view={view} /> : waitingWords(view, view.waiting.problem, language)}
        </p>
      ) : null}
      {failure === null ? null : (
        <p class="note warn" role="alert">
          {failure}
        </p>
      )}
      {view.files.length === 0 ? null : (
        <ul class="plain stack tight">
          {view.files.map((file, index) => (
            <FileLine
              key={`${index}${file.name}`}
              file={file}
              isHeldUp={isOver(view) || view.waiting !== null}
            />
          ))}
        </ul>
      )}
      {isRunning ? (
        <div class="go">
          {view.waiting === null ? null : (
            <button class="button primary wide" type="button" onClick={post.hurry}>
              {t('send.again')}
            </button>
          )}
          <button class="button" type="button" onClick={post.stop}>
            {t('send.stop')}
          </button>
        </div>
      ) : null}
      {isOver(view) && view.step !== 'done' ? (
        <button class="button primary" type="button" onClick={() => void post.run()}>
          {t('common.retry')}
        </button>
      ) : null}
    </div>
  );
}

export const isOver = ({ step }: PostView): boolean =>
  step === 'done' || step === 'stopped' || step === 'failed';

function Doing({ view }: { readonly view: PostView }) {
  const { t } = useLanguage();
  if (view.step === 'locking') return <>{t('send.locking')}</>;
  if (view.step === 'working') return <>{t('send.proof')}</>;
  if (view.step === 'files') {
    const file = view.files.find(({ state }) => state === 'sending');
    if (file !== undefined && file.total > 0)
      return (
        <>
          {t('send.file', { name: file.name, done: Math.min(file.done + 1, file.total), total: file.total })}
        </>
      );
  }
  const stored = view.items.filter(({ state }) => state === 'stored').length;
  return <>{t('send.parts', { done: Math.min(stored + 1, view.items.length), total: view.items.length })}</>;
}

function FileLine({
  file,
  isHeldUp,
}: {
  readonly file: FileView;
  /** Whether the line is lost, or sending was stopped: then she may want to go on another time. */
  readonly isHeldUp: boolean;
}) {
  const language = useLanguage();
  const failure = fileWords(file, language);
  return (
    <li class="file">
      <bdi>{file.name}</bdi>
      <State state={file.state === 'stored' ? 'stored' : 'not-sent'} />
      {file.state === 'sending' && file.total > 0 ? (
        <progress max={file.total} value={file.done} aria-label={file.name} />
      ) : null}
      {failure === null ? null : <p class="error">{failure}</p>}
      {isHeldUp && file.ticket !== null ? <Ticket name={file.name} ticket={file.ticket} /> : null}
    </li>
  );
}
