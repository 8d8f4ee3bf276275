import { formatDate } from '@leeward/ui';
import type { OwnDeviceView } from '@leeward/workspace/desk/devices-contract.ts';
import { type ReactNode, useId, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { typedDirection } from '../parts/typed-direction.ts';
import { usePlace } from '../parts/use-place.ts';
import { Words } from '../parts/words.tsx';
import { useAction, useView } from '../session/use-session.tsx';
import { AddDevice } from './add-device.tsx';
import { useDeviceName } from './device-name.ts';
import { EndDevice } from './end-device.tsx';
import { KeyReachNote } from './key-reach.tsx';

/** The devices that are this person: what they are called, since when they count, and how one comes or ends. */
export function OwnDevices(): ReactNode {
  const { t } = useSpeech();
  const answer = useView('devices', {});
  const nameOf = useDeviceName();
  const place = usePlace('devices');
  const all = answer?.ok === true ? answer.value.devices : [];
  const ended = all.filter((one) => !one.live);
  return (
    <section className="stack tight" aria-labelledby="devices">
      <h2 id="devices" ref={place} tabIndex={-1}>
        {t('devices.title')}
      </h2>
      <p className="quiet">
        {t('devices.lead')} {t('devices.signs')}
      </p>
      {answer?.ok === false ? <FailureNote failure={answer.error} /> : null}
      <ul className="plain card rows">
        {all
          .filter((one) => one.live)
          .map((one) => (
            <DeviceRow key={one.device} device={one} />
          ))}
      </ul>
      <AddDevice />
      {ended.length === 0 ? null : (
        <details className="card more-detail">
          <summary>{t('devices.endedBefore')}</summary>
          <ul className="plain">
            {ended.map((one) => (
              <li key={one.device}>
                <Words inline text={nameOf(one)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function DeviceRow({ device }: { readonly device: OwnDeviceView }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useDeviceName();
  const [asking, setAsking] = useState<'rename' | 'end' | null>(null);
  const name = nameOf(device);
  return (
    <li className="row">
      <span>
        <b>
          <Words inline text={name} />
        </b>
        <span className="hint">
          <span className="code" dir="ltr">
            {device.sign}
          </span>
          {[
            '',
            ...(device.here ? [t('devices.here')] : []),
            ...(device.since === null
              ? []
              : [t('devices.since', { date: formatDate(numbers, device.since) })]),
          ].join(' · ')}
        </span>
        <KeyReachNote device={device} inRow />
        {asking === 'rename' ? <Rename device={device} onDone={() => setAsking(null)} /> : null}
      </span>
      <span className="cluster">
        {device.kind === 'device' && asking !== 'rename' ? (
          <button
            type="button"
            className="button quiet"
            aria-label={t('devices.renameOf', { name })}
            onClick={() => setAsking('rename')}
          >
            {t('devices.rename')}
          </button>
        ) : null}
        {device.here ? null : (
          <button
            type="button"
            className="button quiet"
            aria-label={t('devices.endOf', { name })}
            onClick={() => setAsking('end')}
          >
            {t('devices.end')}
          </button>
        )}
      </span>
      {asking === 'end' ? <EndDevice device={device} onClose={() => setAsking(null)} /> : null}
    </li>
  );
}

function Rename({
  device,
  onDone,
}: {
  readonly device: OwnDeviceView;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const action = useAction('nameDevice');
  const [typed, setTyped] = useState(device.name === '1' ? '' : device.name);
  const box = useId();
  const keep = async (): Promise<void> => {
    const answer = await action.run({ device: device.device, name: typed.trim() });
    if (answer.ok) onDone();
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <div className="field">
        <label htmlFor={box}>{t('devices.name')}</label>
        <span className="hint" id={`${box}hint`}>
          {t('devices.nameHint')}
        </span>
        <input
          id={box}
          required
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          dir={typedDirection(typed)}
          aria-describedby={`${box}hint`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <FailureNote failure={action.failure} />
      <div className="cluster">
        <button type="submit" className="button" disabled={action.busy || typed.trim() === ''}>
          {t('common.save')}
        </button>
        <button type="button" className="button quiet" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
