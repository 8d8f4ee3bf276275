import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { deviceLinkIn, invitationIn, useHash } from '../router/route.ts';
import { LookAroundScreen } from '../sample/look-around-screen.tsx';
import { CreateForm } from './create-form.tsx';
import { DeviceForm } from './device-form.tsx';
import { Frame } from './frame.tsx';
import { JoinForm } from './join-form.tsx';
import { OpenRecoveryForm } from './open-recovery-form.tsx';
import type { Recovery } from './recovery-screen.tsx';

type Way = 'choose' | 'create' | 'join' | 'device' | 'recover' | 'look';

/** A device on which there is nothing yet: four ways to begin, and one to look around first. */
export function BeginScreen({
  persistent,
  wasEnded,
  endedItself,
  onRecovery,
}: {
  readonly persistent: boolean;
  /** Whether the organisation has just ended this device. */
  readonly wasEnded: boolean;
  /** Whether its owner has just ended it here. */
  readonly endedItself: boolean;
  readonly onRecovery: (recovery: Recovery) => void;
}): ReactNode {
  const { t } = useSpeech();
  const hash = useHash();
  const invitation = invitationIn(hash);
  const deviceLink = deviceLinkIn(hash);
  const [way, setWay] = useState<Way>(
    deviceLink !== null ? 'device' : invitation === null ? 'choose' : 'join',
  );
  const back = (
    <button type="button" className="button quiet" onClick={() => setWay('choose')}>
      {t('common.back')}
    </button>
  );
  const note = persistent ? null : <p className="note">{t('problem.storage.do')}</p>;
  switch (way) {
    case 'choose':
      return (
        <Frame title={t('begin.title')} lead={<p>{t('unlock.noOrganisation')}</p>}>
          <div className="stack">
            {wasEnded ? (
              <div className="note danger" role="alert">
                <strong>{t('begin.ended')}</strong>
                <p>{t('begin.endedDo')}</p>
              </div>
            ) : null}
            {endedItself ? (
              <div className="note" role="status">
                <strong>{t('begin.endedItself')}</strong>
                <p>{t('begin.endedItselfDo')}</p>
              </div>
            ) : null}
            <Choice title={t('create.title')} text={t('begin.create')} onChoose={() => setWay('create')} />
            <Choice title={t('join.titleUnknown')} text={t('begin.join')} onChoose={() => setWay('join')} />
            <Choice
              title={t('begin.device')}
              text={t('begin.deviceHint')}
              onChoose={() => setWay('device')}
            />
            <Choice title={t('recovery.use')} text={t('begin.recover')} onChoose={() => setWay('recover')} />
            <Choice
              title={t('begin.lookAround')}
              text={t('begin.lookAroundHint')}
              onChoose={() => setWay('look')}
            />
          </div>
        </Frame>
      );
    case 'create':
      return (
        <Frame key={way} title={t('create.title')} lead={<p>{t('create.lead')}</p>}>
          <CreateForm note={note} back={back} onRecovery={onRecovery} />
        </Frame>
      );
    case 'join':
      return (
        <Frame key={way} title={t('join.titleUnknown')} lead={<p>{t('join.lead')}</p>}>
          <JoinForm link={invitation} note={note} back={back} />
        </Frame>
      );
    case 'device':
      return (
        <Frame
          key={way}
          title={t('begin.device')}
          lead={<p>{t(deviceLink === null ? 'device.lead' : 'device.leadScanned')}</p>}
        >
          <DeviceForm link={deviceLink} note={note} back={back} />
        </Frame>
      );
    case 'look':
      return <LookAroundScreen back={back} />;
    case 'recover':
      return (
        <Frame key={way} title={t('recovery.use')} lead={<p>{t('begin.recover')}</p>}>
          <OpenRecoveryForm note={note} back={back} onRecovery={onRecovery} />
        </Frame>
      );
  }
}

function Choice({
  title,
  text,
  onChoose,
}: {
  readonly title: string;
  readonly text: string;
  readonly onChoose: () => void;
}): ReactNode {
  return (
    <button type="button" className="choice card" onClick={onChoose}>
      <strong>{title}</strong>
      <span className="quiet">{text}</span>
    </button>
  );
}
