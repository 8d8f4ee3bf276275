import { stopOnLeaving } from './leaving.ts';

/** Longer ones are sent as several. At this bit rate twenty minutes are about 4 MB: minutes on a bad line, not hours. */
export const LONGEST = 20 * 60;
const BITS_PER_SECOND = 24_000;
/** Whatever a browser makes of the bit rate, in bytes. */
const LARGEST = 16 * 1024 * 1024;
/** What browsers record in, best first; sound alone, never a picture. */
const forms = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const;

export type RecorderView = {
  readonly step: 'idle' | 'asking' | 'running' | 'paused' | 'denied';
  /** Seconds of sound so far. */
  readonly seconds: number;
};

/** What became of a recording: her own end of it, or its limit. */
export type Recorded = { readonly sound: Blob; readonly isFull: boolean };

export type Recorder = {
  readonly view: () => RecorderView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks the browser for the microphone and begins. Nothing is listened to before. */
  readonly start: () => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends it; what was recorded is given to `onRecorded`. */
  readonly finish: () => void;
  /** Ends it and forgets what was recorded. */
  readonly discard: () => void;
};

/** Whether this browser can record sound, asked without touching the microphone. */
export const formOfRecording = (): string | null =>
  typeof MediaRecorder === 'undefined' || navigator.mediaDevices?.getUserMedia === undefined
    ? null
    : (forms.find((form) => MediaRecorder.isTypeSupported(form)) ?? null);

/** One recording at a time, held in memory alone. */
export function createRecorder(onRecorded: (recorded: Recorded) => void): Recorder {
  const listeners = new Set<() => void>();
  let view: RecorderView = { step: 'idle', seconds: 0 };
  let current: {
    readonly media: MediaRecorder;
    readonly end: (isKept: boolean, isFull: boolean) => void;
  } | null = null;
  /** Counts the beginnings: who leaves while the browser still asks has not agreed to anything. */
  let round = 0;
  const show = (next: Partial<RecorderView>): void => {
    view = { ...view, ...next };
    for (const listener of listeners) listener();
  };

  const start = async (): Promise<void> => {
    const form = formOfRecording();
    if (form === null || current !== null || view.step === 'asking') return;
    round += 1;
    const mine = round;
    show({ step: 'asking', seconds: 0 });
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      if (mine === round) show({ step: 'denied' });
      return;
    }
    if (mine !== round) {
      for (const track of stream.getTracks()) track.stop();
      return;
    }
    begin(stream, form);
  };

  const begin = (stream: MediaStream, form: string): void => {
    const media = new MediaRecorder(stream, { mimeType: form, audioBitsPerSecond: BITS_PER_SECOND });
    const pieces: Blob[] = [];
    let size = 0;
    let how: { isKept: boolean; isFull: boolean } | null = null;
    const end = (isKept: boolean, isFull: boolean): void => {
      how ??= { isKept, isFull };
      if (media.state !== 'inactive') media.stop();
      // The light of the microphone goes out at once, not when somebody gets round to it.
      for (const track of stream.getTracks()) track.stop();
    };
    const timer = setInterval(() => {
      if (media.state !== 'recording') return;
      show({ seconds: view.seconds + 1 });
      if (view.seconds >= LONGEST) end(true, true);
    }, 1000);
    media.ondataavailable = ({ data }) => {
      pieces.push(data);
      size += data.size;
      if (size > LARGEST) end(true, true);
    };
    media.onstop = () => {
      clearInterval(timer);
      current = null;
      // Without a word of hers the microphone was taken away: what there is, is kept.
      const { isKept, isFull } = how ?? { isKept: true, isFull: false };
      show({ step: 'idle', seconds: 0 });
      for (const track of stream.getTracks()) track.stop();
      if (isKept && size > 0) onRecorded({ sound: new Blob(pieces, { type: form }), isFull });
      pieces.length = 0;
    };
    current = { media, end };
    media.start(1000);
    show({ step: 'running' });
  };

  const recorder: Recorder = {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    pause: () => {
      if (current?.media.state !== 'recording') return;
      current.media.pause();
      show({ step: 'paused' });
    },
    resume: () => {
      if (current?.media.state !== 'paused') return;
      current.media.resume();
      show({ step: 'running' });
    },
    finish: () => current?.end(true, false),
    discard: () => {
      round += 1;
      current?.end(false, false);
      if (view.step === 'asking') show({ step: 'idle' });
    },
  };
  stopOnLeaving(recorder.discard);
  return recorder;
}

/** "1:05": minutes and seconds in the reader's digits. */
export function clockOf(tag: string, seconds: number): string {
  const two = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 });
  return `${new Intl.NumberFormat(tag).format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
}
