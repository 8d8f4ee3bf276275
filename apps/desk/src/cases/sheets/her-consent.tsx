import type { CaseUse } from '@leeward/domain/consent/share.ts';
import { consentsOfCase, type Voices } from '@leeward/domain/consent/voices.ts';
import { sheetPurposes } from '@leeward/domain/sheet/sharing.ts';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { dayOf, LineBox } from '../../request/back-fields.tsx';
import { MayShareNote } from '../consents/may-share-note.tsx';
import { Choose } from '../people/inputs.tsx';
import type { SheetDraft } from './draft.ts';

/** On which yes of hers the sheet rests: to ask a referee whom she named, or a partner. Without one nothing is sent. */
export function HerConsent({
  record,
  voices,
  use,
  draft: { purpose, recipient },
  change,
}: {
  readonly record: string;
  readonly voices: Voices;
  readonly use: CaseUse;
  readonly draft: SheetDraft;
  readonly change: (part: Partial<SheetDraft>) => void;
}): ReactNode {
  const { t } = useSpeech();
  const list = useId();
  const today = dayOf(useNow());
  const known = consentsOfCase(voices, today).filter(
    ({ ask, standing }) => ask.purpose === purpose && standing === 'given',
  );
  return (
    <fieldset className="field stack tight">
      <legend>{t('sheets.consent')}</legend>
      <span className="hint">{t('sheets.consentHint')}</span>
      <Choose
        label={t('consent.purpose')}
        value={purpose}
        options={sheetPurposes.map((code) => [code as string, t(`consent.${code}`)] as const)}
        onChange={(value) => change({ purpose: value })}
      />
      <LineBox
        label={t('sheets.consentRecipient')}
        hint={t('consents.recipientHint')}
        value={recipient}
        list={list}
        onChange={(value) => change({ recipient: value })}
      />
      <datalist id={list}>
        {known.map(({ id, ask }) => (
          <option key={id} value={ask.recipient} />
        ))}
      </datalist>
      {purpose === '' || recipient.trim() === '' ? null : (
        <MayShareNote record={record} voices={voices} use={use} />
      )}
    </fieldset>
  );
}
