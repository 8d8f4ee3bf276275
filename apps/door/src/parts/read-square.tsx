import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';

/** What some browsers have of their own to read square codes. No picture is parsed by code of ours. */
type Detector = {
  readonly detect: (picture: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]>;
};
type DetectorClass = new (options: { readonly formats: readonly string[] }) => Detector;

const detectorOfBrowser = (): DetectorClass | null =>
  (globalThis as { readonly BarcodeDetector?: DetectorClass }).BarcodeDetector ?? null;

/** Her numbers from a photo of the square code: read by the browser itself, or said that it cannot. */
export function ReadSquare({ onRead }: { readonly onRead: (typed: string) => void }) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [hasFailed, setFailed] = useState(false);
  const Detector = detectorOfBrowser();

  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined || Detector === null) return;
    setFailed(false);
    try {
      const picture = await createImageBitmap(file);
      const found = await new Detector({ formats: ['qr_code'] }).detect(picture);
      picture.close();
      const digits = found.map(({ rawValue }) => rawValue).find((value) => /^\d{48}$/.test(value));
      if (digits === undefined) setFailed(true);
      else onRead((digits.match(/\d{6}/g) ?? []).join(' '));
    } catch {
      // No picture, or none that this browser reads.
      setFailed(true);
    }
  };
  return (
    <details>
      <summary>{t('enter.scan')}</summary>
      <div class="stack tight folded">
        {Detector === null ? (
          <p class="small">{t('enter.scanCannot')}</p>
        ) : (
          <>
            <input
              ref={input}
              class="visually-hidden"
              type="file"
              accept="image/*"
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                void read(event.currentTarget.files?.[0]);
                event.currentTarget.value = '';
              }}
            />
            <button class="button" type="button" onClick={() => input.current?.click()}>
              {t('ask.files.choose')}
            </button>
          </>
        )}
        <p role="status" class={hasFailed ? 'note warn small' : ''}>
          {hasFailed ? t('enter.scanNone') : ''}
        </p>
      </div>
    </details>
  );
}
