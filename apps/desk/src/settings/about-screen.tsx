import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Screen } from '../parts/screen.tsx';
import { addressOf } from '../router/route.ts';
import { ReleaseFactsSection } from '../service-worker/release-bar.tsx';
import { SourceLine } from './source-line.tsx';

const rows = [
  { key: 'about.text', sees: false },
  { key: 'about.records', sees: true },
  { key: 'about.sizes', sees: true },
  { key: 'about.devices', sees: true },
  { key: 'about.teams', sees: true },
  { key: 'about.door', sees: true },
  { key: 'about.languageFiles', sees: true },
  { key: 'about.addresses', sees: true },
  { key: 'about.calls', sees: true },
] as const;

const notPromised = [
  'about.notPromisedNetwork',
  'about.notPromisedDevice',
  'about.notPromisedCode',
  'about.notPromisedWithdraw',
  'about.notPromisedPartition',
] as const;

/** What the server sees, in plain words, and what is not promised. */
export function AboutScreen(): ReactNode {
  const { t } = useSpeech();
  return (
    <Screen
      title={t('about.title')}
      lead={<p>{t('about.lead')}</p>}
      back={{ href: addressOf({ name: 'settings' }), label: t('settings.title') }}
    >
      <div className="stack wide-stack">
        <ReleaseFactsSection />
        <SourceLine />
        <table className="card plain-table">
          <thead>
            <tr>
              <th scope="col">{t('about.what')}</th>
              <th scope="col">{t('about.sees')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, sees }) => (
              <tr key={key}>
                <th scope="row">{t(key)}</th>
                <td>{sees ? t('about.yes') : t('about.no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <section className="stack tight">
          <h2>{t('about.notPromised')}</h2>
          <ul>
            {notPromised.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
      </div>
    </Screen>
  );
}
