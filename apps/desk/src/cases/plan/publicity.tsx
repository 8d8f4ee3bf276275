import { measuresInOrder, pageOf } from '@leeward/domain/plan/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { MayShareNote } from '../consents/may-share-note.tsx';
import { useVoices } from '../consents/use-voices.ts';

/** Before anybody makes her name known: whether she said yes to that, whatever the plan holds to be useful. */
export function Publicity({ view }: { readonly view: CaseView }): ReactNode {
  const { t } = useSpeech();
  const { voices, loading } = useVoices(view);
  const { plan } = view.state.parts;
  const page = pageOf(plan);
  const stand = page === undefined ? undefined : valueIn(page, 'publicity');
  const isVisible = measuresInOrder(plan).some((measure) => valueIn(measure, 'kind') === 'advocacy');
  if (loading || (!isVisible && (stand === undefined || stand === 'unclear'))) return null;
  return (
    <section className="stack tight" aria-labelledby="publicity">
      <h2 id="publicity">{t('plan.publicityConsent')}</h2>
      {stand === 'harms' ? <p className="note danger">{t('plan.publicityHarms')}</p> : null}
      <MayShareNote
        record={view.record}
        voices={voices}
        use={{ purpose: 'con_public_name', recipient: t('plan.public'), fields: ['name'], persons: [] }}
      />
    </section>
  );
}
