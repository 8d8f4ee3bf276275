import { mayWriteTo } from '@leeward/domain/request/routing.ts';
import { localTimeIn } from '@leeward/ui/language/hours.ts';
import { isCodeOf } from '@leeward/vocabulary/list.ts';
import { type SafeChannel, safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { useNow } from '../parts/clock.tsx';
import { refusalWords } from '../session/failure.ts';

const ways = [
  'chan_e2ee_chat',
  'chan_phone_call',
  'chan_sms',
  'chan_encrypted_mail',
  'chan_plain_mail',
  'chan_trusted_person',
  'chan_lawyer',
  'chan_in_person',
] as const satisfies readonly SafeChannel[];

/**
 * Asked before anybody is called or written to by another way than the page (handbook, invariant 2). Calls are made
 * outside of this software: here the answer stands before the number is dialled, and a number that she called unsafe is
 * known again however it is written.
 */
export function BeforeContact({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const now = useNow();
  const [channel, setChannel] = useState<SafeChannel | ''>('');
  const [detail, setDetail] = useState('');
  const [way, where] = [useId(), useId()];
  const { safeHours } = view.said;
  const there = safeHours === undefined ? null : localTimeIn(safeHours.zone, now);
  const isPerson = channel === 'chan_trusted_person' || channel === 'chan_lawyer';
  const judged =
    channel === ''
      ? null
      : mayWriteTo(view.state, channel, detail.trim() === '' ? undefined : detail.trim(), there ?? undefined);
  // Hours bind whoever reaches her; a person whom she trusts keeps hours of their own.
  const answer =
    judged?.ok === false && judged.error.code === 'not_safe_now' && isPerson
      ? ({ ok: true, value: true } as const)
      : judged;
  return (
    <details className="note">
      <summary>{t('request.beforeTitle')}</summary>
      <div className="stack tight">
        <p className="small quiet">{t('request.beforeHint')}</p>
        <div className="cluster">
          <div className="field">
            <label htmlFor={way}>{t('request.beforeWay')}</label>
            <select
              id={way}
              value={channel}
              onChange={({ target }) => setChannel(isCodeOf(safeChannel, target.value) ? target.value : '')}
            >
              <option value="">{t('request.beforeChoose')}</option>
              {ways.map((one) => (
                <option key={one} value={one}>
                  {t(`request.channel.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={where}>{t('request.beforeWhere')}</label>
            <input
              id={where}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              value={detail}
              onChange={({ target }) => setDetail(target.value)}
            />
          </div>
        </div>
        <p role="status" className={answer === null ? '' : answer.ok ? 'note good' : 'note danger'}>
          {answer === null
            ? ''
            : answer.ok
              ? t('request.beforeYes')
              : `${t('request.beforeNo')} ${refusalWords(t, answer.error).title}`}
        </p>
      </div>
    </details>
  );
}
