import { actor, danger, incident, judged } from '@leeward/domain/testing/danger-of-a-case.ts';
import { id } from '@leeward/domain/testing/people.ts';
import { expect, it } from 'vitest';
import { passagesOfCase } from './passages.ts';

it('finds what was written about danger, and never what may hurt to read', () => {
  const begun = danger().on(
    1,
    incident(id(801), { happened: 'A white car stood there.' }),
    incident(id(802), { happened: 'HURTFUL', graphic: true }),
    actor(id(501), 'Sluzhba', { otherNames: ['Служба'] }),
  );
  const { state } = begun.on(
    2,
    judged(begun.state, id(601), { who: 'who_us', on: '2026-03-02', reasons: 'Known.' }),
  );
  const texts = passagesOfCase(state).map(({ text }) => text);
  for (const text of ['A white car stood there.', 'Sluzhba', 'Служба', 'Known.'])
    expect(texts).toContain(text);
  expect(texts.join(' ')).not.toContain('HURTFUL');
});
