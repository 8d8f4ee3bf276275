import { doorLanguages } from '@leeward/ui';
import type { DoorTexts } from '@leeward/workspace/desk/door-contract.ts';
import { type ReactNode, useId } from 'react';
import { useSpeech } from '../language/speech.tsx';
import { Kept } from '../parts/kept.tsx';
import { FailureNote } from '../parts/problem.tsx';
import { usePlace } from '../parts/use-place.ts';
import { useForm } from '../session/use-form.ts';
import { useAction } from '../session/use-session.tsx';
import { AnswerDays, DoorLanguages, type DoorPart, DoorPartField } from './door-fields.tsx';
import { type DoorForm, doorTextsOf, emptyDoorForm, silentIn } from './door-form.ts';
import { DoorLook } from './door-look.tsx';
import { PromiseHelp } from './promise-help.tsx';

/**
 * The door as it is made for the first time: four things, one after the other on one page, so that nothing that was
 * said further up is out of sight when it is signed.
 */
export function GuidedDoor({ onPublished }: { readonly onPublished: () => void }): ReactNode {
  const { t } = useSpeech();
  const publish = useAction('publishDoor');
  const draft = useForm<DoorForm>('publishDoor', null, () => emptyDoorForm(null));
  const { form, change } = draft;
  const texts: DoorTexts | null = doorTextsOf(form);
  const silent = silentIn(form, 'retention');
  const nameOf = (language: string): string => doorLanguages.find(({ tag }) => tag === language)?.name ?? '';

  const save = async (): Promise<void> => {
    if (texts === null) return;
    const answer = await publish.run({ texts });
    if (!answer.ok) return;
    draft.given(form);
    onPublished();
  };
  const fields = (part: DoorPart): ReactNode =>
    texts === null ? (
      <p className="quiet">{t('steps.wait.languages')}</p>
    ) : (
      doorLanguages
        .filter(({ tag }) => form.languages.includes(tag))
        .map(({ tag }) => (
          <DoorPartField key={tag} part={part} form={form} change={change} language={tag} named />
        ))
    );

  return (
    <form
      className="form stack guide"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{t('guide.lead')}</p>
      <Part number={1} place="languages">
        <DoorLanguages form={form} change={change} />
        {texts === null ? null : <p className="quiet small">{t('door.nameHint')}</p>}
        {texts === null ? null : fields('name')}
      </Part>
      <Part number={2} place="promise">
        {texts === null ? null : <PromiseHelp form={form} change={change} />}
        {fields('retention')}
        {texts === null ? null : <AnswerDays form={form} change={change} />}
      </Part>
      <Part number={3} place="contacts">
        {fields('contacts')}
      </Part>
      <Part number={4} place="publish">
        {texts === null ? <p className="quiet">{t('steps.wait.languages')}</p> : <DoorLook texts={texts} />}
        {silent.length === 0 ? null : (
          <p className="note warn">
            {t('guide.silent')} <bdi>{silent.map(nameOf).join(' · ')}</bdi>
          </p>
        )}
        <p className="quiet small">{t('guide.after')}</p>
        <FailureNote failure={publish.failure} />
        <div className="cluster">
          <button type="submit" className="button primary" disabled={publish.busy || texts === null}>
            {t('door.save')}
          </button>
          <Kept of={draft} />
        </div>
      </Part>
    </form>
  );
}

/** The parts of the guide, by the places to which an address can lead. */
const guided = ['languages', 'promise', 'contacts', 'publish'] as const;

function Part({
  number,
  place,
  children,
}: {
  readonly number: number;
  readonly place: (typeof guided)[number];
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useSpeech();
  const heading = useId();
  const ref = usePlace(place);
  return (
    <section className="card form-card stack" aria-labelledby={heading}>
      <h2 id={heading} ref={ref} tabIndex={-1}>
        {t('guide.numbered', { number, title: t(`guide.${place}`) })}
      </h2>
      <p className="quiet">{t(`guide.${place}Hint`)}</p>
      {children}
    </section>
  );
}
