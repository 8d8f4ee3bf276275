import type { CaseEvent } from '@leeward/domain/case/events.ts';
import { canSetCaseUrgency } from '@leeward/domain/case/rules.ts';
import type { CaseState } from '@leeward/domain/case/state.ts';
import {
  type ActValues,
  actItems,
  type IncidentValues,
  incidentItems,
} from '@leeward/domain/incident/events.ts';
import { actsOf, type Incident } from '@leeward/domain/incident/state.ts';
import { type Base, baseOf, editOf, putAwayOf } from '@leeward/domain/shared/items.ts';
import type { Failure } from '@leeward/workspace/desk/contract.ts';
import { useActor } from '../../session/use-actor.ts';
import { type UsedForm, useForm } from '../../session/use-form.ts';
import { useAction } from '../../session/use-session.tsx';
import { newId } from '../new-id.ts';
import type { UrgencyForm } from '../urgency/urgency-choice.tsx';

type Typed<V extends object> = { readonly base: Base<V>; readonly values: Partial<V> };
export type TypedAct = Typed<ActValues>;
type Form = {
  readonly incident: Typed<IncidentValues>;
  readonly acts: readonly TypedAct[];
  /** How urgent the case is with it; nothing chosen where that is judged later. */
  readonly urgency: UrgencyForm;
};

const blankIncident: Partial<IncidentValues> = {
  kind: 'inc_security_incident',
  when: null,
  hour: '',
  sure: 'conf_medium',
  place: null,
  country: null,
  area: '',
  happened: '',
  graphic: false,
  channel: null,
  witnesses: '',
  evidence: [],
  link: 'link_unknown',
  linkWhy: '',
  known: [],
  knownNote: '',
  reaction: '',
  reported: [],
};

/** A new act of an incident. */
export const blankAct = (incident: string): TypedAct => ({
  base: baseOf<ActValues>(undefined, newId()),
  values: { incident, what: 'act_unknown', methods: [], victims: [], by: [], note: '' },
});

export type IncidentForm = {
  readonly values: Partial<IncidentValues>;
  readonly acts: readonly TypedAct[];
  readonly set: (part: Partial<IncidentValues>) => void;
  readonly setActs: (acts: readonly TypedAct[]) => void;
  readonly addAct: () => void;
  readonly urgency: UrgencyForm;
  readonly setUrgency: (part: Partial<UrgencyForm>) => void;
  /** Gives all of it as one act: the incident with everything that was done in it. True once it is kept. */
  readonly save: () => Promise<string | null>;
  readonly draft: Pick<UsedForm<object>, 'keeping' | 'discard'>;
  readonly busy: boolean;
  readonly failure: Failure | null;
};

/** One form for an incident and all its acts: they are logged together or not at all. */
export function useIncidentForm(
  record: string,
  state: CaseState,
  incident: Incident | undefined,
): IncidentForm {
  const action = useAction('actOnCase');
  const actor = useActor();
  const command = `case:Incident:${incident?.id ?? 'new'}` as const;
  const known = incident === undefined ? [] : actsOf(state.parts.incident, incident.id);
  const form = useForm<Form>(command, record, () => {
    const base = baseOf(incident, newId());
    const acts = known.map((act): TypedAct => {
      const of = baseOf(act, act.id);
      return { base: of, values: of.values };
    });
    return {
      incident: { base, values: { ...blankIncident, ...base.values } },
      acts: incident === undefined ? [blankAct(base.id)] : acts,
      urgency: { chosen: '', reason: '' },
    };
  });
  const { incident: typed, acts } = form.form;
  // A form that was begun before this was asked.
  const urgency = form.form.urgency ?? { chosen: '', reason: '' };
  const save = async (): Promise<string | null> => {
    const event = editOf(incidentItems, typed.base, typed.values);
    const kept = acts.flatMap(({ base, values }) => editOf(actItems, base, values) ?? []);
    const gone = known.filter((act) => !acts.some(({ base }) => base.id === act.id));
    const away = gone.map((act) => putAwayOf(actItems, act.id, '-'));
    const judged =
      urgency.chosen === ''
        ? null
        : canSetCaseUrgency(state, actor, { urgency: urgency.chosen, reason: urgency.reason.trim() });
    const events = [
      ...(event === null ? [] : [event]),
      ...kept,
      ...away,
      // After the incident: it is the urgency with it.
      ...(judged?.ok === true ? judged.value : []),
    ] as unknown as readonly CaseEvent[];
    if (events.length > 0) {
      const answer = await action.run({ record, events, form: command });
      if (!answer.ok) return null;
    }
    form.given();
    return typed.base.id;
  };
  return {
    values: typed.values,
    acts,
    set: (part) => form.change({ incident: { ...typed, values: { ...typed.values, ...part } } }),
    urgency,
    setUrgency: (part) => form.change({ urgency: { ...urgency, ...part } }),
    setActs: (next) => form.change({ acts: next }),
    addAct: () => form.change({ acts: [...acts, blankAct(typed.base.id)] }),
    save,
    draft: form,
    busy: action.busy,
    failure: action.failure,
  };
}
