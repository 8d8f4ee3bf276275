import type { Copied } from './messages.ts';
import type { Box } from './redact/boxes.ts';
import { blackedOut } from './redact/copy.ts';

/** Makes a copy with black boxes and hands it to the page around the viewer; false where the browser could not. */
export type SendCopy = (
  source: HTMLCanvasElement,
  boxes: readonly Box[],
  form: 'image/png' | 'image/jpeg',
  page: number | null,
) => Promise<boolean>;

export function sendThrough(port: MessagePort): SendCopy {
  return async (source, boxes, form, page) => {
    const bytes = await blackedOut(source, boxes, form);
    if (bytes === null) return false;
    const copied: Copied = { type: 'copied', bytes, page };
    port.postMessage(copied, [bytes]);
    return true;
  };
}
