import type { OpenedFile } from '@leeward/workspace/desk/contract.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import {
  type Copied,
  type NotCopied,
  readViewerMessage,
  readyWord,
  type ShowFile,
  type Shown,
  viewerOrigin,
} from './viewer-port.ts';
import { viewerWords } from './viewer-words.ts';

type Props = {
  readonly file: OpenedFile;
  readonly name: string;
  readonly onShown: (shown: Shown) => void;
  /** Where copies with something blacked out may be made: what becomes of one. */
  readonly onCopied?: (copied: Copied | NotCopied) => void;
};

/** The frame in which a file is looked at: another origin, a sandbox, no network, and a channel of its own. */
export function Viewer({ file, name, onShown, onCopied }: Props): ReactNode {
  const { t, numbers, direction } = useSpeech();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(160);
  const shown = useRef(onShown);
  shown.current = onShown;
  const copied = useRef(onCopied);
  copied.current = onCopied;
  const copies = onCopied !== undefined;

  useEffect(() => {
    let port: MessagePort | null = null;
    const onReady = (event: MessageEvent): void => {
      // A sandboxed frame has no origin to compare: the window itself is what is known.
      if (event.source !== frame.current?.contentWindow || event.data !== readyWord || port !== null) return;
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }: MessageEvent<unknown>) => {
        const message = readViewerMessage(data);
        if (message?.type === 'sized') setHeight(message.height);
        else if (message?.type === 'shown') shown.current(message);
        else if (message !== null) copied.current?.(message);
      };
      frame.current?.contentWindow?.postMessage(readyWord, '*', [channel.port2]);
      // A copy goes over: the file may be hidden and shown again.
      const bytes = file.bytes.slice(0);
      const show: ShowFile = {
        type: 'show',
        bytes,
        name,
        mediaType: file.mediaType,
        words: viewerWords(t),
        locale: numbers,
        direction,
        copies,
      };
      port.postMessage(show, [bytes]);
    };
    window.addEventListener('message', onReady);
    return () => {
      window.removeEventListener('message', onReady);
      port?.close();
    };
  }, [file, name, t, numbers, direction, copies]);

  return (
    <iframe
      ref={frame}
      className="viewer"
      title={name}
      src={`${viewerOrigin(window.location.origin)}/`}
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
      height={height}
    />
  );
}
