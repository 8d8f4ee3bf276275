import { type Refusal, refusal } from '../shared/refusal.ts';
import { err, ok, type Result } from '../shared/result.ts';

/** What a member is in the organisation. Keys decide what she can open; the role decides what her entries change. */
export const roles = [
  'administrator',
  'officer',
  'verifier',
  'finance',
  'documenter',
  'researcher',
  'reader',
] as const;
export type Role = (typeof roles)[number];

/** Everything that a member may or may not do. */
export type Action =
  /** Name the organisation, teams and members; give roles; recovery; the texts at the door. */
  | 'organisation.manage'
  /** Name oneself and one's own devices. */
  | 'self.name'
  /** Leave the organisation. */
  | 'self.leave'
  /** Begin a conversation, admit what came through the door, note that it was opened. */
  | 'conversation.admit'
  /** Open, close and replace a defender's channel. */
  | 'conversation.channel'
  /** Claim, set the urgency, set aside, open a case. */
  | 'conversation.triage'
  /** Write to a defender. */
  | 'conversation.reply'
  /** Decline a request. */
  | 'conversation.decline'
  /** Open a case and change what it says. */
  | 'case.edit'
  /** Add a note to a case. */
  | 'case.note'
  /** Say what was checked about a person, with whom, and what was found. */
  | 'case.verify'
  /** Keep names and facts of a person. */
  | 'identity.edit'
  /** Say that one opens an identity record: an act of whoever holds its key. */
  | 'identity.access'
  /** Hand a record to a team. */
  | 'team.list'
  /** Compare heads: maintenance by every device (rule 7). */
  | 'team.checkpoint'
  /** Share how a list is arranged. */
  | 'team.view'
  /** Say that one takes something out of the sealed space: whoever can read can take, and must be able to say so. */
  | 'team.export'
  /** Tie an identity to its case, in custody's own log (rule 14). */
  | 'custody.index'
  /** Propose other facts of a mechanism, check it, add one's own, say what it answered. */
  | 'directory.edit'
  /** Confirm or refuse what was proposed. */
  | 'directory.confirm'
  /** Bring a newer public release. */
  | 'directory.import'
  /** Say what the organisation itself offers, and by which rules. */
  | 'programme.edit';

type Table = Readonly<Record<Action, readonly Role[]>>;

const everyone: readonly Role[] = roles;
const casework: readonly Role[] = ['administrator', 'officer'];

/**
 * The rules by version, from 1. A version is never edited once released: entries are judged by the version in force at
 * the organisation head that they cite, so that a verdict stays the same for ever (rule 1).
 */
const versions: readonly Table[] = [
  {
    'organisation.manage': ['administrator'],
    'self.name': everyone,
    'self.leave': everyone,
    'conversation.admit': casework,
    'conversation.channel': casework,
    'conversation.triage': casework,
    'conversation.reply': casework,
    'conversation.decline': casework,
    'case.edit': casework,
    'case.note': ['administrator', 'officer', 'verifier', 'documenter'],
    'case.verify': ['administrator', 'officer', 'verifier'],
    'identity.edit': casework,
    'identity.access': everyone,
    'team.list': ['administrator', 'officer', 'finance', 'documenter', 'researcher'],
    'team.checkpoint': everyone,
    'team.view': ['administrator', 'officer', 'verifier', 'finance', 'documenter', 'researcher'],
    'team.export': everyone,
    'custody.index': casework,
    'directory.edit': ['administrator', 'officer', 'verifier', 'finance', 'documenter', 'researcher'],
    'directory.confirm': ['administrator', 'officer', 'verifier'],
    'directory.import': casework,
    'programme.edit': casework,
  },
];

/** The newest version of the rules that this code knows. */
export const newestPermissions = versions.length;

/** Whether a role may do something under a version of the rules, and why not. */
export function may(role: Role | null, action: Action, version: number): Result<true, Refusal> {
  const table = versions[version - 1];
  if (table === undefined) return err(refusal('permissions_unknown', { version }));
  if (role !== null && table[action].includes(role)) return ok(true);
  return err(refusal('role', { action, role: role ?? 'none' }));
}
