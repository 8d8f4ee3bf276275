import { defang } from '@leeward/ui/inert.ts';
import { formatDate, formatList } from '@leeward/ui/language/format.ts';
import type { DoorKey } from '@leeward/ui/language/keys.ts';
import type { Translator } from '@leeward/ui/language/translator.ts';
import { type AskedConsent, isIrreversible } from '@leeward/workspace/door/come-back.ts';
import { plainItem } from '@leeward/workspace/door/request.ts';
import { useState } from 'preact/hooks';
import { useLanguage } from '../../model/language.ts';
import { TextField } from '../../parts/field.tsx';
import { Frame } from '../../parts/frame.tsx';
import { State } from '../../parts/state.tsx';
import { Steps } from '../../parts/steps.tsx';
import type { BackProps } from './kept.ts';

/** Her consents, one by one: what is asked, for whom, and what cannot be called back. No answer is a no. */
export function Consents({ consents, ...props }: BackProps & { readonly consents: readonly AskedConsent[] }) {
  const { t } = useLanguage();
  return (
    <Frame title={t('back.consents')} lead={t('back.consentsLead')}>
      {consents.length === 0 ? <p>{t('back.consentsNone')}</p> : null}
      {consents.map((one) => (
        <OneConsent key={one.ask.id} consent={one} {...props} />
      ))}
      <Steps back={null} next={props.home} nextLabel={t('back.home')} />
    </Frame>
  );
}

/** The purposes that this page has words for; an organisation's own is explained by the text beside it. */
const purposes = [
  'con_store_case',
  'con_contact',
  'con_verify_referee',
  'con_verify_partner',
  'con_reuse_verification',
  'con_blind_match',
  'con_referral_anonymous',
  'con_referral_identity',
  'con_share_host',
  'con_share_funder',
  'con_share_authority',
  'con_health_data',
  'con_identity_traits',
  'con_payment_data',
  'con_donor_report_anonymous',
  'con_statistics',
  'con_research_contact',
  'con_research_use',
  'con_quote_anonymous',
  'con_public_name',
  'con_un_named',
  'con_un_confidential',
  'con_evidence_archive',
  'con_recording',
  'con_interpreter',
  'con_follow_up',
  'con_emergency_act',
] as const;

const groups: ReadonlySet<string> = new Set([
  'name',
  'contact',
  'place',
  'story',
  'danger',
  'family',
  'work',
  'health',
  'traits',
  'documents',
  'files',
  'money',
  'verification',
]);

/** What it is asked for, in her language; null where only the organisation's own text says it. */
export function purposeWords({ purpose }: AskedConsent['ask'], t: Translator<DoorKey>): string | null {
  const known = purposes.find((one) => one === purpose);
  return known === undefined ? null : t(`back.purpose.${known}`);
}

/** The kinds of facts that it is about. */
export function fieldWords(
  { fields }: Pick<AskedConsent['ask'], 'fields'>,
  t: Translator<DoorKey>,
): readonly string[] {
  return fields.map((group) => (groups.has(group) ? t(`back.field.${group}` as DoorKey) : group));
}

/** What a newer answer of hers has left of this one. */
export const leftWords = (left: readonly string[], t: Translator<DoorKey>, tag: string): string =>
  left.length === 0
    ? t('back.consentReplaced')
    : t('back.consentLess', { fields: formatList(tag, fieldWords({ fields: left }, t)) });

function OneConsent({
  consent: { ask, asked, at, until, endsSoon, standing, left, onItsWay },
  kept,
  keep,
  say,
  isBusy,
}: BackProps & { readonly consent: AskedConsent }) {
  const { t, tag } = useLanguage();
  const [isChanging, setChanging] = useState(false);
  const field = `consent ${ask.id}`;
  const words = kept[field]?.trim() ?? '';
  const answer = (given: 'given' | 'refused' | 'withdrawn'): void => {
    setChanging(false);
    const more = words === '' ? {} : { words: words.slice(0, 8000) };
    void say([plainItem({ type: 'consent', v: 1, id: ask.id, asked, answer: given, ...more })], [field]);
  };
  const named = fieldWords(ask, t);
  const purpose = purposeWords(ask, t);
  const heading = `consent-${ask.id}`;
  return (
    <section class="card padded stack tight" aria-labelledby={heading}>
      <h2 id={heading}>
        <bdi>{defang(ask.recipient)}</bdi>
      </h2>
      <p class="words" dir="auto" lang={ask.language} translate={false}>
        {defang(ask.text)}
      </p>
      {purpose === null ? null : <p>{t('back.consentFor', { purpose })}</p>}
      <p>{t('back.consentFields', { fields: formatList(tag, named) })}</p>
      <p class="small quiet">{t('back.consentAsked', { date: formatDate(tag, at) })}</p>
      <p>
        {until === null
          ? t('back.consentNoEnd')
          : t('back.consentUntil', { date: formatDate(tag, `${until}T12:00:00Z`, 'UTC') })}
      </p>
      {endsSoon && until !== null ? (
        <p class="note warn">
          {t('back.consentEndsSoon', { date: formatDate(tag, `${until}T12:00:00Z`, 'UTC') })}
        </p>
      ) : null}
      {left === null ? null : <p class="note warn">{leftWords(left, t, tag)}</p>}
      <p class="note">{t(isIrreversible(ask.purpose) ? 'back.consentForGood' : 'back.consentRecall')}</p>
      <p>
        <strong>{t(`back.standing.${standing}`)}</strong>{' '}
        {onItsWay === null ? null : <State state={onItsWay} />}
      </p>
      {standing === 'expired' || standing === 'dropped' ? null : standing === 'asked' || isChanging ? (
        <>
          <details>
            <summary>{t('back.consentMore')}</summary>
            <TextField
              label={t('back.consentWords')}
              value={kept[field] ?? ''}
              rows={2}
              onChange={(text) => keep(field, text)}
            />
          </details>
          <div class="go">
            <button class="button wide" type="button" disabled={isBusy} onClick={() => answer('given')}>
              {t('back.consentGive')}
            </button>
            <button class="button wide" type="button" disabled={isBusy} onClick={() => answer('refused')}>
              {t('back.consentRefuse')}
            </button>
          </div>
          <p class="small quiet">{t('back.consentFree')}</p>
        </>
      ) : standing === 'given' ? (
        <button class="button danger" type="button" disabled={isBusy} onClick={() => answer('withdrawn')}>
          {t('back.consentWithdraw')}
        </button>
      ) : (
        <button class="button" type="button" disabled={isBusy} onClick={() => setChanging(true)}>
          {t('back.consentChange')}
        </button>
      )}
    </section>
  );
}
