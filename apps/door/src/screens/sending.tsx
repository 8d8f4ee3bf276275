import type { Post } from '@leeward/workspace/door/post.ts';
import type { Answers } from '../model/answers.ts';
import { useLanguage } from '../model/language.ts';
import type { Go } from '../model/screens.ts';
import { useView } from '../model/store.ts';
import { Frame } from '../parts/frame.tsx';
import { PostState } from '../parts/post-state.tsx';
import { State } from '../parts/state.tsx';

/** Sending, and that it is sent: only a receipt that was verified moves it from one to the other. */
export function Sending({
  post,
  answers,
  go,
}: {
  readonly post: Post;
  readonly answers: Answers;
  readonly go: Go;
}) {
  const { t } = useLanguage();
  const view = useView(post);
  const [request] = view.items;
  const isStored = view.items.length > 0 && view.items.every(({ state }) => state === 'stored');
  const isDone = view.step === 'done';
  return (
    <Frame
      key={isStored ? 'sent' : 'sending'}
      title={t(isStored ? 'sent.title' : 'send.title')}
      lead={t(isStored ? 'sent.lead' : 'send.keepOpen')}
    >
      <div class="card padded stack tight">
        <p class="words clip">{answers.what}</p>
        <State state={isStored ? 'stored' : 'not-sent'} at={isStored ? (request?.storedAt ?? null) : null} />
        <p class="small quiet">{t(isStored ? 'state.storedHint' : 'state.notSentHint')}</p>
      </div>
      <PostState post={post} view={view} />
      {isStored ? (
        <section class="stack tight">
          <h2>{t('sent.next')}</h2>
          <ol class="stack tight">
            <li>{t(answers.danger48h === 'yes' ? 'sent.nextImmediate' : 'sent.next1')}</li>
            <li>{t('sent.next2')}</li>
            <li>{t('sent.whenBack')}</li>
          </ol>
          <p class={isDone ? 'note good' : 'note'}>{t(isDone ? 'sent.close' : 'send.keepOpen')}</p>
          <button class="button primary" type="button" onClick={() => go('talk')}>
            {t('sent.read')}
          </button>
        </section>
      ) : null}
    </Frame>
  );
}
