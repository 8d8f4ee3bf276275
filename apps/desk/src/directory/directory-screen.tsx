import '@leeward/ui/styles/desk-directory.css';
import '@leeward/ui/styles/desk-overview.css';
import '@leeward/ui/styles/desk-pictures.css';
import type { RequestView } from '@leeward/workspace/desk/conversation-contract.ts';
import type { DirectoryView } from '@leeward/workspace/directory/contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { addressOf, type DirectoryPart } from '../router/route.ts';
import { useView } from '../session/use-session.tsx';
import { AddScreen } from './edit/add-screen.tsx';
import { ChangeScreen } from './edit/change-screen.tsx';
import { ReleaseScreen } from './edit/release-screen.tsx';
import { EntryScreen } from './entry/entry-screen.tsx';
import { FindScreen } from './find/find-screen.tsx';
import { Rooms } from './parts.tsx';
import { PicturesScreen } from './pictures/pictures-screen.tsx';
import { ListScreen } from './shortlist/list-screen.tsx';
import { SpeakerProvider } from './speaker.tsx';
import { useDirectory } from './use-directory.ts';
import { WorkScreen } from './work/work-screen.tsx';

/** The directory of help: found, picked from, kept up, and looked at as a whole. */
export function DirectoryScreen({ route }: { readonly route: DirectoryPart }): ReactNode {
  return (
    <SpeakerProvider>
      <Loaded route={route} />
    </SpeakerProvider>
  );
}

function Loaded({ route }: { readonly route: DirectoryPart }): ReactNode {
  const { t } = useSpeech();
  const answer = useDirectory();
  if (answer === undefined || !answer.ok) {
    return (
      <Screen title={t('directory.title')}>
        {answer === undefined ? (
          <p className="quiet">{t('common.loading')}</p>
        ) : (
          <FailureNote failure={answer.error} />
        )}
      </Screen>
    );
  }
  return <Part view={answer.value} route={route} />;
}

function Part({ view, route }: { readonly view: DirectoryView; readonly route: DirectoryPart }): ReactNode {
  const { t } = useSpeech();
  const due = view.due.filter(({ overdue }) => overdue >= 0).length + view.proposals.length;
  const rooms = <Rooms part={route.part} due={due} />;
  switch (route.part) {
    case 'entry':
      return (
        <EntryScreen key={route.mechanism} view={view} mechanism={route.mechanism} record={route.record} />
      );
    case 'pictures':
      return (
        <Screen title={t('pictures.title')} lead={<p>{t('pictures.lead')}</p>}>
          {rooms}
          <PicturesScreen view={view} />
        </Screen>
      );
    case 'work':
      return (
        <Screen title={t('directory.work')} lead={<p>{t('directory.workLead')}</p>}>
          {rooms}
          <WorkScreen view={view} />
        </Screen>
      );
    case 'release':
      return (
        <Screen title={t('directory.edition')} lead={<p>{t('directory.editionLead')}</p>}>
          {rooms}
          <ReleaseScreen view={view} />
        </Screen>
      );
    case 'add':
      return <AddScreen view={view} />;
    case 'change':
      return <ChangeScreen key={route.mechanism} view={view} mechanism={route.mechanism} />;
    case 'find':
    case 'list':
      return <Found view={view} part={route.part} record={route.record} rooms={rooms} />;
  }
}

/** Finding and the list of what was found: for a request, or for nothing in particular. */
function Found({
  view,
  part,
  record,
  rooms,
}: {
  readonly view: DirectoryView;
  readonly part: 'find' | 'list';
  readonly record: string | null;
  readonly rooms: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const Body = part === 'find' ? FindScreen : ListScreen;
  const isFind = part === 'find';
  if (record === null) {
    return (
      <Screen
        title={isFind ? t('directory.title') : t('directory.list')}
        lead={<p className="screen-only">{isFind ? t('directory.lead') : t('directory.listLead')}</p>}
      >
        {rooms}
        <Body view={view} request={null} />
      </Screen>
    );
  }
  const back = isFind
    ? { href: addressOf({ name: 'request', record, part: 'talk' }), label: t('request.title') }
    : { href: addressOf({ name: 'directory', part: 'find', record }), label: t('directory.alternatives') };
  return (
    <Screen
      title={isFind ? t('directory.alternatives') : t('directory.list')}
      lead={
        <p className="screen-only">{isFind ? t('directory.alternativesLead') : t('directory.listForLead')}</p>
      }
      back={back}
    >
      <ForRequest record={record}>{(request) => <Body view={view} request={request} />}</ForRequest>
    </Screen>
  );
}

/** What is below it, once the request for which somebody looks is here. */
export function ForRequest({
  record,
  children,
}: {
  readonly record: string;
  readonly children: (request: RequestView) => ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const answer = useView('request', { record });
  if (answer === undefined) return <p className="quiet">{t('common.loading')}</p>;
  return answer.ok ? children(answer.value) : <FailureNote failure={answer.error} />;
}
