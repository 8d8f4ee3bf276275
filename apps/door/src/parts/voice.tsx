import { readyRecording } from '@leeward/workspace/door/files.ts';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChosenFile } from '../model/answers.ts';
import { nextFileId } from '../model/file-ids.ts';
import { useLanguage } from '../model/language.ts';
import { clockOf, createRecorder, formOfRecording, LONGEST, type Recorded } from '../model/recorder.ts';
import { useView } from '../model/store.ts';

/** Recording on the page: explained before the browser asks, timed, paused, ended, and heard before it is sent. */
export function VoiceNote({ add }: { readonly add: (file: ChosenFile) => void }) {
  const { t, tag } = useLanguage();
  const [said, setSaid] = useState('');
  const take = useRef<(recorded: Recorded) => void>(() => undefined);
  take.current = ({ sound, isFull }) => {
    const name = `note-${nextFileId()}`;
    void readyRecording(sound, name).then((ready) => {
      add(chosenRecording(ready));
      setSaid(t(isFull ? 'voice.full' : 'voice.added'));
    });
  };
  const recorder = useMemo(() => createRecorder((recorded) => take.current(recorded)), []);
  const { step, seconds } = useView(recorder);
  // Who goes on to the next question has said what she wanted to say.
  useEffect(() => recorder.finish, [recorder]);
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed has gone: the focus does not go with it.
    if (step === 'running' && document.activeElement === document.body) main.current?.focus();
  }, [step]);

  if (formOfRecording() === null) return <p class="note small">{t('voice.none')}</p>;
  const times = { time: clockOf(tag, seconds), limit: clockOf(tag, LONGEST) };
  const isOn = step === 'running' || step === 'paused';
  return (
    <section class="card padded stack tight" aria-label={t('voice.title')}>
      <h2>{t('voice.title')}</h2>
      {isOn ? (
        <>
          <p class={step === 'running' ? 'recording num' : 'num'}>
            {t(step === 'running' ? 'voice.running' : 'voice.paused', times)}
          </p>
          <div class="go">
            <button
              class="button wide"
              type="button"
              onClick={() => {
                setSaid(t(step === 'running' ? 'voice.pausedNow' : 'voice.began'));
                if (step === 'running') recorder.pause();
                else recorder.resume();
              }}
            >
              {t(step === 'running' ? 'voice.pause' : 'voice.resume')}
            </button>
            <button ref={main} class="button primary wide" type="button" onClick={recorder.finish}>
              {t('voice.finish')}
            </button>
          </div>
          <button class="button quiet" type="button" onClick={recorder.discard}>
            {t('voice.discard')}
          </button>
        </>
      ) : (
        <>
          <p class="small">{t('voice.explain')}</p>
          <p class="small quiet">{t('voice.known')}</p>
          <button
            class="button"
            type="button"
            disabled={step === 'asking'}
            onClick={() => {
              setSaid('');
              void recorder.start().then(() => {
                if (recorder.view().step === 'running') setSaid(t('voice.began'));
              });
            }}
          >
            {t('voice.start')}
          </button>
          {step === 'denied' ? (
            <p class="note warn small" role="alert">
              {t('voice.denied')}
            </p>
          ) : null}
        </>
      )}
      {/* The seconds are not read aloud; that it began, rests or has ended is. */}
      <p class={isOn ? 'visually-hidden' : 'small'} role="status">
        {step === 'asking' ? t('voice.asking') : said}
      </p>
    </section>
  );
}

function chosenRecording(ready: Awaited<ReturnType<typeof readyRecording>>): ChosenFile {
  const { name, content } = ready;
  const file = new File([content], name, { type: content.type });
  return {
    id: nextFileId(),
    file,
    name,
    keepHidden: false,
    ready,
    problem: null,
    ticket: '',
    isRecording: true,
  };
}

/** Her own recording, to be heard before it is sent. */
export function Listen({ name, sound }: { readonly name: string; readonly sound: Blob }) {
  const { t } = useLanguage();
  const address = useMemo(() => URL.createObjectURL(sound), [sound]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  // Her own words a moment ago: there is nothing to write below them.
  // biome-ignore lint/a11y/useMediaCaption: nobody has written down what she has just said
  return <audio controls src={address} aria-label={t('voice.listen', { name })} />;
}
