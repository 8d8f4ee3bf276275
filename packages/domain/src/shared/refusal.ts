/** Why something is not allowed. Screens have words for every code; `details` fill them. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly details?: Readonly<Record<string, string | number>>;
};

export type RefusalCode =
  /** The role does not allow it; details: action, role. */
  | 'role'
  /** The permission rules are of a newer version than this code knows. */
  | 'permissions_unknown'
  /** Only a member may do this, not a guest. */
  | 'not_a_member'
  /** It stands here by readmission and must be signed again by somebody with that authority (rule 3). */
  | 'signature_to_renew'
  /** A field is missing, empty, too long or wrong; details: path, problem. */
  | 'malformed'
  /** It exists already. */
  | 'exists'
  /** What it speaks of is not there. */
  | 'not_there'
  /** The record has not begun: its first event is missing. */
  | 'not_begun'
  /** The record is closed or erased. */
  | 'ended'
  /** A record holds no more things of this kind; details: limit. */
  | 'too_many'
  /** No number without its reasons: a judgement of risk says why. */
  | 'reasons_needed'
  /** Nothing would change. */
  | 'no_change'
  /** An organisation always keeps one administrator. */
  | 'last_administrator'
  /** This belongs to another kind of team; details: purpose. */
  | 'other_team'
  /** The team was ended: nothing new is given to it. */
  | 'team_ended'
  /** The last one in a team stays: nobody else could change its key, or let anybody in. */
  | 'last_of_team'
  /** An administrator who is in the team does this; where none is, anybody in it. */
  | 'not_in_team'
  /** She reads it through this team alone: somebody who reads it otherwise takes it back. */
  | 'only_reader'
  /** Whoever is responsible reads it through this team alone. */
  | 'responsible_there'
  /** Somebody who would read it must not learn of it. */
  | 'kept_from'
  /** Another one has this name. */
  | 'name_taken'
  /** Somebody else has claimed it; details: member. */
  | 'claimed_by_other'
  /** Claim it before answering, so that two people do not answer. */
  | 'claim_first'
  /** The defender's channel is closed. */
  | 'channel_closed'
  /** She has closed the conversation herself. */
  | 'closed_by_person'
  /** A reply must carry the next number and follow the last one; details: expected. */
  | 'number_taken'
  /** The quoted item is not the one that the event speaks of. */
  | 'item_differs'
  /** A decision to decline needs alternatives, or the words that none is known (invariant 8). */
  | 'alternatives_needed'
  /** Nothing can be written to her here: she has no mailbox. */
  | 'no_mailbox'
  /** She has a mailbox here: what is for her is written there. */
  | 'write_here'
  /** She called this way unsafe; details: channel (invariant 2). */
  | 'called_unsafe'
  /** She never called this way safe; details: channel (invariant 2). */
  | 'not_called_safe'
  /** She asked not to be contacted now. */
  | 'do_not_contact_now'
  /** She asked not to be contacted directly. */
  | 'not_directly'
  /** Outside of the hours that she called safe. */
  | 'not_safe_now'
  /** Closing needs a closure reason. */
  | 'closure_needed'
  /** Only those who have custody of identities may do this. */
  | 'not_custody'
  /** Somebody else has to decide this. */
  | 'not_oneself'
  /** A person can say this only of herself. */
  | 'only_oneself'
  /** It could hurt if it were wrong: somebody other than its author must confirm it. */
  | 'second_needed'
  /** She has not consented to this purpose for this recipient; details: standing. */
  | 'no_consent'
  /** She says this herself at the door, or signs it on paper: an officer cannot witness it in words. */
  | 'door_needed'
  /** Somebody else brought the word: what shares her facts waits for her own. */
  | 'own_word_needed'
  /** Something that must be made sure of before a yes counts was not; details: assurance. */
  | 'not_assured'
  /** It cannot be undone: the second look comes on another day, unless it cannot wait. */
  | 'sleep_on_it'
  /** This is never done without consent, whatever the danger. */
  | 'never_without_consent'
  /** Its author may confirm it herself only where she says where it was read. */
  | 'source_needed'
  /** Some of its answers are sealed for a team: answers to what is asked at the door are read by all who read them. */
  | 'not_at_door'
  /** A question that asks for a file is answered at the desk only. */
  | 'no_files_at_door'
  /** Somebody has left a team for which this is sealed, and its next key does not stand yet. */
  | 'team_changes'
  /** She asked to leave this person alone, or the person did not agree to be asked. */
  | 'must_not_ask'
  /** Nobody has written down which person of the file writes in this conversation. */
  | 'whose_door'
  /** The file says that this person is not to be contacted. */
  | 'must_not_contact'
  /** Nobody has made sure that what goes to her is about nobody else. */
  | 'others_not_checked'
  /** Another case needs this identity. */
  | 'identity_needed';

/** A refusal, with what its words need. */
export function refusal(code: RefusalCode, details?: Refusal['details']): Refusal {
  return details === undefined ? { code } : { code, details };
}
