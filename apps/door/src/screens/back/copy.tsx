import { defang } from '@leeward/ui/inert.ts';
import { formatDateTime, formatFileSize } from '@leeward/ui/language/format.ts';
import { direction } from '@leeward/ui/language/languages.ts';
import type { ComeBack } from '@leeward/workspace/door/come-back.ts';
import { type CopiedLine, readableCopy } from '@leeward/workspace/door/copy.ts';
import type { TalkLine } from '@leeward/workspace/door/talk.ts';
import { useState } from 'preact/hooks';
import { type Language, useLanguage } from '../../model/language.ts';
import { unreadWords } from '../../parts/failure.ts';
import { LineField } from '../../parts/field.tsx';
import { Frame } from '../../parts/frame.tsx';
import { ownWords, teamWords } from '../../parts/line-words.ts';
import { Steps } from '../../parts/steps.tsx';
import { copiedParts } from './copied-parts.ts';

/** Fewer letters are guessed too soon; the same number stands where the copy is locked. */
const SHORTEST = 14;

/** A copy of her plan, of what she allows, of what is held and of the messages: readable by whoever has the file, or locked with a passphrase. */
export function Copy({
  lines,
  back,
  home,
}: {
  readonly lines: readonly TalkLine[];
  readonly back: ComeBack;
  readonly home: () => void;
}) {
  const language = useLanguage();
  const { t } = language;
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isLocking, setLocking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);
  const isShort = passphrase !== '' && Array.from(passphrase).length < SHORTEST;
  const differs = again !== '' && again !== passphrase;
  const mayLock = passphrase !== '' && !isShort && again === passphrase && !isLocking;

  const save = (content: BlobPart, name: string): void => {
    // Without a type of its own: a browser saves it, and opens nothing.
    const address = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    setSaved(true);
  };
  const lock = async (): Promise<void> => {
    setLocking(true);
    setProblem(null);
    try {
      const { sealCopy } = await import('@leeward/workspace/door/seal-copy.ts');
      const sealed = await sealCopy(copyIn(lines, back, language), passphrase);
      save(sealed, 'notes.html.age');
      setPassphrase('');
      setAgain('');
    } catch {
      setProblem(unreadWords(language));
    }
    setLocking(false);
  };
  return (
    <Frame title={t('back.copy')} lead={t('back.copyLead')}>
      <p class="note warn">{t('back.copyDanger')}</p>
      <section class="card padded stack tight">
        <h2>{t('back.copyLocked')}</h2>
        <p>{t('back.copyLockedHow')}</p>
        <form
          class="stack tight"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            if (mayLock) void lock();
          }}
        >
          <LineField
            label={t('back.copyPassphrase')}
            hint={t('back.copyPassphraseHint', { minimum: SHORTEST })}
            value={passphrase}
            error={isShort ? t('back.copyShort', { minimum: SHORTEST }) : undefined}
            onChange={setPassphrase}
          />
          <LineField
            label={t('back.copyAgain')}
            value={again}
            error={differs ? t('back.copyDiffers') : undefined}
            onChange={setAgain}
          />
          <p class="small quiet">{t('back.copyNotYourWords')}</p>
          <button class="button primary" type="submit" disabled={!mayLock}>
            {t(isLocking ? 'back.copyLocking' : 'back.copySaveLocked')}
          </button>
        </form>
        {problem === null ? null : (
          <p class="note warn" role="alert">
            {problem}
          </p>
        )}
      </section>
      <section class="card padded stack tight">
        <h2>{t('back.copyOpen')}</h2>
        <p>{t('back.copyOpenHow')}</p>
        <button
          class="button"
          type="button"
          onClick={() => save(copyIn(lines, back, language), 'notes.html')}
        >
          {t('back.copySaveOpen')}
        </button>
      </section>
      <p role="status" class={saved ? 'note good' : 'visually-hidden'}>
        {saved ? t('back.copySaved') : ''}
      </p>
      <Steps back={null} next={home} nextLabel={t('back.home')} />
    </Frame>
  );
}

/** The copy in her language. Files are listed by name and are not in it. */
function copyIn(lines: readonly TalkLine[], back: ComeBack, language: Language): string {
  const { t, tag, locale } = language;
  const copied = lines.map((line): CopiedLine => {
    if (line.kind === 'gap')
      return { from: 'team', when: '', text: t('talk.gap', { count: line.count }), files: [] };
    if (line.kind === 'ended') return { from: 'team', when: '', text: t('talk.ended'), files: [] };
    if (line.kind === 'reply') {
      const { message, at, blobs, confirmed } = line.reply;
      const words = message === null ? t('talk.unreadable') : teamWords(message, language);
      return {
        from: 'team',
        when: formatDateTime(tag, at),
        text: defang(confirmed ? words : `${t('talk.unconfirmed')}\n${words}`),
        files: blobs.map(({ name, size }) =>
          t('talk.file', { name: defang(name), size: formatFileSize(tag, size) }),
        ),
      };
    }
    const at = line.kind === 'own' ? line.item.at : null;
    const text = line.message === null ? t('back.copyNotHere') : ownWords(line.message, language);
    return { from: 'you', when: at === null ? '' : formatDateTime(tag, at), text, files: [] };
  });
  const words = {
    title: t('shell.title'),
    locale,
    direction: direction(locale),
    made: t('back.copyMade', { date: formatDateTime(tag, Date.now()) }),
    you: t('talk.you'),
    team: t('talk.team'),
    talk: t('back.copyTalk'),
    notes: [t('talk.ownHidden'), t('back.copyFiles')],
  };
  return readableCopy(copied, words, copiedParts(back, language));
}
