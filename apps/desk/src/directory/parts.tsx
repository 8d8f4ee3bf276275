import type { Remark } from '@leeward/directory';
import { labelOf } from '@leeward/directory/say/index.ts';
import { sayRemark } from '@leeward/directory/say/remark.ts';
import type { ShownEntry } from '@leeward/workspace/directory/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Words } from '../parts/words.tsx';
import { addressOf, type DirectoryPart } from '../router/route.ts';
import { useSpeaker } from './speaker.tsx';

/** The rooms of the directory, with what waits in one of them. */
export function Rooms({
  part,
  due,
}: {
  readonly part: DirectoryPart['part'];
  readonly due: number;
}): ReactNode {
  const { t } = useSpeech();
  const rooms = [
    { part: 'find', label: t('directory.find'), route: { part: 'find', record: null } },
    { part: 'list', label: t('directory.list'), route: { part: 'list', record: null } },
    { part: 'pictures', label: t('directory.pictures'), route: { part: 'pictures' } },
    { part: 'work', label: t('directory.work'), route: { part: 'work' } },
    { part: 'release', label: t('directory.edition'), route: { part: 'release' } },
  ] as const;
  const speaker = useSpeaker();
  return (
    <nav className="tabs screen-only" aria-label={t('directory.rooms')}>
      {rooms.map((room) => (
        <a
          key={room.part}
          href={addressOf({ name: 'directory', ...room.route })}
          aria-current={room.part === part ? 'page' : undefined}
        >
          {room.label}
          {room.part === 'work' && due > 0 ? (
            <span className="chip warn num">{speaker.number(due)}</span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}

/** Words that were left in their language, marked so. */
export function Remarked({
  remark,
  inline = false,
}: {
  readonly remark: Remark;
  readonly inline?: boolean;
}): ReactNode {
  const speaker = useSpeaker();
  const { text, language, mark } = sayRemark(speaker, remark);
  return (
    <>
      <Words text={text} lang={language} inline={inline} />
      {mark === undefined ? null : <span className="small quiet"> {mark}</span>}
    </>
  );
}

/** What must be known of an entry before anything else: what sort it is, and whose word it is. */
export function EntryMarks({ shown }: { readonly shown: ShownEntry }): ReactNode {
  const { t } = useSpeech();
  const speaker = useSpeaker();
  const { entry } = shown;
  return (
    <>
      <span className="chip">{labelOf(speaker, 'kind', entry.kind)}</span>
      {entry.state.is === 'closed' || entry.state.is === 'paused' ? (
        <span className="chip warn">{t(`directory.is.${entry.state.is}`)}</span>
      ) : null}
      {shown.origin === 'local' ? <span className="chip accent">{t('directory.local')}</span> : null}
      {shown.awaitsSecond ? <span className="chip warn">{t('directory.awaitsSecond')}</span> : null}
      {shown.changes.length > 0 ? <span className="chip accent">{t('directory.changedHere')}</span> : null}
      {shown.conflicts.length > 0 ? <span className="chip warn">{t('directory.conflict')}</span> : null}
    </>
  );
}
