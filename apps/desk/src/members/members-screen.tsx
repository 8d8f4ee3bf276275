import type { Member } from '@leeward/domain/organisation/state.ts';
import type { MemberDeviceView } from '@leeward/workspace/desk/devices-contract.ts';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Screen } from '../parts/screen.tsx';
import { Words } from '../parts/words.tsx';
import { useMemberName, useMembers, useOpenSession } from '../session/organisation.tsx';
import { useView } from '../session/use-session.tsx';
import { CompareWords } from './compare-words.tsx';
import { Invitations } from './invitations.tsx';
import { MemberDevices } from './member-devices.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { TeamsSection } from './teams-section.tsx';

/** Who belongs to the organisation, in which teams, and how somebody joins. */
export function MembersScreen(): ReactNode {
  const { t } = useSpeech();
  const { organisation, administrator } = useOpenSession();
  const members = useMembers();
  const answer = useView('memberDevices', {});
  const devices = answer?.ok === true ? answer.value : null;
  const administrators = members.filter((member) => member.role === 'administrator').length;
  return (
    <Screen title={t('members.title')} lead={<Words inline text={organisation.name} />}>
      <div className="stack wide-stack">
        {members.length === 1 && administrator ? <p className="note">{t('members.alone')}</p> : null}
        {administrators === 1 && members.length > 1 ? (
          <p className="note">{t('members.oneAdministrator')}</p>
        ) : null}
        <section className="stack tight" aria-labelledby="members">
          <h2 id="members">{t('members.members')}</h2>
          <ul className="plain card rows">
            {members.map((member) => (
              <MemberRow key={member.member} member={member} devices={devices?.get(member.member) ?? []} />
            ))}
          </ul>
        </section>
        {administrator ? <Invitations /> : null}
        <TeamsSection />
        <CompareWords />
      </div>
    </Screen>
  );
}

function MemberRow({
  member,
  devices,
}: {
  readonly member: Member;
  /** Her live devices, a recovery file among them. */
  readonly devices: readonly MemberDeviceView[];
}): ReactNode {
  const { t } = useSpeech();
  const { me, administrator } = useOpenSession();
  const nameOf = useMemberName();
  const [open, setOpen] = useState<'devices' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <li className="row">
      <span>
        <b>{member.name === '' ? nameOf(member.member) : <Words inline text={nameOf(member.member)} />}</b>
        {member.member === me.member ? <span className="chip accent">{t('members.you')}</span> : null}
        <span className="hint">
          {t('members.devices', { count: devices.filter((one) => one.kind === 'device').length })}
        </span>
      </span>
      <span className="cluster">
        <span className="quiet">{t(`members.role.${member.role ?? 'none'}`)}</span>
        {administrator && member.member !== me.member ? (
          <>
            <button
              type="button"
              className="button quiet"
              aria-label={t('memberDevices.title', { name: nameOf(member.member) })}
              onClick={() => setOpen('devices')}
            >
              {t('memberDevices.open')}
            </button>
            <button
              type="button"
              className="button quiet"
              aria-label={t('remove.title', { name: nameOf(member.member) })}
              onClick={() => setOpen('remove')}
            >
              {t('remove.open')}
            </button>
          </>
        ) : null}
      </span>
      {open === 'remove' ? <RemoveDialog member={member} onClose={close} /> : null}
      {open === 'devices' ? (
        <MemberDevices member={member} devices={devices} onRemove={() => setOpen('remove')} onClose={close} />
      ) : null}
    </li>
  );
}
