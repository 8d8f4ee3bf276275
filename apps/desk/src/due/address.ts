import { identityAt } from '../identity/identity-at.ts';
import { addressOf } from '../router/route.ts';
import type { Due } from './due-of.ts';

/** Where something that is due is seen to: the part of the file that holds it, the task itself, the conversation, or an identity. */
export function addressOfDue({
  task,
  file,
  request,
  identity,
}: Pick<Due, 'task' | 'file' | 'request' | 'identity'>): string {
  if (identity !== undefined) return addressOf(identityAt(identity));
  if (file === null) return addressOf({ name: 'request', record: request?.record ?? '', part: 'talk' });
  const { record } = file;
  if (task.kind === 'own') return addressOf({ name: 'case', record, part: 'tasks', item: task.key });
  if (task.kind === 'next_step' || task.part === null) return addressOf({ name: 'case', record });
  return addressOf({
    name: 'case',
    record,
    part: task.part,
    ...(task.item === null ? {} : { item: task.item }),
  });
}
