import { type ProgrammeValues, programmeItems, type Rule } from '@leeward/domain/programme/events.ts';
import { lackingIn } from '@leeward/domain/programme/fields.ts';
import { type Base, baseOf, editOf, type Item } from '@leeward/domain/shared/items.ts';
import type { ItemForm } from '../cases/item/use-item-form.ts';
import { newId } from '../cases/new-id.ts';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';

type Typed = { readonly base: Base<ProgrammeValues>; readonly values: Partial<ProgrammeValues> };

const blank: Partial<ProgrammeValues> = {
  name: '',
  gives: [],
  note: '',
  rules: [],
  replyHours: null,
  decisionHours: null,
};

/** The form of a programme, or of a new one: what a colleague changes meanwhile stays beside it. */
export function useProgrammeForm(item: Item<ProgrammeValues> | undefined): ItemForm<ProgrammeValues> {
  const action = useAction('keepProgramme');
  const command = `programme:${item?.id ?? 'new'}` as const;
  const form = useForm<Typed>(command, null, () => {
    const base = baseOf(item, newId());
    return { base, values: { ...blank, ...base.values } };
  });
  const { base, values } = form.form;
  const save = async (): Promise<boolean> => {
    const rules = (values.rules ?? []).map(tidied);
    const event = editOf(programmeItems, base, { ...values, rules });
    if (event !== null) {
      const answer = await action.run({ event, form: command });
      if (!answer.ok) return false;
    }
    form.given();
    return true;
  };
  return {
    id: base.id,
    values,
    set: (part) => form.change((now) => ({ values: { ...now.values, ...part } })),
    save,
    draft: form,
    busy: action.busy,
    failure: action.failure,
  };
}

/** A term that is empty is left out: the log has no half words, and the rule says that it is not finished. */
function tidied(rule: Rule): Rule {
  const lacking = new Set<string>(lackingIn(rule));
  const { currency, question } = rule.terms;
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) lacking.add('currency');
  if (question !== undefined && question.trim() === '') lacking.add('question');
  const terms = Object.fromEntries(Object.entries(rule.terms).filter(([name]) => !lacking.has(name)));
  return { ...rule, terms };
}
