import { formatDate, formatDateTime } from '@leeward/ui';
import { caseState } from '@leeward/vocabulary/lists/case-state.ts';
import { riskLevel } from '@leeward/vocabulary/lists/risk-level.ts';
import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import { useMemo } from 'react';
import { useSpeech } from '../language/speech.tsx';
import type { ListDefinition } from '../list/shape.ts';
import { nobody, urgencies } from '../queue/definition.ts';
import { useMemberName, useOpenSession } from '../session/organisation.tsx';
import { phaseKey } from './phase.ts';
import { dangerWord } from './risk/danger-words.ts';

const states = caseState.items.map(({ code }) => code);
const steps = ['late', 'week', 'later', 'undated', 'none'] as const;
const day = 24 * 60 * 60 * 1000;

/** The gravest first, as in the list of urgencies; what was not judged stands last. */
const riskBands: readonly string[] = [...riskLevel.items]
  .filter(({ code }) => code !== 'risk_not_assessed')
  .map(({ code }) => code as string)
  .toReversed()
  .concat('risk_not_assessed');
const bandOf = (line: Pick<CaseLine, 'risk'>): string => line.risk?.band ?? 'risk_not_assessed';
const riskReviews = ['due', 'week', 'later', 'none'] as const;

/** When the risk of a case is to be judged anew, seen from today. */
export function riskReviewOf(line: Pick<CaseLine, 'risk'>, today: string): (typeof riskReviews)[number] {
  const due = line.risk?.due ?? null;
  if (due === null) return 'none';
  if (due <= today) return 'due';
  return Date.parse(due) - Date.parse(today) <= 7 * day ? 'week' : 'later';
}

/** When the next step of a case is, seen from `today`, a day as it is written: steps have days and no hours. */
export function stepOf(line: Pick<CaseLine, 'next'>, today: string): (typeof steps)[number] {
  if (line.next === null) return 'none';
  if (line.next.date === '') return 'undated';
  if (line.next.date < today) return 'late';
  return Date.parse(line.next.date) - Date.parse(today) <= 7 * day ? 'week' : 'later';
}

/** The list of cases: what can be asked of it, and what its columns say. */
export function useCasesList(today: string): ListDefinition<CaseLine> {
  const { t, numbers } = useSpeech();
  const { me } = useOpenSession();
  const nameOf = useMemberName();
  return useMemo(() => {
    const who = (member: string): string =>
      member === nobody ? t('list.nobody') : member === me.member ? t('list.me') : nameOf(member);
    return {
      list: 'cases',
      idOf: (line) => line.record,
      textsOf: (line) => [
        line.pseudonym,
        line.next?.text ?? null,
        line.responsible === null ? null : nameOf(line.responsible),
      ],
      columns: [
        {
          id: 'case',
          title: t('list.column.case'),
          text: (line) => line.pseudonym,
          order: (line) => line.pseudonym,
        },
        {
          id: 'urgency',
          title: t('urgency.title'),
          text: (line) => t(`urgency.${line.urgency}`),
          order: (line) => urgencies.indexOf(line.urgency),
        },
        {
          id: 'risk',
          title: t('list.column.risk'),
          text: (line) => dangerWord(t, 'band', bandOf(line)),
          order: (line) => riskBands.indexOf(bandOf(line)),
        },
        {
          id: 'phase',
          title: t('list.column.phase'),
          text: (line) => t(phaseKey(line.state)),
          order: (line) => (states as readonly string[]).indexOf(line.state),
        },
        {
          id: 'who',
          title: t('list.column.responsible'),
          text: (line) => (line.responsible === null ? '' : who(line.responsible)),
          order: (line) => (line.responsible === null ? null : who(line.responsible)),
        },
        {
          id: 'step',
          title: t('list.column.step'),
          text: (line) => line.next?.text ?? '',
          order: (line) => line.next?.text ?? null,
        },
        {
          id: 'date',
          title: t('list.column.date'),
          text: (line) =>
            line.next === null || line.next.date === '' ? '' : formatDate(numbers, line.next.date, 'UTC'),
          order: (line) => (line.next === null || line.next.date === '' ? null : line.next.date),
        },
        {
          id: 'updated',
          title: t('list.column.touched'),
          text: (line) => (line.updated === 0 ? '' : formatDateTime(numbers, line.updated)),
          order: (line) => (line.updated === 0 ? null : line.updated),
        },
      ],
      filters: [
        {
          id: 'urgency',
          title: t('urgency.title'),
          valuesOf: (line) => [line.urgency],
          wordOf: (value) => t(`urgency.${urgencies.find((one) => one === value) ?? 'urg_unset'}`),
          all: urgencies,
        },
        {
          id: 'risk',
          title: t('list.column.risk'),
          valuesOf: (line) => [bandOf(line)],
          wordOf: (value) => dangerWord(t, 'band', value),
          all: riskBands,
        },
        {
          id: 'riskDue',
          title: t('list.riskReview'),
          valuesOf: (line) => [riskReviewOf(line, today)],
          wordOf: (value) => t(`list.riskReview.${riskReviews.find((one) => one === value) ?? 'none'}`),
          all: riskReviews,
        },
        {
          id: 'phase',
          title: t('list.column.phase'),
          valuesOf: (line) => [line.state],
          wordOf: (value) => t(phaseKey(value)),
          all: states,
        },
        {
          id: 'who',
          title: t('list.column.responsible'),
          valuesOf: (line) => [line.responsible ?? nobody],
          wordOf: who,
          all: [me.member, nobody],
        },
        {
          id: 'second',
          title: t('carry.second'),
          valuesOf: (line) => [line.second ?? nobody],
          wordOf: who,
          all: [me.member, nobody],
        },
        {
          id: 'hands',
          title: t('carry.title'),
          valuesOf: (line) => [
            ...(line.relief ? ['relief'] : []),
            ...(line.offered === null ? [] : [line.offered === me.member ? 'offeredMe' : 'offered']),
          ],
          wordOf: (value) =>
            t(
              value === 'relief'
                ? 'carry.reliefWanted'
                : value === 'offeredMe'
                  ? 'list.offeredMe'
                  : 'list.offered',
            ),
          all: ['relief', 'offeredMe', 'offered'],
        },
        {
          id: 'step',
          title: t('list.column.step'),
          valuesOf: (line) => [stepOf(line, today)],
          wordOf: (value) => t(`list.step.${steps.find((one) => one === value) ?? 'none'}`),
          all: steps,
        },
      ],
    };
  }, [t, numbers, me.member, nameOf, today]);
}
