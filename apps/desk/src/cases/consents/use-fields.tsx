import { type FieldGroup, fieldGroups } from '@leeward/domain/consent/ask.ts';
import { consentChannel } from '@leeward/vocabulary/lists/consent-channel.ts';
import { consentScope } from '@leeward/vocabulary/lists/consent-scope.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { LineBox } from '../../request/back-fields.tsx';
import { Choose, Several } from '../people/inputs.tsx';

/** What a use is about: purpose, recipient, kinds of facts. */
export type UseForm = {
  readonly purpose: string;
  readonly recipient: string;
  readonly fields: readonly string[];
};

/** Whether a use is whole enough to be judged. */
export const isWholeUse = ({ purpose, recipient, fields }: UseForm): boolean =>
  purpose !== '' && recipient.trim() !== '' && fields.length > 0;

/** What for, to whom, which facts. */
export function UseFields({
  form,
  purposes,
  onChange,
}: {
  readonly form: UseForm;
  /** Only these purposes; all of them where it is left out. */
  readonly purposes?: ReadonlySet<string>;
  readonly onChange: (part: Partial<UseForm>) => void;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <>
      <Choose
        label={t('consent.purpose')}
        value={form.purpose}
        options={consentScope.items
          .filter(({ code }) => purposes === undefined || purposes.has(code))
          .map(({ code }) => [code as string, t(`consent.${code}`)] as const)}
        onChange={(purpose) => onChange({ purpose })}
      />
      <LineBox
        label={t('consent.recipient')}
        hint={t('consents.recipientHint')}
        value={form.recipient}
        onChange={(recipient) => onChange({ recipient })}
      />
      <Several<string>
        label={t('consent.fields')}
        values={form.fields}
        options={fieldGroups.map(
          (group: FieldGroup) => [group as string, t(`consent.field.${group}`)] as const,
        )}
        onChange={(fields) => onChange({ fields })}
      />
    </>
  );
}

/** The ways in which an officer may hear a yes or a stop. A click is hers, at the door. */
export const heardWays = consentChannel.items
  .map(({ code }) => code)
  .filter((code) => code !== 'conch_form_click');
