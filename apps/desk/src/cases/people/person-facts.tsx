import { factOf, type PeopleState } from '@leeward/domain/people/state.ts';
import { countryName } from '@leeward/ui';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { usePeopleWords } from './words.ts';

/** What is known of a person; what nobody has said is left out, except where it matters that nobody has asked. */
export function PersonFacts({
  people,
  id,
}: {
  readonly people: PeopleState;
  readonly id: string;
}): ReactNode {
  const { t, locale } = useSpeech();
  const words = usePeopleWords();
  const roles = factOf(people, id, 'roles') ?? [];
  const languages = factOf(people, id, 'languages') ?? [];
  const channels = factOf(people, id, 'channels') ?? [];
  const country = factOf(people, id, 'country') ?? null;
  const age = factOf(people, id, 'ageBand') ?? 'unknown';
  const texts = (['howToContact', 'needs', 'note'] as const).map(
    (name) => [name, factOf(people, id, name) ?? ''] as const,
  );
  const facts: readonly (readonly [string, string])[] = [
    [t('people.roles'), words.list(roles.map(words.role))],
    [t('people.age'), t(`people.age.${age}`)],
    [t('people.languages'), words.languages(languages)],
    [t('people.country'), country === null ? '' : countryName(locale, country)],
    [t('people.travelling'), t(`people.maybe.${factOf(people, id, 'travelling') ?? 'unknown'}`)],
    [t('people.danger'), t(`people.danger.${factOf(people, id, 'danger') ?? 'unknown'}`)],
    [t('people.knows'), t(`people.knows.${factOf(people, id, 'knows') ?? 'unknown'}`)],
    [t('people.channels'), words.list(channels.map(words.channel))],
    [t('people.applied'), factOf(people, id, 'applied') === true ? t('people.maybe.yes') : ''],
  ];
  return (
    <dl className="person-facts">
      {facts
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{said}</bdi>
            </dd>
          </div>
        ))}
      {texts
        .filter(([, said]) => said !== '')
        .map(([name, said]) => (
          <div key={name} className="wide">
            <dt>{t(`people.${name}`)}</dt>
            <dd>
              <Words text={said} />
            </dd>
          </div>
        ))}
    </dl>
  );
}
