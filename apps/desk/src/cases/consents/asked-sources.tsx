import type { Voices } from '@leeward/domain/consent/voices.ts';
import { standing, valueIn } from '@leeward/domain/shared/items.ts';
import { isAskedOf, sourcesOfPerson } from '@leeward/domain/verification/leave.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { addressOf } from '../../router/route.ts';
import { LeaveLines } from '../verification/leave-lines.tsx';

/** Who may be asked about her: each source with both words that it takes, as verification reads them. */
export function AskedSources({
  view,
  voices,
  person,
}: {
  readonly view: CaseView;
  readonly voices: Voices;
  /** Only the sources that this person is; null for all. */
  readonly person: string | null;
}): ReactNode {
  const { t } = useSpeech();
  const { verification } = view.state.parts;
  const all =
    person === null ? standing(verification.sources) : sourcesOfPerson(voices, verification, person);
  const sources = all.filter(isAskedOf);
  if (sources.length === 0) return null;
  return (
    <section className="card stack tight pad" aria-labelledby="asked-sources">
      <h2 id="asked-sources">{t('verify.leave.title')}</h2>
      <p className="small quiet">{t('verify.leave.hint')}</p>
      {sources.map((source) => (
        <div key={source.id} className="stack tight">
          <h3 className="small">
            <bdi>{valueIn(source, 'label')}</bdi>
          </h3>
          <LeaveLines record={view.record} voices={voices} source={source} />
        </div>
      ))}
      <p>
        <a href={addressOf({ name: 'case', record: view.record, part: 'verification' })}>
          {t('verify.leave.toVerification')}
        </a>
      </p>
    </section>
  );
}
