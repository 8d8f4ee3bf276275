import { useRef, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';
import { privately } from './field.tsx';

/** What she can keep of a file that is half sent (fault 52). The page itself keeps nothing: she copies it, or not. */
export function Ticket({ name, ticket }: { readonly name: string; readonly ticket: string }) {
  const { t } = useLanguage();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    field.current?.select();
    // Not by the clipboard's own interface: no permission is asked for at the door. Where it fails, it stays selected.
    setCopied(document.execCommand('copy'));
  };
  return (
    <details class="ticket">
      <summary>{t('send.ticket', { name })}</summary>
      <div class="stack tight">
        <p>{t('send.ticketText')}</p>
        <p class="note warn small">{t('send.ticketReveals')}</p>
        <textarea
          {...privately}
          ref={field}
          readOnly
          dir="ltr"
          rows={5}
          aria-label={t('send.ticketName')}
          value={ticket}
        />
        <button class="button" type="button" onClick={copy}>
          {t(isCopied ? 'common.copied' : 'common.copy')}
        </button>
      </div>
    </details>
  );
}
