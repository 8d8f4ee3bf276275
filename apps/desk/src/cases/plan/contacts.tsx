import {
  type ContactOccasion,
  type ContactValues,
  contactItems,
  contactOccasions,
} from '@leeward/domain/plan/events.ts';
import { contactsFor, type EmergencyContact } from '@leeward/domain/plan/state.ts';
import { valueIn } from '@leeward/domain/shared/items.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { Words } from '../../parts/words.tsx';
import { LineBox, TextBox } from '../../request/back-fields.tsx';
import { FormFoot } from '../item/form-foot.tsx';
import { ItemCard, NewItem } from '../item/item-card.tsx';
import { PersonBox } from '../item/person-box.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { CalledNote } from '../people/called-note.tsx';

/** Whom we call, in which order, when what happens; and what may be said. */
export function Contacts({
  view,
  allowed,
}: {
  readonly view: CaseView;
  readonly allowed: boolean;
}): ReactNode {
  const { t } = useSpeech();
  const { record, state } = view;
  return (
    <section className="stack tight" aria-labelledby="contacts">
      <h2 id="contacts">{t('plan.contacts')}</h2>
      <ul className="plain stack tight">
        {contactsFor(state.parts.plan, null).map((contact) => (
          <ItemCard
            key={contact.id}
            kind={contactItems}
            record={record}
            item={contact}
            allowed={allowed}
            away={t('plan.contact.away')}
            form={(onEnd) => <ContactForm view={view} contact={contact} onEnd={onEnd} />}
          >
            <p>
              <span className="chip num">{valueIn(contact, 'rank') ?? 1}</span>{' '}
              <b>
                <Words inline text={valueIn(contact, 'who') ?? ''} />
              </b>
            </p>
            <Words text={valueIn(contact, 'how') ?? ''} />
            <div className="line-meta">
              {(valueIn(contact, 'occasions') ?? []).map((occasion) => (
                <span key={occasion} className="chip">
                  {t(`plan.occasion.${occasion}`)}
                </span>
              ))}
            </div>
            <CalledNote
              people={view.state.parts.people}
              names={[valueIn(contact, 'who') ?? '']}
              person={valueIn(contact, 'person') ?? null}
            />
            <Limits label={t('plan.contact.mayTell')} words={valueIn(contact, 'mayTell') ?? ''} />
            <Limits label={t('plan.contact.mustNot')} words={valueIn(contact, 'mustNotKnow') ?? ''} />
          </ItemCard>
        ))}
      </ul>
      {allowed ? (
        <NewItem
          noun="EmergencyContact"
          record={record}
          label={t('plan.contact.add')}
          form={(onEnd) => <ContactForm view={view} contact={undefined} onEnd={onEnd} />}
        />
      ) : null}
    </section>
  );
}

function Limits({ label, words }: { readonly label: string; readonly words: string }): ReactNode {
  if (words.trim() === '') return null;
  return (
    <p className="small">
      {label}: <Words inline text={words} />
    </p>
  );
}

const blank = (): Partial<ContactValues> => ({
  who: '',
  how: '',
  languages: '',
  occasions: ['silence', 'arrest'],
  mayTell: '',
  mustNotKnow: '',
  rank: 1,
  person: null,
});

function ContactForm({
  view,
  contact,
  onEnd,
}: {
  readonly view: CaseView;
  readonly contact: EmergencyContact | undefined;
  readonly onEnd: () => void;
}): ReactNode {
  const { t } = useSpeech();
  const form = useItemForm<'EmergencyContact', ContactValues>(contactItems, view.record, contact, blank);
  const { values, set } = form;
  const occasions = values.occasions ?? [];
  const toggle = (occasion: ContactOccasion): void =>
    set({
      occasions: occasions.includes(occasion)
        ? occasions.filter((one) => one !== occasion)
        : [...occasions, occasion],
    });
  return (
    <form
      className="stack tight card inset"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((done) => done && onEnd());
      }}
    >
      <LineBox
        label={t('plan.contact.who')}
        hint={t('plan.contact.whoHint')}
        required
        value={values.who ?? ''}
        onChange={(who) => set({ who })}
      />
      <PersonBox
        state={view.state}
        label={t('plan.contact.person')}
        value={values.person ?? null}
        onChange={(person) => set({ person })}
      />
      <CalledNote
        people={view.state.parts.people}
        names={[values.who ?? '']}
        person={values.person ?? null}
      />
      <LineBox label={t('plan.contact.how')} value={values.how ?? ''} onChange={(how) => set({ how })} />
      <LineBox
        label={t('plan.contact.languages')}
        value={values.languages ?? ''}
        onChange={(languages) => set({ languages })}
      />
      <LineBox
        label={t('plan.contact.rank')}
        type="number"
        value={String(values.rank ?? 1)}
        onChange={(text) => set({ rank: Math.min(100, Math.max(1, Math.trunc(Number(text)) || 1)) })}
      />
      <fieldset className="field">
        <legend>{t('plan.contact.when')}</legend>
        <div className="options columns">
          {contactOccasions.map((occasion) => (
            <label key={occasion} className="option">
              <input
                type="checkbox"
                checked={occasions.includes(occasion)}
                onChange={() => toggle(occasion)}
              />
              {t(`plan.occasion.${occasion}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <TextBox
        label={t('plan.contact.mayTell')}
        rows={2}
        value={values.mayTell ?? ''}
        onChange={(mayTell) => set({ mayTell })}
      />
      <TextBox
        label={t('plan.contact.mustNot')}
        rows={2}
        value={values.mustNotKnow ?? ''}
        onChange={(mustNotKnow) => set({ mustNotKnow })}
      />
      <FormFoot form={form} ready={(values.who ?? '').trim() !== ''} onEnd={onEnd} />
    </form>
  );
}
