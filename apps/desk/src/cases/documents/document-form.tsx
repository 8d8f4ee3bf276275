import { type DocumentValues, documentItems } from '@leeward/domain/document/events.ts';
import type { CaseDocument } from '@leeward/domain/document/state.ts';
import type { CaseView } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { FormFoot } from '../item/form-foot.tsx';
import { useItemForm } from '../item/use-item-form.ts';
import { DocumentFields } from './document-fields.tsx';

/** Corrects what is said of a document; its file stays as it came. */
export function DocumentForm({
  view,
  document,
  onDone,
}: {
  readonly view: CaseView;
  readonly document: CaseDocument;
  readonly onDone: () => void;
}): ReactNode {
  const form = useItemForm<'Document', DocumentValues>(documentItems, view.record, document, () => ({}));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save().then((kept) => {
          if (kept) onDone();
        });
      }}
    >
      <DocumentFields state={view.state} values={form.values} set={form.set} />
      <FormFoot form={form} onEnd={onDone} />
    </form>
  );
}
