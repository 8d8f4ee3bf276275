import { labelOf, peopleIn } from '@leeward/domain/people/state.ts';
import {
  neverTold,
  officialKinds,
  type SourceValues,
  sourceItems,
  sourceOrigins,
  tellings,
} from '@leeward/domain/verification/events.ts';
import type { Source } from '@leeward/domain/verification/state.ts';
import { safeChannel } from '@leeward/vocabulary/lists/safe-channel.ts';
import { verificationSource } from '@leeward/vocabulary/lists/verification-source.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { ChecksField, ChoiceField, TextField } from './fields.tsx';
import { StakeFields } from './finding-form.tsx';
import { FormFrame } from './form-frame.tsx';
import { sourceChoices, useVerifyNames } from './names.ts';

const first = (): Partial<SourceValues> => ({
  label: '',
  through: null,
  person: null,
  known: '',
  official: 'not_known',
  channel: null,
  knows: [],
  stake: { has: 'not_known', words: '' },
  doubt: null,
  recipient: '',
  mayTell: null,
});

/** Somebody or something that can confirm: a new source, or what is known of one. */
export function SourceForm({
  view,
  source,
}: {
  readonly view: CaseView;
  readonly source?: Source;
}): ReactNode {
  const { t } = useSpeech();
  const names = useVerifyNames();
  const { verification, people } = view.state.parts;
  const form = useItemForm(sourceItems, view.record, source, first);
  const { values, set } = form;
  const others = sourceChoices(verification).filter(({ code }) => code !== form.id);
  const persons = peopleIn(people).map(({ id }) => ({ code: id, name: labelOf(people, id) ?? '…' }));
  const isReady =
    (values.label ?? '').trim() !== '' && values.kind !== undefined && values.origin !== undefined;
  return (
    <FormFrame
      label={source === undefined ? t('verify.sourceNew') : t('verify.sourceEdit')}
      form={form}
      ready={isReady}
      primary={source === undefined}
    >
      <TextField
        label={t('verify.label')}
        hint={t('verify.labelHint')}
        required
        value={values.label ?? ''}
        onChange={(label) => set({ label })}
      />
      <ChoiceField
        label={t('verify.kind')}
        choices={verificationSource.items.map(({ code }) => ({
          code: code as SourceValues['kind'],
          name: names.kind(code),
        }))}
        value={values.kind ?? null}
        required
        onChange={(kind) => kind !== null && set({ kind })}
      />
      <ChoiceField
        label={t('verify.origin')}
        choices={sourceOrigins.map((code) => ({ code, name: t(`verify.origin.${code}`) }))}
        value={values.origin ?? null}
        required
        onChange={(origin) => origin !== null && set({ origin })}
      />
      {others.length === 0 ? null : (
        <ChoiceField
          label={t('verify.through')}
          choices={others}
          none={t('verify.pickOne')}
          value={values.through ?? null}
          onChange={(through) => set({ through })}
        />
      )}
      {persons.length === 0 ? null : (
        <ChoiceField
          label={t('verify.person')}
          choices={persons}
          none={t('verify.personNone')}
          value={values.person ?? null}
          onChange={(person) => set({ person })}
        />
      )}
      <TextField label={t('verify.known')} value={values.known ?? ''} onChange={(known) => set({ known })} />
      <TextField
        label={t('verify.recipient')}
        hint={t('verify.recipientHint')}
        value={values.recipient ?? ''}
        onChange={(recipient) => set({ recipient })}
      />
      {values.agreed === 'refused' || values.agreed === 'withdrawn' ? (
        <ChoiceField
          label={t('verify.agreed')}
          choices={(['not_asked', values.agreed] as const).map((code) => ({
            code: code as SourceValues['agreed'],
            name: t(`verify.agreed.${code}`),
          }))}
          value={values.agreed}
          onChange={(agreed) => set({ agreed: agreed ?? 'not_asked' })}
        />
      ) : null}
      <ChecksField
        label={t('verify.mayTell')}
        hint={t('verify.mayTellHint')}
        choices={tellings
          .filter((code) => !neverTold.has(code))
          .map((code) => ({ code, name: names.telling(code) }))}
        value={values.mayTell ?? []}
        onChange={(mayTell) => set({ mayTell: mayTell.length === 0 ? null : mayTell })}
      />
      <ChoiceField
        label={t('verify.official')}
        choices={officialKinds.map((code) => ({ code, name: t(`verify.official.${code}`) }))}
        value={values.official ?? 'not_known'}
        onChange={(official) => set({ official: official ?? 'not_known' })}
      />
      <ChoiceField
        label={t('verify.channel')}
        choices={safeChannel.items
          .filter(({ code }) => code !== 'chan_none_now')
          .map(({ code }) => ({
            code: code as NonNullable<SourceValues['channel']>,
            name: t(`request.channel.${code}`),
          }))}
        none={t('verify.channelNone')}
        value={values.channel ?? null}
        onChange={(channel) => set({ channel })}
      />
      {others.length === 0 ? null : (
        <ChecksField
          label={t('verify.knows')}
          choices={others}
          value={values.knows ?? []}
          onChange={(knows) => set({ knows })}
        />
      )}
      <StakeFields
        stake={values.stake ?? { has: 'not_known', words: '' }}
        onChange={(stake) => set({ stake })}
      />
      <TextField
        label={t('verify.doubtWhy')}
        hint={t('verify.doubtHint')}
        value={values.doubt?.reason ?? ''}
        onChange={(reason) => set({ doubt: reason === '' ? null : { reason } })}
      />
    </FormFrame>
  );
}
