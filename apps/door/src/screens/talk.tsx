import '../model/older.ts';
import { formatTime } from '@leeward/ui/language/format.ts';
import { comeBackOf } from '@leeward/workspace/door/come-back.ts';
import type { Conversation } from '@leeward/workspace/door/conversation.ts';
import { type ItemContent, messageItems } from '@leeward/workspace/door/request.ts';
import { talkLines } from '@leeward/workspace/door/talk.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChosenFile } from '../model/answers.ts';
import type { Correspondence } from '../model/correspondence.ts';
import { isPreparing } from '../model/files-read.ts';
import { useLanguage } from '../model/language.ts';
import { useView } from '../model/store.ts';
import { CheckWords } from '../parts/check-words.tsx';
import { Confirmed } from '../parts/confirmed.tsx';
import { unreadWords } from '../parts/failure.ts';
import { TextField } from '../parts/field.tsx';
import { FilePicker, readyOnes } from '../parts/files.tsx';
import { Frame } from '../parts/frame.tsx';
import { Line } from '../parts/line.tsx';
import { isOver, PostState } from '../parts/post-state.tsx';
import { Add } from './back/add.tsx';
import { Close } from './back/close.tsx';
import { Consents } from './back/consents.tsx';
import { Copy } from './back/copy.tsx';
import { Held } from './back/held.tsx';
import type { BackProps, Kept } from './back/kept.ts';
import { Next } from './back/next.tsx';
import { Plan } from './back/plan.tsx';
import { Question } from './back/question.tsx';
import { ProposedPlan, Signs } from './back/signs.tsx';

/** What was typed and not sent; it lives above this screen, so that nothing loses it. */
export type Reply = { readonly text: string; readonly files: readonly ChosenFile[]; readonly kept: Kept };

type Part = 'home' | 'plan' | 'consents' | 'held' | 'add' | 'copy' | 'close';

/** Where somebody is who came back: what happens next, whether she is safe, what was said, and what is hers to decide. */
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
  const [part, setPart] = useState<Part>('home');
  const [looking, setLooking] = useState(false);
  const [looked, setLooked] = useState<{ readonly at: number; readonly isNew: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  /** How often was looked, and which look is on the screen: an older one that comes later takes nothing away. */
  const looks = useRef({ asked: 0, shown: 0 });

  const look = async (): Promise<void> => {
    looks.current.asked += 1;
    const mine = looks.current.asked;
    setLooking(true);
    const read = await reader.read();
    if (mine === looks.current.asked) setLooking(false);
    if (mine < looks.current.shown) return;
    looks.current.shown = mine;
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
    onReply((current) => ({ ...current, text: '', files: [] }));
    await post.run();
    await look();
  };
  /** From here on the items stand in the list, with how far they have come: the fields are empty again. */
  const say = async (items: readonly ItemContent[], fields: readonly string[] = []): Promise<void> => {
    post.addWords(items);
    onReply((current) => {
      const kept = Object.entries(current.kept).filter(([field]) => !fields.includes(field));
      return { ...current, kept: Object.fromEntries(kept) };
    });
    await post.run();
    await look();
  };

  const hasClosed = view.items.some(
    ({ content, state }) => content.message.type === 'close' && state === 'stored',
  );
  const ending = endingOf(conversation, hasClosed);
  const lines = conversation === null ? [] : talkLines(conversation, view.items);
  const today = new Date().toISOString().slice(0, 10);
  const back = conversation === null ? null : comeBackOf(conversation, view.items, today);
  const maySend =
    !reply.files.some(isPreparing) && (reply.text.trim() !== '' || readyOnes(reply.files).length > 0);
  const isBusy = view.step !== 'idle' && !isOver(view);
  const props: BackProps = {
    kept: reply.kept,
    keep: (field, value) => onReply((current) => ({ ...current, kept: { ...current.kept, [field]: value } })),
    say,
    isBusy,
    home: () => setPart('home'),
  };
  const waits = view.step === 'done' || view.step === 'idle' ? null : <PostState post={post} view={view} />;

  if (back !== null && part !== 'home')
    return (
      <div class="stack" key={part}>
        {part === 'plan' && conversation !== null ? (
          <Plan back={back} conversation={conversation} {...props} />
        ) : null}
        {part === 'consents' ? <Consents consents={back.consents} {...props} /> : null}
        {part === 'held' ? <Held held={back.held} {...props} /> : null}
        {part === 'add' ? <Add {...props} /> : null}
        {part === 'copy' ? <Copy lines={lines} back={back} home={props.home} /> : null}
        {part === 'close' ? <Close {...props} /> : null}
        {waits}
      </div>
    );

  const asked = back?.consents.filter(({ standing }) => standing === 'asked').length ?? 0;
  const ends = back?.consents.filter(({ endsSoon }) => endsSoon).length ?? 0;
  const shown = back?.shown ?? null;
  const parts = shown === null ? [] : [...shown.measures, ...(shown.risks === null ? [] : [shown.risks])];
  const open = parts.filter(({ answer }) => answer === null).length;
  const questions = back?.questions.filter(({ answer }) => answer === null) ?? [];
  return (
    <Frame key="home" title={t('talk.title')}>
      <Confirmed conversation={conversation} />
      {conversation === null ? null : <Warnings conversation={conversation} />}
      {problem === null ? null : (
        <p class="note warn" role="alert">
          {problem}
        </p>
      )}
      {back === null ? null : <Next next={back.next} />}
      {back === null || ending !== null ? null : (
        <>
          {back.proposed === null ? null : (
            <ProposedPlan plan={back.proposed} replaces={back.running !== null} {...props} />
          )}
          <Signs back={back} lastSafe={lastSafeIn(view.items)} {...props} />
          {questions.map((question) => (
            <Question key={question.id} question={question} {...props} />
          ))}
          {open === 0 ? null : (
            <button class="button primary" type="button" onClick={() => setPart('plan')}>
              {t('back.shownWaits', { count: open })}
            </button>
          )}
          {asked === 0 ? null : (
            <button class="button primary" type="button" onClick={() => setPart('consents')}>
              {t('back.consentsAsked', { count: asked })}
            </button>
          )}
          {ends === 0 ? null : (
            <button class="button" type="button" onClick={() => setPart('consents')}>
              {t('back.consentsEnding', { count: ends })}
            </button>
          )}
        </>
      )}
      <section class="stack tight" aria-labelledby="messages">
        <h2 id="messages">{t('back.messages')}</h2>
        {lines.some((line) => line.kind === 'own' && line.message === null) ? (
          <p class="small quiet">{t('talk.ownHidden')}</p>
        ) : null}
        <ol class="talk" aria-label={t('back.messages')}>
          {lines.map((line, index) => (
            <Line key={index} line={line} correspondence={correspondence} />
          ))}
        </ol>
        {lines.some(({ kind }) => kind === 'reply' || kind === 'ended') || conversation === null ? null : (
          <p>{t('talk.none')}</p>
        )}
        {view.step === 'done' ? null : <PostState post={post} view={view} />}
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
      </section>
      {ending !== null ? (
        <p class="note">{t(ending === 'moved' ? 'talk.moved' : 'talk.closed')}</p>
      ) : (
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
            disabled={!maySend || isBusy}
            onClick={() => void send()}
          >
            {t('talk.send')}
          </button>
        </section>
      )}
      {back === null ? null : (
        <nav class="stack tight" aria-label={t('back.more')}>
          <h2>{t('back.more')}</h2>
          {ending === null ? (
            <>
              <button class="button" type="button" onClick={() => setPart('plan')}>
                {t('back.shown')}
              </button>
              <button class="button" type="button" onClick={() => setPart('consents')}>
                {t('back.consents')}
              </button>
              <button class="button" type="button" onClick={() => setPart('held')}>
                {t('back.held')}
              </button>
              <button class="button" type="button" onClick={() => setPart('add')}>
                {t('back.add')}
              </button>
            </>
          ) : null}
          <button class="button" type="button" onClick={() => setPart('copy')}>
            {t('back.copy')}
          </button>
        </nav>
      )}
      {conversation === null ? null : <CheckWords conversation={conversation} />}
      <section class="stack tight">
        <button class="button" type="button" onClick={putAway}>
          {t('talk.leave')}
        </button>
        <p class="small quiet">{t('talk.leaveHint')}</p>
        {ending !== null || back === null ? null : (
          <button class="button quiet" type="button" onClick={() => setPart('close')}>
            {t('talk.close')}
          </button>
        )}
      </section>
    </Frame>
  );
}

/** When she last said on this page that she is safe; earlier visits left nothing on the phone. */
function lastSafeIn(items: ReturnType<Correspondence['post']['view']>['items']): number | null {
  const safe = items.findLast(({ content: { message } }) => message.type === 'checkIn' && message.safe);
  return safe === undefined || safe.state !== 'stored' ? null : (safe.storedAt ?? null);
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
