import { countryName } from '@leeward/ui';
import type { Excerpt, SearchGroup } from '@leeward/workspace/search/contract.ts';
import type { ReactNode } from 'react';
import { phaseKey } from '../../cases/phase.ts';
import { useSpeech } from '../../language/speech.tsx';
import { Ago } from '../../parts/clock.tsx';
import { UrgencyChip } from '../../parts/urgency-chip.tsx';
import { Words } from '../../parts/words.tsx';
import { addressOf } from '../../router/route.ts';
import { useMemberName } from '../../session/organisation.tsx';
import { Marked } from './marked.tsx';

/** One record that was found, with where and what. */
export function ResultLine({ group }: { readonly group: SearchGroup }): ReactNode {
  const { t } = useSpeech();
  return (
    <li className="line-row">
      <a className="line result" href={addressFor(group)} data-result="">
        <span className={`edge ${isDanger(group) ? 'danger' : ''}`} />
        <span className="line-main">
          <span className="line-title">
            <b>
              <Title group={group} />
            </b>
            <Facts group={group} />
          </span>
          {group.excerpts.map((excerpt, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two passages of one record may say the same
            <Passage key={index} excerpt={excerpt} />
          ))}
          {group.more === 0 ? null : (
            <span className="small quiet">{t('search.more', { count: group.more })}</span>
          )}
        </span>
      </a>
    </li>
  );
}

function Passage({ excerpt }: { readonly excerpt: Excerpt }): ReactNode {
  const { t } = useSpeech();
  return (
    <span className="passage">
      <span className="small quiet">
        {t(`search.part.${excerpt.part}`)}
        {excerpt.at === null ? null : (
          <>
            {' · '}
            <Ago at={excerpt.at} />
          </>
        )}
        {excerpt.as === null ? null : (
          <>
            {' · '}
            {t('search.as')} <Words inline text={excerpt.as} />
          </>
        )}
      </span>
      <Marked excerpt={excerpt} />
    </span>
  );
}

function Title({ group }: { readonly group: SearchGroup }): ReactNode {
  const { t } = useSpeech();
  switch (group.kind) {
    case 'case':
      return <Words inline text={group.line.pseudonym} />;
    case 'request':
      return group.line.callName === null ? t('search.request') : <Words inline text={group.line.callName} />;
    case 'directory':
      return <bdi>{group.mechanism}</bdi>;
  }
}

function Facts({ group }: { readonly group: SearchGroup }): ReactNode {
  const { t, numbers } = useSpeech();
  const nameOf = useMemberName();
  if (group.kind === 'directory') return null;
  if (group.kind === 'case') {
    const { line } = group;
    return (
      <>
        <UrgencyChip urgency={line.urgency} />
        <span className="chip">{t(phaseKey(line.state))}</span>
        {line.responsible === null ? null : <span className="small quiet">{nameOf(line.responsible)}</span>}
      </>
    );
  }
  const { line } = group;
  return (
    <>
      <UrgencyChip urgency={line.urgency} suggested={line.suggested} />
      <span className="chip">{t(`list.phase.${line.phase}`)}</span>
      {line.country === null ? null : (
        <span className="small quiet">{countryName(numbers, line.country)}</span>
      )}
      {line.claimedBy === null ? null : <span className="small quiet">{nameOf(line.claimedBy)}</span>}
    </>
  );
}

/** In which part of a file a passage stands; what stands nowhere else is seen in the file itself. */
const parts: Readonly<Partial<Record<Excerpt['part'], string>>> = {
  incident: 'incidents',
  actor: 'risk',
  threat: 'risk',
  person: 'people',
  keptAway: 'people',
  situation: 'situation',
  measure: 'plan',
  plan: 'plan',
  checkIn: 'checkins',
  task: 'tasks',
  finding: 'verification',
  source: 'verification',
  argued: 'eligibility',
  document: 'documents',
  stage: 'stages',
  consent: 'consents',
};
const partOf = (part: Excerpt['part'] | undefined): { readonly part?: string } => {
  const name = part === undefined ? undefined : parts[part];
  return name === undefined ? {} : { part: name };
};

function addressFor(group: SearchGroup): string {
  switch (group.kind) {
    case 'request':
      return addressOf({ name: 'request', record: group.record, part: 'talk' });
    case 'case':
      return addressOf({ name: 'case', record: group.record, ...partOf(group.excerpts[0]?.part) });
    case 'directory':
      return addressOf({ name: 'directory', part: 'entry', record: null, mechanism: group.mechanism });
  }
}

const isDanger = (group: SearchGroup): boolean =>
  group.kind !== 'directory' &&
  (group.line.urgency === 'urg_immediate' ||
    (group.kind === 'request' && group.line.suggested === 'urg_immediate'));
