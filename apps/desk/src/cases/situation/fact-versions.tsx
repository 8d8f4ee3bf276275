import { baseOf, editOf, valueIn } from '@leeward/domain/shared/items.ts';
import { type SituationValues, situationItems } from '@leeward/domain/situation/events.ts';
import type { SituationFact } from '@leeward/domain/situation/state.ts';
import { countryName } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { DateWords } from '../../parts/inexact-date-words.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { Versions } from '../item/versions.tsx';
import { statusKey } from './status-words.ts';

/** What two people wrote of one fact apart: all versions stand until somebody chooses. */
export function FactVersions({
  view,
  fact,
  allowed,
}: {
  readonly view: CaseView;
  readonly fact: SituationFact;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const act = useCaseAct(view.record);
  const choose = (values: Partial<SituationValues>): void => {
    const event = editOf(situationItems, baseOf(fact, fact.id), values);
    if (event !== null) void act.run({ ok: true, value: [event] });
  };
  const kind = valueIn(fact, 'kind') ?? 'place';
  const date = (value: SituationValues['from']): ReactNode =>
    value === null ? t('date.unknown') : <DateWords date={value} />;
  return (
    <>
      <Versions
        label={t(`situation.${kind}`)}
        field={fact.fields.country}
        say={(country) => (country === null ? t('situation.unknownCountry') : countryName(numbers, country))}
        onChoose={allowed ? (country) => choose({ country }) : null}
      />
      <Versions
        label={t('situation.status')}
        field={fact.fields.status}
        say={(status) => t(statusKey(status ?? 'imm_unknown'))}
        onChoose={allowed ? (status) => choose({ status }) : null}
      />
      <Versions
        label={t('situation.fromField')}
        field={fact.fields.from}
        say={date}
        onChoose={allowed ? (from) => choose({ from }) : null}
      />
      <Versions
        label={t('situation.untilField')}
        field={fact.fields.until}
        say={date}
        onChoose={allowed ? (until) => choose({ until }) : null}
      />
      <Versions
        label={t('situation.confidenceField')}
        field={fact.fields.confidence}
        say={(confidence) => t(`confidence.${confidence}`)}
        onChoose={allowed ? (confidence) => choose({ confidence }) : null}
      />
      <Versions
        label={t('situation.note')}
        field={fact.fields.note}
        say={(note) => <Words text={note} />}
        onChoose={allowed ? (note) => choose({ note }) : null}
      />
      <FailureNote failure={act.failure} />
    </>
  );
}
