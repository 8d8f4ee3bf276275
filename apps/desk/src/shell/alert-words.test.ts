import type { Alert, AlertKind } from '@leeward/workspace/desk/contract.ts';
import { describe, expect, it } from 'vitest';
import { locales, speak } from '../testing/texts.ts';
import { alertText, alertTones, sortAlerts } from './alert-words.ts';

const names = { member: () => 'Officer two', team: () => 'Intake', record: () => 'Kestrel' };
const alert = (kind: AlertKind, details: Alert['details'] = {}, since = 0): Alert => ({
  id: kind,
  kind,
  since,
  record: null,
  details,
  dismissable: true,
});

for (const locale of locales) {
  const t = speak(locale);

  describe(`an alert, in ${locale}`, () => {
    for (const kind of Object.keys(alertTones) as AlertKind[]) {
      it(`of the kind "${kind}" says what happened, what is safe and what to do, with or without details`, () => {
        for (const details of [{}, { count: 3, member: 'm', team: 't', days: 2 }]) {
          const text = alertText(t, locale, alert(kind, details), names);
          for (const sentence of Object.values(text)) {
            expect(sentence.length).toBeGreaterThan(3);
            expect(sentence).not.toMatch(/^alert\.|[{}]|undefined|NaN|Invalid/);
          }
        }
      });
    }
  });
}

describe('alerts', () => {
  it('stand with the gravest first, then the newest', () => {
    const all = [
      alert('clockDiffers', {}, 9),
      alert('fork', {}, 1),
      alert('serverWentBack', {}, 5),
      alert('badGrant'),
    ];
    expect(sortAlerts(all).map(({ kind }) => kind)).toEqual([
      'badGrant',
      'serverWentBack',
      'fork',
      'clockDiffers',
    ]);
  });
});
