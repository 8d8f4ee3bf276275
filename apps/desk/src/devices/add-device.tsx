import { formatDateTime } from '@leeward/ui';
import type { DeviceLinkView, OwnerProof } from '@leeward/workspace/desk/devices-contract.ts';
import { type ReactNode, useState } from 'react';
import { QrCode } from '../door/qr.tsx';
import { useSpeech } from '../language/speech.tsx';
import { CheckWords } from '../members/check-words.tsx';
import { useLooking } from '../members/use-looking.ts';
import { useNow } from '../parts/clock.tsx';
import { CopyField } from '../parts/copy-field.tsx';
import { useNotice } from '../parts/notices.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { Words } from '../parts/words.tsx';
import { useAction, useView } from '../session/use-session.tsx';
import { OwnerForm } from './owner-form.tsx';

/** Letting another device in: a code for its camera, six words on both screens, and the passphrase of this one. */
export function AddDevice(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('deviceLinks', {});
  const add = useAction('addDevice');
  const [different, setDifferent] = useState(false);
  const links = answer?.ok === true ? answer.value : [];
  useLooking(
    'deviceLinks',
    links.some((link) => link.opened === null),
  );
  return (
    <div className="stack tight">
      {links.map((link) => (
        <Link key={link.join} link={link} onDifferent={() => setDifferent(true)} />
      ))}
      {different ? <Problem tone="danger" words={{ title: t('devices.differentText') }} /> : null}
      <FailureNote failure={add.failure} />
      {links.length === 0 ? (
        <div>
          <button
            type="button"
            className="button"
            disabled={add.busy}
            onClick={() => {
              setDifferent(false);
              void add.run({});
            }}
          >
            {t('devices.add')}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function Link({
  link,
  onDifferent,
}: {
  readonly link: DeviceLinkView;
  readonly onDifferent: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const cancel = useAction('cancelDevice');
  const { join, opened } = link;
  return (
    <article className="card form-card stack tight" aria-label={t('devices.add')}>
      {opened === null ? (
        <Code link={link} />
      ) : (
        <Compare join={join} opened={opened} onDifferent={onDifferent} />
      )}
      {opened === null ? (
        <div>
          <button
            type="button"
            className="button quiet"
            disabled={cancel.busy}
            onClick={() =>
              void cancel.run({ join }).then((answer) => {
                if (answer.ok) notice({ text: t('devices.cancelled') });
              })
            }
          >
            {t('devices.cancel')}
          </button>
        </div>
      ) : null}
      <FailureNote failure={cancel.failure} />
    </article>
  );
}

function Code({ link }: { readonly link: DeviceLinkView }): ReactNode {
  const { t, numbers } = useSpeech();
  const now = useNow();
  if (link.expires <= now) return <p className="note warn">{t('devices.expired')}</p>;
  return (
    <>
      <p>{t('devices.addHow')}</p>
      <QrCode text={link.link} label={t('devices.qrText')} />
      <CopyField label={t('devices.link')} value={link.link} />
      <p className="hint">{t('devices.addSafe', { date: formatDateTime(numbers, link.expires) })}</p>
      <p className="state kept" role="status">
        {t('devices.waiting')}
      </p>
    </>
  );
}

function Compare({
  join,
  opened,
  onDifferent,
}: {
  readonly join: string;
  readonly opened: NonNullable<DeviceLinkView['opened']>;
  readonly onDifferent: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const notice = useNotice();
  const confirm = useAction('confirmDevice');
  const cancel = useAction('cancelDevice');
  const agree = async (proof: OwnerProof): Promise<void> => {
    const answer = await confirm.run({ join, ...proof });
    if (answer.ok) notice({ text: t('devices.added', { name: opened.name }) });
  };
  return (
    <OwnerForm
      hint={t('devices.confirmHint')}
      submit={t('devices.confirm')}
      busy={confirm.busy}
      failure={confirm.failure ?? cancel.failure}
      onProof={agree}
      others={
        <button
          type="button"
          className="button danger"
          disabled={cancel.busy || confirm.busy}
          onClick={() =>
            void cancel.run({ join }).then((answer) => {
              if (answer.ok) onDifferent();
            })
          }
        >
          {t('devices.different')}
        </button>
      }
    >
      <p role="status">
        <strong>
          <Words inline text={opened.name} />
        </strong>{' '}
        {t('devices.openedCompare')}
      </p>
      <CheckWords words={opened.words} label={t('devices.words')} />
    </OwnerForm>
  );
}
