import { type DoorClient, equal } from '@leeward/workspace/door/client.ts';
import type { Conversation } from '@leeward/workspace/door/conversation.ts';
import type { Door } from '@leeward/workspace/door/open-door.ts';
import type { PostView } from '@leeward/workspace/door/post.ts';
import { requestItems } from '@leeward/workspace/door/request.ts';
import type { DoorWords } from '@leeward/workspace/door/texts.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answers, type Change, type ChosenFile, noAnswers } from './model/answers.ts';
import { type Correspondence, openCorrespondence } from './model/correspondence.ts';
import { draftOf } from './model/draft.ts';
import type { Entrance } from './model/entrance.ts';
import { useFilesRead } from './model/files-read.ts';
import { useKept } from './model/kept.ts';
import { together } from './model/kept-answers.ts';
import { useLanguage } from './model/language.ts';
import { makePhrase, type Phrase, phraseOf } from './model/phrase.ts';
import type { Go, Screen } from './model/screens.ts';
import { isUnanswered, type Skippable } from './model/unanswered.ts';
import { unreadWords } from './parts/failure.ts';
import { readyOnes } from './parts/files.tsx';
import { Frame } from './parts/frame.tsx';
import { KeptLine } from './parts/kept-line.tsx';
import { QuestionsLater } from './parts/questions-later.tsx';
import { Steps } from './parts/steps.tsx';
import { Check } from './screens/check.tsx';
import { Enter } from './screens/enter.tsx';
import { Files } from './screens/files.tsx';
import { Forgotten } from './screens/forgotten.tsx';
import { Hide } from './screens/hide.tsx';
import { Keep } from './screens/keep.tsx';
import { Reach } from './screens/reach.tsx';
import { Review } from './screens/review.tsx';
import { SelfCheck } from './screens/self-check.tsx';
import { Sending } from './screens/sending.tsx';
import { type Reply, Talk } from './screens/talk.tsx';
import { Who } from './screens/who.tsx';
import { type Form, formFor, useWords, Words } from './screens/words.tsx';

const noReply: Reply = { text: '', files: [], kept: {} };

/** Whether something that she has sent off has no receipt yet. */
const isUnderWay = ({ step, items, files }: PostView): boolean =>
  step !== 'idle' && [...items, ...files].some(({ state }) => state !== 'stored');

/** Everything after the first question. Stays mounted, so that going back and forth loses nothing. */
export function Later({
  screen,
  before,
  go,
  answers,
  change,
  updateFiles,
  client,
  entrance,
  organisation,
  onDelivered,
  waits,
}: {
  readonly screen: Screen | null;
  readonly before: Screen;
  readonly go: Go;
  readonly answers: Answers;
  readonly change: Change;
  readonly updateFiles: (update: (files: readonly ChosenFile[]) => readonly ChosenFile[]) => void;
  readonly client: DoorClient;
  readonly entrance: Entrance;
  readonly organisation: DoorWords;
  /** Whether the request is wholly with the server: from then on the page may be closed without a question. */
  readonly onDelivered: (isDelivered: boolean) => void;
  readonly waits: { current: () => boolean };
}) {
  const language = useLanguage();
  const { t, locale } = language;
  const door = entrance.state === 'open' ? entrance.door : null;
  const asks = door !== null && door.settings.questionnaires.length > 0;
  const [phrase, setPhrase] = useState<Phrase | null>(null);
  const [chosenForm, setForm] = useState<Form | null>(null);
  const [correspondence, setCorrespondence] = useState<Correspondence | null>(null);
  const [conversation, setConversation] = useState<Conversation | null>(null);
  const [reply, setReply] = useState<Reply>(noReply);
  const [entering, setEntering] = useState<'idle' | 'opening' | 'nothing'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const [typedWords, setTypedWords] = useState('');
  /** Whether these words were typed back, or typed in: then they are not asked for again. */
  const [isKnown, setKnown] = useState(false);
  const [keptFrom, setKeptFrom] = useState<Screen>('now');
  const kept = useKept(answers);
  const [hasOpenedKept, setOpenedKept] = useState(false);
  const words = useWords(phrase);
  const form = chosenForm ?? formFor(words ?? null);

  /** Where she is by now: what was begun elsewhere must not take her away from there. */
  const at = useRef(screen);
  at.current = screen;
  const shown = useRef(correspondence);
  shown.current = correspondence;
  const isMaking = useRef(false);
  const newest = useRef(answers);
  newest.current = answers;
  const filesAreRead = useFilesRead(answers.files);
  /** Counts how often a box was opened, or left before it was open. */
  const opening = useRef(0);
  waits.current = () =>
    reply.text !== '' ||
    reply.files.length > 0 ||
    Object.values(reply.kept).some((typed) => typed !== '') ||
    (correspondence !== null && isUnderWay(correspondence.post.view()));

  useEffect(() => {
    // Another link leads to another organisation: nothing that was meant for the first may go to the second.
    if (door === null || correspondence === null || equal(correspondence.door.org, door.org)) return;
    correspondence.post.stop();
    setCorrespondence(null);
    setConversation(null);
    setPhrase(null);
    setKnown(false);
    go('now');
  }, [door]);

  const boxFor = async (open: Door, isAnother: boolean) => {
    // A photo that an old phone is still cleaning goes along all the same.
    await filesAreRead();
    const made = phrase === null || isAnother ? await makePhrase() : phrase;
    const isSame = correspondence !== null && made === phrase && correspondence.door === open;
    return { made, own: isSame ? correspondence : await openCorrespondence(open, client, made.entropy) };
  };
  /** Makes words and a box for them, puts the request into it, and seals ahead while she writes the words down. */
  const toWords = async (isAnother: boolean): Promise<void> => {
    // Pressed twice, it would make two boxes with her request in each, or change the words that she is writing down.
    if (door === null || isMaking.current) return;
    isMaking.current = true;
    const { made, own } = await boxFor(door, isAnother).finally(() => {
      isMaking.current = false;
    });
    // She has gone back to change something: what she changes is to be sent, and not what stood there before.
    if (at.current !== screen) return;
    own.post.clear();
    own.post.addWords(requestItems(draftOf(newest.current, locale)));
    own.post.addFiles(readyOnes(newest.current.files));
    setPhrase(made);
    setCorrespondence(own);
    setConversation(null);
    if (isKnown && !isAnother) {
      await send(own);
      return;
    }
    go('words');
    await own.post.prepare();
  };

  const send = async (own: Correspondence): Promise<void> => {
    go('sending');
    await own.post.run();
  };
  const { post } = correspondence ?? {};
  useEffect(
    () =>
      post?.subscribe(() => {
        const view = post.view();
        onDelivered(view.step === 'done');
        // The server has her words: what this phone kept of them has done its work.
        if (kept.isOn && view.items.length > 0 && view.items.every(({ state }) => state === 'stored'))
          kept.removeQuietly();
      }),
    [post, kept.isOn],
  );

  /** What an earlier visit kept on this phone opens without a line; everything else is with the server. */
  const openKept = async (entropy: Uint8Array<ArrayBuffer>): Promise<boolean> => {
    const found = kept.isFound ? await kept.openWith(entropy) : null;
    if (found === null) return false;
    setPhrase(await phraseOf(entropy));
    setKnown(true);
    change(together(found, answers));
    setTypedWords('');
    setOpenedKept(true);
    go('now');
    return true;
  };

  const open = async (entropy: Uint8Array<ArrayBuffer>): Promise<void> => {
    opening.current += 1;
    const mine = opening.current;
    if (await openKept(entropy)) return;
    if (door === null) {
      setProblem(unreadWords(language));
      return;
    }
    setProblem(null);
    setEntering('opening');
    const own = await openCorrespondence(door, client, entropy);
    const read = await own.reader.read();
    // She has gone elsewhere: perhaps because somebody came. Nothing opens by itself then.
    if (mine !== opening.current) return;
    setEntering('idle');
    if (at.current !== 'enter') return;
    if (!read.ok) {
      setProblem(unreadWords(language));
      return;
    }
    const { own: items, replies, forgotten } = read.value;
    if (items.length === 0 && replies.length === 0 && forgotten === null) {
      setEntering('nothing');
      return;
    }
    own.post.seen(read.value);
    setTypedWords('');
    setCorrespondence(own);
    setConversation(read.value);
    go('talk');
  };

  const toKeep = async (): Promise<void> => {
    if (phrase === null) setPhrase(await makePhrase());
    go('keepWords');
  };
  const beginKeeping = (made: Phrase): void => {
    kept.begin(made.entropy);
    setKnown(true);
    go(keptFrom);
  };
  const keptLine =
    screen === null ? null : (
      <KeptLine
        kept={kept}
        offer={() => {
          setKeptFrom(screen);
          // Words that were typed back already are enough.
          if (isKnown && phrase !== null) kept.begin(phrase.entropy);
          else go('keep');
        }}
        enter={() => go('enter')}
      />
    );

  const putAway = (): void => {
    correspondence?.post.stop();
    setCorrespondence(null);
    setConversation(null);
    setPhrase(null);
    setKnown(false);
    setReply(noReply);
    onDelivered(false);
    change(noAnswers);
    go('now');
  };

  const onward = (at: Skippable): string => t(isUnanswered(answers, at) ? 'ask.all.skip' : 'common.next');

  switch (screen) {
    case 'who':
      return (
        <>
          <Who answers={answers} change={change} />
          <Steps back={() => go('now')} next={() => go('reach')} nextLabel={onward('who')} />
          {keptLine}
        </>
      );
    case 'reach':
      return (
        <>
          <Reach answers={answers} change={change} />
          <Steps back={() => go('who')} next={() => go('files')} nextLabel={onward('reach')} />
          {keptLine}
        </>
      );
    case 'files':
      return (
        <>
          <Files answers={answers} update={updateFiles} />
          <Steps
            back={() => go('reach')}
            next={() => go(asks ? 'questions' : 'review')}
            nextLabel={onward('files')}
          />
          {keptLine}
        </>
      );
    case 'questions':
      return door === null || !asks ? null : (
        <QuestionsLater
          door={door}
          client={client}
          typed={answers.own}
          onTyped={(own) => change({ own })}
          back={() => go('files')}
          next={() => go('review')}
        />
      );
    case 'review':
      return (
        <>
          <Review
            answers={answers}
            go={go}
            organisation={organisation}
            oneAdministrator={door?.oneAdministrator === true}
            asks={asks}
          />
          {door === null ? (
            <p class="note warn" role="status">
              {t('shell.loading')}
            </p>
          ) : null}
          <Steps
            back={() => go(before === 'files' || before === 'questions' ? before : 'now')}
            next={() => void toWords(false)}
            nextLabel={t(isKnown ? 'words.check.send' : 'ask.review.next')}
          />
          {keptLine}
        </>
      );
    case 'words':
      return phrase === null || words === undefined ? (
        <Frame title={t('words.title')} />
      ) : (
        <>
          <Words
            phrase={phrase}
            words={words}
            form={form}
            onForm={setForm}
            another={() => void toWords(true)}
          />
          <Steps back={() => go('review')} next={() => go('check')} nextLabel={t('words.written')} />
        </>
      );
    case 'check':
      return phrase === null || correspondence === null ? null : (
        <Check
          phrase={phrase}
          words={words ?? null}
          form={form}
          back={() => go('words')}
          send={() => void send(correspondence)}
          sendLabel={t('words.check.send')}
        />
      );
    case 'keep':
      return (
        <>
          <Keep />
          <Steps back={() => go(keptFrom)} next={() => void toKeep()} nextLabel={t('keep.start')} />
        </>
      );
    case 'keepWords':
      return phrase === null || words === undefined ? (
        <Frame title={t('words.title')} />
      ) : (
        <>
          <Words
            phrase={phrase}
            words={words}
            form={form}
            onForm={setForm}
            another={() => void makePhrase().then(setPhrase)}
          />
          <Steps back={() => go('keep')} next={() => go('keepCheck')} nextLabel={t('words.written')} />
        </>
      );
    case 'keepCheck':
      return phrase === null ? null : (
        <Check
          phrase={phrase}
          words={words ?? null}
          form={form}
          back={() => go('keepWords')}
          send={() => beginKeeping(phrase)}
          sendLabel={t('keep.now')}
        />
      );
    case 'now':
      return (
        <>
          {hasOpenedKept ? (
            <p class="note good" role="status">
              {t('keep.opened')}
            </p>
          ) : null}
          {keptLine}
        </>
      );
    case 'sending':
      return correspondence === null ? null : (
        <Sending post={correspondence.post} answers={answers} go={go} />
      );
    case 'enter':
      return entering === 'nothing' ? (
        <Frame key="nothing" title={t('enter.nothing')} lead={t('enter.nothingText')}>
          <p>{t('enter.nothingDo')}</p>
          {kept.isFound ? <p class="note">{t('keep.notThese')}</p> : null}
          <Steps back={null} next={() => setEntering('idle')} nextLabel={t('common.retry')} />
        </Frame>
      ) : (
        <Enter
          back={() => {
            // Whoever comes back to this screen next may be somebody else with her phone in the hand.
            setTypedWords('');
            opening.current += 1;
            setEntering('idle');
            go('now');
          }}
          typed={typedWords}
          onTyped={setTypedWords}
          open={(entropy) => void open(entropy)}
          isOpening={entering === 'opening'}
          problem={problem}
        />
      );
    case 'talk':
      if (conversation !== null && conversation.forgotten !== null)
        return <Forgotten forgotten={conversation.forgotten} putAway={putAway} />;
      return correspondence === null ? null : (
        <Talk
          correspondence={correspondence}
          conversation={conversation}
          onConversation={(read) => {
            // Put away meanwhile: what comes late belongs to nobody who is here now.
            if (shown.current === correspondence) setConversation(read);
          }}
          reply={reply}
          onReply={setReply}
          putAway={putAway}
        />
      );
    case 'selfCheck':
      return <SelfCheck text={organisation.selfCheck} ask={() => go('now')} find={() => go('find')} />;
    case 'hide':
      return <Hide back={() => go(before)} />;
    default:
      return null;
  }
}
