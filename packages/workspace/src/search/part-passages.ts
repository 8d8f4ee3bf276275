import type { CaseState } from '@leeward/domain/case/state.ts';
import { type Items, standing, type Values } from '@leeward/domain/shared/items.ts';
import type { Part } from './contract.ts';
import type { Passage } from './passages.ts';

/*
 * What can be searched of the parts of a case, field by field, as it stands: what was put away is not found any more.
 * Never the code words of check-ins: a list of results lies open on a desk, and they are worth nothing once seen. Never
 * custody: who a person is stands in the identity record, and opening that is an act.
 */

/** The texts of some fields of the things that stand: of versions written apart, all. */
function texts<V extends Values>(
  part: Part,
  items: Items<V>,
  names: readonly (keyof V & string)[],
): readonly Passage[] {
  return standing(items).flatMap((item) => {
    const at = item.steps.at(-1)?.claimedTime ?? null;
    return names.flatMap((name) =>
      (item.fields[name] ?? []).flatMap(({ value }) =>
        [value as unknown].flat().flatMap((text) => (typeof text === 'string' ? [{ part, text, at }] : [])),
      ),
    );
  });
}

/** What was written in the parts of a case beside danger. */
export function passagesOfParts({ parts }: CaseState): readonly Passage[] {
  const { people, situation, plan, checkIns, tasks, verification, eligibility } = parts;
  const { documents, stages, consents, outcome } = parts;
  return [
    ...texts('person', people.persons, ['label', 'note', 'needs', 'howToContact']),
    ...texts('person', people.relations, ['note']),
    ...texts('keptAway', people.bars, ['circle', 'why']),
    ...texts('person', people.guardianships, ['note']),
    ...texts('situation', situation, ['note']),
    ...texts('measure', plan.measures, [
      'what',
      'doneBy',
      'costNote',
      'trigger',
      'fallback',
      'mayKnowNames',
      'outcome',
      'whyThis',
      'considered',
    ]),
    ...texts('plan', plan.contacts, ['who', 'how', 'mayTell', 'mustNotKnow']),
    ...texts('plan', plan.page, ['aims', 'arrestTell', 'arrestDoNot', 'publicityFor', 'publicityAgainst']),
    ...[...plan.said.values()]
      .flat()
      .map(({ words, on }): Passage => ({ part: 'plan', text: words, at: Date.parse(on) })),
    ...texts('checkIn', checkIns.agreed, ['way', 'silence']),
    ...texts('checkIn', checkIns.ladder, ['what', 'whom']),
    ...texts('checkIn', checkIns.pauses, ['why', 'agreed']),
    ...[...checkIns.signs, ...checkIns.climbed].map(
      ({ note, claimedTime }): Passage => ({ part: 'checkIn', text: note, at: claimedTime }),
    ),
    ...texts('task', tasks.tasks, ['text', 'note']),
    ...texts('finding', verification.findings, ['words', 'foundBy']),
    ...texts('source', verification.sources, ['label', 'known', 'recipient']),
    ...texts('source', verification.answers, ['words']),
    ...texts('source', verification.askings, ['words', 'although']),
    ...[...eligibility.tests.values()].flatMap((field) =>
      field.map(
        ({ value, claimedTime }): Passage => ({ part: 'argued', text: value.words, at: claimedTime }),
      ),
    ),
    ...[...eligibility.said.values()].flatMap((field) =>
      field.map(({ value, claimedTime }): Passage => ({ part: 'argued', text: value.how, at: claimedTime })),
    ),
    ...texts('argued', eligibility.costs, ['byWhom', 'note']),
    ...texts('argued', eligibility.doors, ['name', 'why']),
    ...texts('document', documents, ['title', 'source', 'shows']),
    ...texts('stage', stages, ['note']),
    ...[...consents.witnessed.values()].flatMap(({ ask, words, claimedTime }): readonly Passage[] =>
      [ask.recipient, words].map((text) => ({ part: 'consent', text, at: claimedTime })),
    ),
    ...[...consents.refusals, ...consents.withdrawals].map(
      ({ words, claimedTime }): Passage => ({ part: 'consent', text: words, at: claimedTime }),
    ),
    ...[...consents.sharings.values()].flatMap(({ what, use, claimedTime }): readonly Passage[] =>
      [what, use.recipient].map((text) => ({ part: 'consent', text, at: claimedTime })),
    ),
    ...texts('outcome', outcome.outcomes, ['needs', 'note']),
    ...texts('outcome', outcome.farewells, ['wayBack', 'wishes', 'alternatives']),
  ];
}
