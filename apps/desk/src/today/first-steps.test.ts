import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../../tests/support/size.ts';
import { emptyDoorForm } from '../door/door-form.ts';
import { emptyMemory, type FirstSteps, firstSteps, type StepName, type StepsInputs } from './first-steps.ts';

const noDoor = { link: null, texts: null, validUntil: null, oneAdministrator: true, waitingForSecond: false };
const texts = {
  v: 1 as const,
  languages: ['en', 'ar'],
  name: { en: '', ar: '' },
  retention: { en: 'Six months.', ar: 'ستة أشهر.' },
  contacts: { en: '', ar: '' },
};
const openDoor = { ...noDoor, link: 'http://door.example/#x', texts, validUntil: 1 };

/** Right after founding: the recovery file was saved on the way in. */
const founded: StepsInputs = {
  administrator: true,
  roles: ['administrator'],
  recoveryMissing: false,
  door: noDoor,
  texts: emptyDoorForm(null),
  questions: 0,
  invited: [],
  visited: false,
  passkey: false,
  call: null,
  memory: emptyMemory,
};
const published: StepsInputs = { ...founded, door: openDoor, texts: emptyDoorForm(texts) };
const together: StepsInputs = {
  ...published,
  roles: ['administrator', 'administrator'],
  memory: { ...emptyMemory, handedOut: true, compared: true },
};

const standing = (inputs: StepsInputs, name: StepName): string | undefined =>
  firstSteps(inputs)?.steps.find((step) => step.name === name)?.standing;
const waitsFor = (inputs: StepsInputs, name: StepName): string | null | undefined =>
  firstSteps(inputs)?.steps.find((step) => step.name === name)?.waitsFor;
const next = (inputs: StepsInputs): StepName | null | undefined => firstSteps(inputs)?.next;

describe('the first steps of an organisation', () => {
  it('begin with the recovery file, and with the languages of the door where that is safe', () => {
    expect(next({ ...founded, recoveryMissing: true })).toBe('recovery');
    expect(next(founded)).toBe('languages');
    expect(standing(founded, 'recovery')).toBe('done');
    for (const name of ['promise', 'contacts', 'publish'] as const)
      expect(waitsFor(founded, name)).toBe('languages');
  });

  it('follow what is typed before anything is published: languages, the promise, then the door itself', () => {
    const typed = { ...emptyDoorForm(null), languages: ['en', 'ar'], retention: { en: 'Six months.' } };
    expect(standing({ ...founded, texts: typed }, 'languages')).toBe('done');
    // One of its languages says nothing yet: who reads that one is promised nothing.
    expect(next({ ...founded, texts: typed })).toBe('promise');
    const whole = { ...typed, retention: texts.retention };
    expect(next({ ...founded, texts: whole })).toBe('publish');
  });

  it('never call a door published that another administrator has still to sign', () => {
    const proposed = { ...published, door: { ...openDoor, link: null, waitingForSecond: true } };
    expect(standing(proposed, 'publish')).toBe('waiting');
    expect(waitsFor(proposed, 'publish')).toBe('signature');
    expect(standing(proposed, 'handOut')).toBe('waiting');
    expect(standing({ ...published, door: { ...openDoor, waitingForSecond: true } }, 'publish')).toBe(
      'waiting',
    );
  });

  it('ask to hand the link out once there is one, and know that it was when somebody has come through it', () => {
    expect(standing(founded, 'handOut')).toBe('waiting');
    expect(next(published)).toBe('handOut');
    expect(standing({ ...published, visited: true }, 'handOut')).toBe('done');
    expect(standing({ ...published, memory: { ...emptyMemory, handedOut: true } }, 'handOut')).toBe('done');
  });

  it('ask for a second administrator until she is here: an invitation alone is not a person', () => {
    expect(standing(published, 'second')).toBe('open');
    expect(standing({ ...published, invited: ['officer'] }, 'second')).toBe('open');
    expect(standing({ ...published, invited: ['administrator'] }, 'second')).toBe('waiting');
    expect(standing({ ...published, roles: ['administrator', 'officer'] }, 'second')).toBe('open');
    expect(standing({ ...published, roles: ['administrator', 'administrator'] }, 'second')).toBe('done');
  });

  it('ask for the six words as soon as there are two people to compare them', () => {
    expect(standing(published, 'compare')).toBe('waiting');
    expect(standing({ ...published, roles: ['administrator', 'officer'] }, 'compare')).toBe('open');
    expect(firstSteps({ ...together, memory: { ...together.memory, compared: false } })?.next).toBe(
      'compare',
    );
  });

  it('are gone when everything needed is done, whatever is left of the rest', () => {
    expect(firstSteps(together)).toBeNull();
    expect(firstSteps({ ...together, recoveryMissing: true })?.next).toBe('recovery');
  });

  it('offer own questions only where there is a door to put them at', () => {
    expect(standing(founded, 'questions')).toBe('waiting');
    expect(standing(published, 'questions')).toBe('open');
    expect(standing({ ...published, questions: 1 }, 'questions')).toBe('done');
  });

  it('leave out what this browser and this server cannot do, and what the organisation does not want', () => {
    expect(standing({ ...founded, passkey: null }, 'passkey')).toBeUndefined();
    expect(standing(founded, 'call')).toBeUndefined();
    expect(standing({ ...founded, call: false }, 'call')).toBe('open');
    const without = { ...published, memory: { ...emptyMemory, skipped: ['questions' as const] } };
    expect(standing(without, 'questions')).toBeUndefined();
    expect(standing({ ...without, questions: 1 }, 'questions')).toBe('done');
  });

  it('are three for somebody who has joined: what is hers, and nothing that only administrators may do', () => {
    const joined = {
      ...published,
      administrator: false,
      roles: ['administrator', 'officer'] as const,
      call: true,
    };
    expect(firstSteps(joined)?.steps.map(({ name }) => name)).toEqual(['compare', 'passkey', 'call']);
    expect(firstSteps({ ...joined, memory: { ...emptyMemory, compared: true } })).toBeNull();
  });

  it('never let a needed step be skipped, and always count as many as there are', () => {
    const names = [
      'recovery',
      'languages',
      'promise',
      'contacts',
      'publish',
      'handOut',
      'questions',
      'second',
      'compare',
      'passkey',
      'call',
    ] as const;
    fc.assert(
      fc.property(
        fc.record({
          administrator: fc.boolean(),
          roles: fc.array(fc.constantFrom('administrator' as const, 'officer' as const, null), {
            maxLength: 4,
          }),
          recoveryMissing: fc.boolean(),
          door: fc.constantFrom(noDoor, openDoor, { ...openDoor, waitingForSecond: true }),
          texts: fc.constantFrom(emptyDoorForm(null), emptyDoorForm(texts)),
          questions: fc.constantFrom(0, 2),
          invited: fc.subarray(['administrator', 'officer']),
          visited: fc.boolean(),
          passkey: fc.constantFrom(null, true, false),
          call: fc.constantFrom(null, true, false),
          memory: fc.record({
            away: fc.boolean(),
            skipped: fc.subarray([...names]),
            handedOut: fc.boolean(),
            compared: fc.boolean(),
          }),
        }),
        (inputs) => {
          const skippedNone = firstSteps({ ...inputs, memory: { ...inputs.memory, skipped: [] } });
          const steps: FirstSteps | null = firstSteps(inputs);
          expect(steps === null).toBe(skippedNone === null);
          if (steps === null || skippedNone === null) return;
          expect(steps.steps.filter(({ needed }) => needed)).toEqual(
            skippedNone.steps.filter(({ needed }) => needed),
          );
          expect(steps.done).toBeLessThan(steps.needed);
          for (const step of steps.steps) expect(step.waitsFor !== null).toBe(step.standing === 'waiting');
          const one = steps.steps.find(({ name }) => name === steps.next);
          if (steps.next !== null) expect(one?.standing).toBe('open');
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
