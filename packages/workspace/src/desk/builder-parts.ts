import type { EventRef } from '@leeward/domain/shared/context.ts';
import type { Refusal } from '@leeward/domain/shared/refusal.ts';
import type { Result } from '@leeward/domain/shared/result.ts';
import type { Made } from './built.ts';
import type { Engine } from './engine.ts';
import type { OutboxItem } from './outbox-item.ts';
import type { RecordView } from './record-view.ts';

export type Args = OutboxItem['args'];
export type Builder = (engine: Engine, view: RecordView, args: Args) => Promise<Made>;

export const made = (result: Result<readonly unknown[], Refusal>): Made =>
  result.ok ? { ok: true, value: { events: result.value, quoted: [] } } : result;

export const wrongKind: Made = { ok: false, error: { code: 'not_there' } };

/** A builder for a conversation: the domain's rule on its state. */
export const onRequest =
  (
    rule: (
      state: Extract<RecordView['folded'], { kind: 'conversation' }>['state'],
      engine: Engine,
      args: Args,
    ) => Result<readonly unknown[], Refusal>,
  ): Builder =>
  async (engine, view, args) =>
    view.folded.kind === 'conversation' ? made(rule(view.folded.state, engine, args)) : wrongKind;

export const onCase =
  (
    rule: (
      state: Extract<RecordView['folded'], { kind: 'case' }>['state'],
      engine: Engine,
      args: Args,
    ) => Result<readonly unknown[], Refusal>,
  ): Builder =>
  async (engine, view, args) =>
    view.folded.kind === 'case' ? made(rule(view.folded.state, engine, args)) : wrongKind;

export const onTeam =
  (
    rule: (
      state: Extract<RecordView['folded'], { kind: 'team' }>['state'],
      engine: Engine,
      args: Args,
    ) => Result<readonly unknown[], Refusal>,
  ): Builder =>
  async (engine, view, args) =>
    view.folded.kind === 'team' ? made(rule(view.folded.state, engine, args)) : wrongKind;

export const text = (args: Args, name: string): string => {
  const value = args[name];
  return typeof value === 'string' ? value : '';
};

/** References to events, as the outbox keeps them. */
export function refsIn(value: unknown): readonly EventRef[] {
  return Array.isArray(value) ? (value as readonly EventRef[]) : [];
}
