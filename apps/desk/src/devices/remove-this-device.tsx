import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNote, Problem } from '../parts/problem.tsx';
import { useOpenSession } from '../session/organisation.tsx';
import { useAction, useView } from '../session/use-session.tsx';

/**
 * Removing the device at which one sits: it is ended for the server and for everybody, and then forgets everything. Where
 * the server cannot be reached nothing is deleted before a person has read what then stays true.
 */
export function RemoveThisDevice(): ReactNode {
  const { t } = useSpeech();
  const [asking, setAsking] = useState(false);
  return (
    <section className="stack tight">
      <h2>{t('settings.device')}</h2>
      <p className="quiet">{t('thisDevice.lead')}</p>
      <div>
        <button type="button" className="button danger" onClick={() => setAsking(true)}>
          {t('settings.deviceForget')}
        </button>
      </div>
      {asking ? <RemoveDialog onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useSpeech();
  const { unsent } = useOpenSession();
  const end = useAction('endThisDevice');
  const wipe = useAction('wipe');
  const answer = useView('devices', {});
  const [sure, setSure] = useState(false);
  const live = answer?.ok === true ? answer.value.devices.filter((one) => one.live) : [];
  const others = live.filter((one) => !one.here);
  const offline = end.failure?.code === 'offline';
  const busy = end.busy || wipe.busy;
  return (
    <Dialog title={t('settings.deviceForget')} onClose={onClose}>
      <div className="note danger">
        <strong>{t('settings.wipeTitle')}</strong>
        <p>{t('thisDevice.ends')}</p>
        {unsent > 0 ? <p>{t('state.unsent', { count: unsent })}</p> : null}
      </div>
      {others.some((one) => one.kind === 'device') || answer?.ok !== true ? null : (
        <p className="note">{others.length === 0 ? t('thisDevice.only') : t('thisDevice.onlyFile')}</p>
      )}
      <label className="option">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {t('thisDevice.sure')}
      </label>
      {offline ? (
        <Problem
          tone="danger"
          words={{
            title: t('thisDevice.offline'),
            safe: t('thisDevice.offlineSafe'),
            do: t('thisDevice.offlineDo', { sign: live.find((one) => one.here)?.sign ?? '' }),
          }}
        />
      ) : (
        <FailureNote failure={end.failure} />
      )}
      <FailureNote failure={wipe.failure} />
      {end.busy ? (
        <p className="quiet" role="status">
          {t('thisDevice.working')}
        </p>
      ) : null}
      <div className="cluster">
        <button
          type="button"
          className="button danger"
          disabled={!sure || busy}
          onClick={() => void end.run({})}
        >
          {offline ? t('thisDevice.again') : t('thisDevice.now')}
        </button>
        {offline ? (
          <button
            type="button"
            className="button danger"
            disabled={!sure || busy}
            onClick={() => void wipe.run({})}
          >
            {t('thisDevice.hereOnly')}
          </button>
        ) : null}
        <button type="button" className="button quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
