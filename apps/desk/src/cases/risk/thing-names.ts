import { valueIn } from '@leeward/domain/shared/items.ts';
import { isolate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import { useSpeech } from '../../language/speech.tsx';
import { useDateWords } from '../../parts/inexact-date-words.tsx';
import { useWhom } from './choice-fields.tsx';
import { dangerWord } from './danger-words.ts';

/** What an id in the part about danger stands for, in a few words; never what happened in an incident. */
export function useThingNames(view: CaseView): (id: string) => string {
  const { t } = useSpeech();
  const whom = useWhom(view.state);
  const say = useDateWords();
  const { risk, incident, plan } = view.state.parts;
  return (id) => {
    const threat = risk.threats.get(id);
    if (threat !== undefined) return valueIn(threat, 'what') ?? '';
    const factor = risk.factors.get(id);
    if (factor !== undefined) return dangerWord(t, 'factor', valueIn(factor, 'factor') ?? 'vul_other');
    const change = risk.changes.get(id);
    if (change !== undefined)
      return valueIn(change, 'note') ?? t(`danger.change.${valueIn(change, 'kind') ?? 'change_other'}`);
    const one = incident.incidents.get(id);
    if (one !== undefined) {
      const when = valueIn(one, 'when') ?? null;
      const kind = dangerWord(t, 'kind', valueIn(one, 'kind') ?? 'inc_security_incident');
      return when === null ? kind : t('danger.pair', { one: kind, two: say(when) });
    }
    const measure = plan.measures.get(id);
    if (measure !== undefined) return valueIn(measure, 'what') ?? '';
    const judged = risk.assessments.find((made) => made.id === id);
    return judged === undefined
      ? whom(id)
      : // Her name must not turn the words around it.
        t('danger.pair', { one: isolate(whom(judged.who)), two: t(`danger.setting.${judged.setting}`) });
  };
}
