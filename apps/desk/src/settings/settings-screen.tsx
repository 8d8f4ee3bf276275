import { deskLanguages, isDeskLocale } from '@leeward/ui';
import { type ReactNode, useId } from 'react';
import { noteRecoveryPending } from '../begin/recovery-pending.ts';
import type { Recovery } from '../begin/recovery-screen.tsx';
import { BlurSettings } from '../care/blur-settings.tsx';
import { QuietSettings } from '../care/quiet-settings.tsx';
import { KeyReachNote } from '../devices/key-reach.tsx';
import { OwnDevices } from '../devices/own-devices.tsx';
import { RemoveThisDevice } from '../devices/remove-this-device.tsx';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { usePlace } from '../parts/use-place.ts';
import { addressOf } from '../router/route.ts';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction, useView } from '../session/use-session.tsx';
import { AnswerHoursSettings } from './answer-hours-settings.tsx';
import { CalendarSettings } from './calendar-settings.tsx';
import { CallSettings } from './call-settings.tsx';
import { autoLockChoices } from './device-settings.ts';
import { PasskeySettings } from './passkey-settings.tsx';
import { RiskMatrixSettings } from './risk-matrix-settings.tsx';
import { useSettings } from './settings-context.tsx';
import { SourceLine } from './source-line.tsx';
import { VerificationTermsSettings } from './verification-terms-settings.tsx';

/** What this device remembers about the desk, and how it forgets everything. */
export function SettingsScreen({
  onRecovery,
}: {
  /** Shows a recovery file that was made anew. */
  readonly onRecovery: (recovery: Recovery) => void;
}): ReactNode {
  const { t, locale, setLocale } = useSpeech();
  const { settings, change } = useSettings();
  const { recoveryMissing, organisation, administrator } = useOpenSession();
  const remake = useAction('makeRecoveryFile');
  const devices = useView('devices', {});
  const files =
    devices?.ok === true ? devices.value.devices.filter((one) => one.live && one.kind === 'recovery') : [];
  const lockBox = useId();
  const place = usePlace('recovery');
  return (
    <Screen title={t('settings.title')}>
      <div className="stack wide-stack form">
        <fieldset className="field">
          <legend>{t('settings.language')}</legend>
          <div className="options columns">
            {deskLanguages.map(({ tag, name }) => (
              <label key={tag} className="option" lang={tag}>
                <input
                  type="radio"
                  name="language"
                  checked={locale === tag}
                  onChange={() => {
                    if (isDeskLocale(tag)) setLocale(tag);
                  }}
                />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
        <CalendarSettings />
        <div className="field">
          <label htmlFor={lockBox}>{t('settings.autoLock')}</label>
          <select
            id={lockBox}
            className="auto"
            value={settings.autoLock}
            onChange={(event) => change({ autoLock: Number(event.target.value) })}
          >
            {autoLockChoices.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('settings.autoLockMinutes', { minutes })}
              </option>
            ))}
          </select>
        </div>
        <BlurSettings />
        <QuietSettings />
        <section className="stack tight">
          <h2>{t('settings.panic')}</h2>
          <p className="quiet">{t('settings.panicHint')}</p>
        </section>
        <section className="stack tight">
          <h2 ref={place} tabIndex={-1}>
            {t('settings.recovery')}
          </h2>
          <p className={recoveryMissing ? 'note danger' : 'note'}>
            {recoveryMissing ? t('recovery.none') : t('recovery.onePerson')}
          </p>
          {files.map((one) => (
            <KeyReachNote key={one.device} device={one} />
          ))}
          {administrator ? (
            <div className="stack tight">
              <p className="quiet small">{t('recovery.makeNewHint')}</p>
              <FailureNote failure={remake.failure} />
              <div>
                <button
                  type="button"
                  className="button"
                  disabled={remake.busy}
                  onClick={() => {
                    noteRecoveryPending(true);
                    void remake.run({}).then((answer) => {
                      if (answer.ok) onRecovery({ ...answer.value, organisation: organisation.name });
                      else noteRecoveryPending(false);
                    });
                  }}
                >
                  {t('recovery.makeNew')}
                </button>
              </div>
            </div>
          ) : null}
        </section>
        <OwnDevices />
        <PasskeySettings />
        <CallSettings />
        <AnswerHoursSettings />
        <RiskMatrixSettings />
        <VerificationTermsSettings />
        <section className="stack tight">
          <h2>{t('programme.title')}</h2>
          <p>
            <a href={addressOf({ name: 'programmes' })}>{t('eligible.programmesGo')}</a>
          </p>
        </section>
        <section className="stack tight">
          <h2>{t('settings.about')}</h2>
          <p>
            <a href={addressOf({ name: 'about' })}>{t('about.title')}</a>
          </p>
          <SourceLine />
        </section>
        <RemoveThisDevice />
      </div>
    </Screen>
  );
}
