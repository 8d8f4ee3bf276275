import { formatDateTime, formatTime } from '@leeward/ui/language/format.ts';
import type { Conversation } from '@leeward/workspace/door/conversation.ts';
import { checkInItem, closeItem, messageItems } from '@leeward/workspace/door/request.ts';
import { talkLines } from '@leeward/workspace/door/talk.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ChosenFile } from '../model/answers.ts';
import type { Correspondence } from '../model/correspondence.ts';
import { useLanguage } from '../model/language.ts';
import { useView } from '../model/store.ts';
import { CheckWords } from '../parts/check-words.tsx';
import { unreadWords } from '../parts/failure.ts';
import { TextField } from '../parts/field.tsx';
import { FilePicker, readyOnes } from '../parts/files.tsx';
import { Frame } from '../parts/frame.tsx';
import { Line } from '../parts/line.tsx';
import { isOver, PostState } from '../parts/post-state.tsx';

/** The team confirms each week; a day more is no reason to worry. In milliseconds. */
const STALE = 8 * 24 * 3600 * 1000;

/** What was typed and not sent; it lives above this screen, so that nothing loses it. */
export type Reply = { readonly text: string; readonly files: readonly ChosenFile[] };

/** The conversation: what the team said, what she said, how far each has come. */
export function Talk({
  correspondence,
  conversation,
  onConversation,
  reply,
  onReply,
  putAway,
}: {
  readonly correspondence: Correspondence;
  readonly conversation: Conversation | null;
  readonly onConversation: (conversation: Conversation) => void;
  readonly reply: Reply;
  readonly onReply: (update: (reply: Reply) => Reply) => void;
  readonly putAway: () => void;
}) {
  const language = useLanguage();
  const { t, tag } = language;
  const { reader, post } = correspondence;
  const view = useView(post);
  const [looking, setLooking] = useState(false);
  const [looked, setLooked] = useState<{ readonly at: number; readonly isNew: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isClosing, setClosing] = useState(false);

  const look = async (): Promise<void> => {
    setLooking(true);
    const read = await reader.read();
    setLooking(false);
    if (!read.ok) {
      setProblem(unreadWords(language));
      return;
    }
    const before = conversation?.replies.length ?? 0;
    setProblem(null);
    setLooked({ at: Date.now(), isNew: Math.max(0, read.value.replies.length - before) });
    post.seen(read.value);
    onConversation(read.value);
  };
  useEffect(() => {
    if (conversation === null) void look();
  }, []);

  const send = async (): Promise<void> => {
    const items = messageItems(reply.text, []);
    const files = readyOnes(reply.files);
    if (items.length === 0 && files.length === 0) return;
    post.addWords(items);
    post.addFiles(files);
    onReply(() => ({ text: '', files: [] }));
    await post.run();
    await look();
  };
  const say = async (item: Parameters<typeof post.addWords>[0][number]): Promise<void> => {
    post.addWords([item]);
    await post.run();
    await look();
  };

  const hasClosed = view.items.some(
    ({ content, state }) => content.message.type === 'close' && state === 'stored',
  );
  const ending = endingOf(conversation, hasClosed);
  const lines = conversation === null ? [] : talkLines(conversation, view.items);
  const isPreparing = reply.files.some((file) => file.ready === null && file.problem === null);
  const maySend = !isPreparing && (reply.text.trim() !== '' || readyOnes(reply.files).length > 0);

  return (
    <Frame title={t('talk.title')}>
      <Confirmed conversation={conversation} />
      {conversation === null ? null : <Warnings conversation={conversation} />}
      {problem === null ? null : (
        <p class="note warn" role="alert">
          {problem}
        </p>
      )}
      {lines.some((line) => line.kind === 'own' && line.message === null) ? (
        <p class="small quiet">{t('talk.ownHidden')}</p>
      ) : null}
      <ol class="talk" aria-label={t('talk.title')}>
        {lines.map((line, index) => (
          <Line key={index} line={line} correspondence={correspondence} />
        ))}
      </ol>
      {lines.some(({ kind }) => kind === 'reply') || conversation === null ? null : <p>{t('talk.none')}</p>}
      {view.step === 'done' ? null : <PostState post={post} view={view} />}
      <div class="stack tight">
        <button class="button" type="button" disabled={looking} onClick={() => void look()}>
          {t('talk.refresh')}
        </button>
        <p class="small quiet" role="status">
          {looked === null || looking
            ? ''
            : looked.isNew > 0
              ? t('talk.newMessages', { count: looked.isNew })
              : t('talk.refreshed', { time: formatTime(tag, looked.at) })}
        </p>
      </div>
      {ending !== null ? (
        <p class="note">{t(ending === 'moved' ? 'talk.moved' : 'talk.closed')}</p>
      ) : (
        <>
          <section class="stack tight">
            <TextField
              label={t('talk.write')}
              hint={t('talk.writeHint')}
              value={reply.text}
              onChange={(text) => onReply((current) => ({ ...current, text }))}
            />
            <details>
              <summary>{t('talk.addFile')}</summary>
              <FilePicker
                files={reply.files}
                mayGoOn
                update={(update) => onReply((current) => ({ ...current, files: update(current.files) }))}
              />
            </details>
            <button
              class="button primary"
              type="button"
              disabled={!maySend || (view.step !== 'idle' && !isOver(view))}
              onClick={() => void send()}
            >
              {t('talk.send')}
            </button>
          </section>
          <section class="stack tight">
            <h2>{t('talk.safety')}</h2>
            <div class="go">
              <button class="button wide" type="button" onClick={() => void say(checkInItem(true))}>
                {t('talk.safe')}
              </button>
              <button class="button wide" type="button" onClick={() => void say(checkInItem(false))}>
                {t('talk.notSafe')}
              </button>
            </div>
            <p class="small quiet">{t('talk.safetyHint')}</p>
          </section>
        </>
      )}
      {conversation === null ? null : <CheckWords conversation={conversation} />}
      <section class="stack tight">
        <button class="button" type="button" onClick={putAway}>
          {t('talk.leave')}
        </button>
        <p class="small quiet">{t('talk.leaveHint')}</p>
        {ending !== null ? null : isClosing ? (
          <div class="card padded stack tight">
            <h2>{t('talk.closeTitle')}</h2>
            <p>{t('talk.closeText')}</p>
            <div class="go">
              <button class="button wide" type="button" onClick={() => setClosing(false)}>
                {t('talk.closeNo')}
              </button>
              <button
                class="button danger wide"
                type="button"
                onClick={() => {
                  setClosing(false);
                  void say(closeItem);
                }}
              >
                {t('talk.closeYes')}
              </button>
            </div>
          </div>
        ) : (
          <button class="button quiet" type="button" onClick={() => setClosing(true)}>
            {t('talk.close')}
          </button>
        )}
      </section>
    </Frame>
  );
}

/** When the team last confirmed that nothing newer is held back (rule 20). */
function Confirmed({ conversation }: { readonly conversation: Conversation | null }) {
  const { t, tag } = useLanguage();
  if (conversation === null) return <p class="quiet">{t('enter.opening')}</p>;
  const { confirmedAt } = conversation;
  if (confirmedAt === null) return <p class="quiet">{t('talk.neverConfirmed')}</p>;
  const date = formatDateTime(tag, confirmedAt);
  return Date.now() - confirmedAt > STALE ? (
    <p class="note warn">{t('talk.stale', { date })}</p>
  ) : (
    <p class="quiet">{t('talk.confirmed', { date })}</p>
  );
}

function Warnings({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLanguage();
  const { gaps, refused, ownMissing, forked } = conversation;
  const words = [
    refused > 0 ? t('talk.bad') : '',
    ownMissing > 0 ? t('talk.ownMissing', { count: ownMissing }) : '',
    forked ? t('talk.forked') : '',
    gaps.length > 0 || ownMissing > 0 || forked ? t('talk.gapDo') : '',
  ].filter((sentence) => sentence !== '');
  if (words.length === 0) return null;
  return (
    <div class="note warn" role="alert">
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}

/** Whether the conversation is over, by the team's signed word or by her own. */
function endingOf(conversation: Conversation | null, closedHere: boolean): 'closed' | 'moved' | null {
  for (const { confirmed, message } of conversation?.replies ?? [])
    if (confirmed && message?.type === 'closed') return message.moved ? 'moved' : 'closed';
  return closedHere ? 'closed' : null;
}
