import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { BeforeContact } from './before-contact.tsx';
import { CodeWords } from './code-words.tsx';
import { SafeTimes } from './safe-times.tsx';

/** How she may be reached and how never: binding, so it stands above everything else (handbook, invariant 2). */
export function ContactRules({ view }: { readonly view: RequestView }): ReactNode {
  const { t } = useSpeech();
  const { said, channels } = view;
  const safe = channels.filter((way) => way.safe && way.channel !== 'chan_none_now');
  const unsafe = channels.filter((way) => !way.safe);
  const notNow = channels.some((way) => way.safe && way.channel === 'chan_none_now');
  const nevers = said.never.length > 0 || unsafe.length > 0 || said.neverOther !== undefined || notNow;
  return (
    <section className="rules" aria-label={t('request.contactTitle')}>
      {nevers || said.doNotContactDirectly === true ? (
        <div className="note danger">
          <strong>{t('request.contactNeverTitle')}</strong>
          <ul>
            {notNow ? <li>{t('request.contactNotNow')}</li> : null}
            {said.doNotContactDirectly === true ? <li>{t('request.contactNotDirectly')}</li> : null}
            {said.never.map((rule) => (
              <li key={rule}>{t(`request.never.${rule}`)}</li>
            ))}
            {unsafe.map((way) => (
              <li key={`${way.channel} ${way.detail ?? ''}`}>
                {t('request.contactUnsafe', { way: t(`request.channel.${way.channel}`) })}
                {way.detail === undefined ? null : <Words inline text={` ${way.detail}`} />}
              </li>
            ))}
            {said.neverOther === undefined ? null : (
              <li>
                <Words text={said.neverOther} lang={said.locale} />
              </li>
            )}
          </ul>
        </div>
      ) : null}
      <div className="note">
        <strong>{t('request.contactTitle')}</strong>
        {safe.length === 0 ? (
          <p>{t('request.contactNone')}</p>
        ) : (
          <ul>
            {safe.map((way) => (
              <li key={`${way.channel} ${way.detail ?? ''}`}>
                {t(`request.channel.${way.channel}`)}
                {way.detail === undefined || way.detail === '' ? null : (
                  <>
                    {': '}
                    <Words inline text={way.detail} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <SafeTimes said={said} />
      </div>
      <CodeWords said={said} />
      <BeforeContact view={view} />
    </section>
  );
}
