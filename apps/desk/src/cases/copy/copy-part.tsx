import type { SharedUse } from '@leeward/domain/consent/events.ts';
import { mayShare } from '@leeward/domain/consent/share.ts';
import { type CopyPart, copyParts, groupsIn } from '@leeward/domain/copy/choose.ts';
import { type CopyFormat, copyFormats } from '@leeward/domain/copy/part.ts';
import { defendersIn } from '@leeward/domain/people/group.ts';
import { formatDateTime, formatList } from '@leeward/ui';
import { consentScope } from '@leeward/vocabulary/lists/consent-scope.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { saveBytes } from '../../files/save.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useNow } from '../../parts/clock.tsx';
import { Kept } from '../../parts/kept.tsx';
import { useNotice } from '../../parts/notices.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { dayOf, LineBox } from '../../request/back-fields.tsx';
import { useMemberName } from '../../session/organisation.tsx';
import { useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { MayShareNote } from '../consents/may-share-note.tsx';
import { useVoices } from '../consents/use-voices.ts';
import { Choose, Several } from '../people/inputs.tsx';
import { CasePaper } from './case-paper.tsx';

type Form = {
  readonly parts: readonly CopyPart[];
  readonly format: CopyFormat;
  readonly reason: string;
  readonly whom: 'within' | 'outside';
  readonly purpose: string;
  readonly recipient: string;
};

/** Fewer letters are guessed too soon: whoever finds the file has all the time there is. */
const shortest = 14;

/** Takes a copy of the file along: what was chosen and no more, for a reason that colleagues read, within her consent. */
export function CopyPartScreen({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const today = dayOf(useNow());
  const notice = useNotice();
  const action = useAction('takeCopy');
  const { voices, loading } = useVoices(view);
  const draft = useForm<Form>('case:copy', view.record, () => ({
    parts: ['head', 'summary'],
    format: 'print',
    reason: '',
    whom: 'within',
    purpose: '',
    recipient: '',
  }));
  // Never kept anywhere: what opens a copy must not lie beside it.
  const [passphrase, setPassphrase] = useState('');
  const [paper, setPaper] = useState<readonly CopyPart[] | null>(null);
  const box = useId();
  const { form, change } = draft;
  const outside = form.whom === 'outside';
  const use = {
    purpose: form.purpose as SharedUse['purpose'],
    recipient: form.recipient.trim(),
    persons: defendersIn(voices.people).map(({ id }) => id),
  };
  const whole = { ...use, fields: groupsIn(form.parts) };
  const asked = outside && use.recipient !== '' && form.purpose !== '' && form.parts.length > 0;
  const may = !outside || (asked && !loading && mayShare(voices, whole, today).ok);
  const sealedWell = form.format !== 'age' || [...passphrase].length >= shortest;

  const take = async (): Promise<void> => {
    const answer = await action.run({
      record: view.record,
      parts: form.parts,
      format: form.format,
      reason: form.reason.trim(),
      use: outside ? use : null,
      passphrase,
    });
    if (!answer.ok) return;
    draft.given();
    setPassphrase('');
    notice({ text: t('fileCopy.taken') });
    if (answer.value.bytes === null) setPaper(form.parts);
    else saveBytes(answer.value.bytes, answer.value.name);
  };

  return (
    <div className="stack wide-stack">
      {paper === null ? null : <CasePaper view={view} parts={paper} onDone={() => setPaper(null)} />}
      <form
        className="form stack screen-only"
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <p className="note warn">{t('fileCopy.warning')}</p>
        <Several
          label={t('fileCopy.parts')}
          hint={t('fileCopy.partsHint')}
          values={form.parts}
          options={copyParts.map((part) => [part, t(`fileCopy.part.${part}`)] as const)}
          onChange={(parts) => change({ parts: copyParts.filter((one) => parts.includes(one)) })}
        />
        <Choose
          label={t('fileCopy.whom')}
          value={form.whom}
          options={(['within', 'outside'] as const).map((one) => [one, t(`fileCopy.whom.${one}`)] as const)}
          onChange={(whom) => change({ whom })}
        />
        {outside ? (
          <>
            <Choose
              label={t('consent.purpose')}
              value={form.purpose}
              options={consentScope.items.map(({ code }) => [code as string, t(`consent.${code}`)] as const)}
              onChange={(purpose) => change({ purpose })}
            />
            <LineBox
              label={t('consent.recipient')}
              hint={t('consents.recipientHint')}
              value={form.recipient}
              onChange={(recipient) => change({ recipient })}
            />
            {asked && !loading ? <MayShareNote record={view.record} voices={voices} use={whole} /> : null}
          </>
        ) : null}
        <Choose
          label={t('fileCopy.format')}
          value={form.format}
          options={copyFormats.map((one) => [one, t(`fileCopy.format.${one}`)] as const)}
          onChange={(format) => change({ format })}
        />
        {form.format === 'age' ? (
          <div className="field">
            <label htmlFor={box}>{t('fileCopy.passphrase')}</label>
            <span className="hint" id={`${box}h`}>
              {t('fileCopy.passphraseHint', { count: shortest })}
            </span>
            {/* Not a password field: browsers would offer to keep it (decision 43). */}
            <input
              id={box}
              className="secret masked"
              type="text"
              autoComplete="off"
              spellCheck={false}
              aria-describedby={`${box}h`}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          </div>
        ) : null}
        <LineBox
          label={t('fileCopy.reason')}
          hint={t('fileCopy.reasonHint')}
          value={form.reason}
          onChange={(reason) => change({ reason })}
        />
        <FailureNote failure={action.failure} />
        <div className="cluster">
          <button
            type="submit"
            className="button primary"
            disabled={
              action.busy || form.reason.trim() === '' || form.parts.length === 0 || !may || !sealedWell
            }
          >
            {t('fileCopy.take')}
          </button>
          <Kept of={draft} />
        </div>
      </form>
      <Earlier view={view} />
    </div>
  );
}

/** Every copy that was taken: by whom, of what, for whom and why. */
function Earlier({ view }: { readonly view: CaseView }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  const { copies } = view.state.parts;
  if (copies.length === 0) return null;
  return (
    <section className="stack tight screen-only" aria-labelledby="copies-taken">
      <h2 id="copies-taken">{t('fileCopy.earlier')}</h2>
      <ul className="plain stack tight">
        {copies.toReversed().map((copy) => (
          <li key={copy.id} className="small">
            <b>{nameOf(copy.by)}</b> · {formatDateTime(numbers, copy.claimedTime)} ·{' '}
            {t(`fileCopy.format.${copy.format}`)}
            {copy.recipient === '' ? null : (
              <>
                {' · '}
                <Words inline text={copy.recipient} />
              </>
            )}
            <div className="quiet">
              {formatList(
                numbers,
                copy.parts.map((part) => t(`fileCopy.part.${part}`)),
              )}
            </div>
            <Words text={copy.reason} />
          </li>
        ))}
      </ul>
    </section>
  );
}
