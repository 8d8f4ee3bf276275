import { type DocumentValues, documentItems } from '@leeward/domain/document/events.ts';
import type { CaseDocument } from '@leeward/domain/document/state.ts';
import { baseOf, conflictsOf, editOf } from '@leeward/domain/shared/items.ts';
import { formatDate } from '@leeward/ui';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { DateWords } from '../../parts/inexact-date-words.tsx';
import { FailureNote } from '../../parts/problem.tsx';
import { Words } from '../../parts/words.tsx';
import { useCaseAct } from '../item/use-case-act.ts';
import { usePersonNames } from '../item/use-person-names.ts';
import { Versions } from '../item/versions.tsx';
import { useKindWords } from './kind-words.ts';

/** What two people wrote of one document apart. */
export function DocumentVersions({
  view,
  document,
  allowed,
}: {
  readonly view: CaseView;
  readonly document: CaseDocument;
  readonly allowed: boolean;
}): ReactNode {
  const { t, numbers } = useSpeech();
  const act = useCaseAct(view.record);
  const personName = usePersonNames(view.state);
  const kindWords = useKindWords();
  if (conflictsOf(document).length === 0) return null;
  const choose = (values: Partial<DocumentValues>): void => {
    const event = editOf(documentItems, baseOf(document, document.id), values);
    if (event !== null) void act.run({ ok: true, value: [event] });
  };
  const pick = <Name extends keyof DocumentValues>(name: Name) =>
    allowed ? (value: DocumentValues[Name]) => choose({ [name]: value } as Partial<DocumentValues>) : null;
  const day = (value: string | null): string =>
    value === null ? t('date.unknown') : formatDate(numbers, value, 'UTC');
  const { fields } = document;
  const words = (text: string): ReactNode => <Words text={text} />;
  return (
    <>
      <Versions label={t('documents.title')} field={fields.title} say={words} onChoose={pick('title')} />
      <Versions
        label={t('documents.kind')}
        field={fields.kind}
        say={(kind) => (kind === null ? t('documents.noKind') : kindWords(kind))}
        onChoose={pick('kind')}
      />
      <Versions
        label={t('documents.about')}
        field={fields.about}
        say={(person) => (person === null ? t('item.herself') : personName(person))}
        onChoose={pick('about')}
      />
      <Versions label={t('documents.source')} field={fields.source} say={words} onChoose={pick('source')} />
      <Versions
        label={t('documents.made')}
        field={fields.made}
        say={(made) => (made === null ? t('date.unknown') : <DateWords date={made} />)}
        onChoose={pick('made')}
      />
      <Versions
        label={t('documents.received')}
        field={fields.received}
        say={day}
        onChoose={pick('received')}
      />
      <Versions label={t('documents.expires')} field={fields.expires} say={day} onChoose={pick('expires')} />
      <Versions
        label={t('graphic.field')}
        field={fields.graphic}
        say={(graphic) => t(graphic ? 'graphic.yes' : 'graphic.no')}
        onChoose={pick('graphic')}
      />
      <Versions label={t('graphic.shows')} field={fields.shows} say={words} onChoose={pick('shows')} />
      <FailureNote failure={act.failure} />
    </>
  );
}
