import { defang, inertFileName, safeFileName } from '@leeward/ui/inert.ts';
import { formatDate, formatDateTime, formatFileSize } from '@leeward/ui/language/format.ts';
import type { DoorKey } from '@leeward/ui/language/keys.ts';
import { createPatience } from '@leeward/workspace/door/client.ts';
import type { Reply } from '@leeward/workspace/door/conversation.ts';
import { openFile } from '@leeward/workspace/door/files.ts';
import type { SentReference } from '@leeward/workspace/door/request.ts';
import type { TalkLine, TeamMessage } from '@leeward/workspace/door/talk.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Correspondence } from '../model/correspondence.ts';
import { useLanguage } from '../model/language.ts';
import { stopOnLeaving } from '../model/leaving.ts';
import { unreadWords } from './failure.ts';
import { ownWords, teamWords } from './line-words.ts';
import { SentQuestions } from './sent-questions.tsx';
import { State } from './state.tsx';

/** One thing in a conversation. What other people wrote is text, whatever it contains. */
export function Line({
  line,
  correspondence,
}: {
  readonly line: TalkLine;
  readonly correspondence: Correspondence;
}) {
  const language = useLanguage();
  const { t } = language;
  if (line.kind === 'gap') return <li class="note warn">{t('talk.gap', { count: line.count })}</li>;
  if (line.kind === 'ended') return <li class="quiet">{t('talk.ended')}</li>;
  if (line.kind === 'reply') return <TeamLine reply={line.reply} correspondence={correspondence} />;
  const message = line.message === null ? null : ownWords(line.message, language);
  return (
    <li class="mine">
      <p class="small quiet">{t('talk.you')}</p>
      {message === null ? null : <p class="words">{message}</p>}
      {line.kind === 'own' ? <State state={line.item.state} at={line.item.at} /> : <State state="not-sent" />}
    </li>
  );
}

function TeamLine({
  reply,
  correspondence,
}: {
  readonly reply: Reply;
  readonly correspondence: Correspondence;
}) {
  const language = useLanguage();
  const { t, tag } = language;
  const { message, confirmed, at, blobs, until } = reply;
  const about = message === null ? null : aboutKey(message.type);
  return (
    <li class={confirmed ? 'theirs' : 'theirs doubtful'}>
      <p class="small quiet">
        {t('talk.team')} · <time dateTime={isoOf(at)}>{formatDateTime(tag, at)}</time>
      </p>
      {confirmed ? null : <p class="note warn small">{t('talk.unconfirmed')}</p>}
      {message === null ? <p class="quiet">{t('talk.unreadable')}</p> : null}
      {message?.type === 'reply' || message?.type === 'declined' ? (
        <Paragraphs>{defang(message.text)}</Paragraphs>
      ) : null}
      {message?.type === 'declined' ? (
        <>
          {message.alternatives.length === 0 ? null : (
            <ul>
              {message.alternatives.map((words) => (
                <li key={words} class="words">
                  {defang(words)}
                </li>
              ))}
            </ul>
          )}
          <p class="note">{t('talk.declined')}</p>
        </>
      ) : null}
      {message?.type === 'questions' ? (
        <SentQuestions message={message} correspondence={correspondence} />
      ) : null}
      {message?.type === 'closed' ? <p>{t(message.moved ? 'talk.moved' : 'talk.closed')}</p> : null}
      {about === null || message === null ? null : (
        <>
          <p class="small">{t(about)}</p>
          <Paragraphs>{defang(teamWords(message, language))}</Paragraphs>
        </>
      )}
      {blobs.map((reference, index) => (
        <Attachment key={index} reference={reference} correspondence={correspondence} />
      ))}
      {until === null ? null : (
        <p class="small quiet">{t('talk.until', { date: formatDate(tag, `${until}T12:00:00Z`, 'UTC') })}</p>
      )}
    </li>
  );
}

/** What a message of the team is about, where its words alone do not say it; null for plain words. */
function aboutKey(type: TeamMessage['type']): DoorKey | null {
  switch (type) {
    case 'consent':
    case 'consentDropped':
      return 'back.consents';
    case 'next':
      return 'back.next';
    case 'held':
      return 'back.held';
    case 'shownPlan':
      return 'back.shown';
    case 'checkIn':
    case 'checkInEnded':
    case 'rounds':
      return 'back.plan';
    case 'question':
      return 'back.question';
    default:
      return null;
  }
}

const Paragraphs = ({ children }: { readonly children: ComponentChildren }) => (
  <p class="words" dir="auto" translate={false}>
    {children}
  </p>
);

/** Pictures that a browser only ever draws; everything else is saved and never opened by this page. */
const drawn = /^image\/(jpeg|png|webp|gif)$/;

function Attachment({
  reference,
  correspondence,
}: {
  readonly reference: SentReference;
  readonly correspondence: Correspondence;
}) {
  const language = useLanguage();
  const { t, tag } = language;
  const name = inertFileName(reference.name).display;
  const [isOpening, setOpening] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(
    () => () => {
      if (opened !== null) URL.revokeObjectURL(opened);
    },
    [opened],
  );

  const open = async (): Promise<void> => {
    const stop = new AbortController();
    stopOnLeaving(() => stop.abort());
    setOpening(true);
    setProblem(null);
    const { client, mailbox } = correspondence;
    const file = await openFile(client, mailbox, reference, createPatience({ longest: 4000 }), stop.signal);
    setOpening(false);
    if (file.ok) {
      // A saved file has no type of its own here: nothing but a picture is ever shown by this page.
      const type = drawn.test(reference.mediaType) ? reference.mediaType : 'application/octet-stream';
      setOpened(URL.createObjectURL(new Blob([file.value], { type })));
    } else if (file.error.code === 'relay') setProblem(unreadWords(language));
    else setProblem(t(file.error.code === 'missing' ? 'talk.fileMissing' : 'talk.fileDamaged', { name }));
  };

  return (
    <div class="stack tight attachment">
      <p>{t('talk.file', { name, size: formatFileSize(tag, reference.size) })}</p>
      {opened === null ? (
        <button class="button" type="button" disabled={isOpening} onClick={() => void open()}>
          {isOpening ? t('common.loading') : t('talk.openFile', { name })}
        </button>
      ) : (
        <>
          {drawn.test(reference.mediaType) ? <img src={opened} alt={reference.name} /> : null}
          <a class="button" href={opened} download={safeFileName(reference.name)}>
            {t('talk.saveFile', { name })}
          </a>
          <p class="small quiet">{t('talk.saveWarning')}</p>
        </>
      )}
      {problem === null ? null : (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function isoOf(at: number): string | undefined {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
