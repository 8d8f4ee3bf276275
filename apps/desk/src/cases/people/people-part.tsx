import { onePerson } from '@leeward/domain/people/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf, go } from '../../router/route.ts';
import { PeopleOverview } from './people-overview.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonPage } from './person-page.tsx';

/** The people of a file: the group, one person, or a new one. */
export function PeoplePart({
  view,
  item,
}: {
  readonly view: CaseView;
  readonly item: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const { record } = view;
  const { people } = view.state.parts;
  if (item === null)
    return (
      <div className="people-part">
        <PeopleOverview view={view} />
      </div>
    );
  const back = <a href={addressOf({ name: 'case', record, part: 'people' })}>{t('people.backToAll')}</a>;
  if (item === 'new') {
    return (
      <div className="stack people-part">
        {back}
        <PersonForm
          view={view}
          person={undefined}
          onDone={(id) => go({ name: 'case', record, part: 'people', ...(id === null ? {} : { item: id }) })}
        />
      </div>
    );
  }
  return (
    <div className="stack people-part">
      {back}
      {onePerson(people, item).length === 0 ? (
        <p className="note">{t('people.notHere')}</p>
      ) : (
        <PersonPage key={item} view={view} id={item} />
      )}
    </div>
  );
}
