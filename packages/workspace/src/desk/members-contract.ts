export type InvitationView = {
  readonly join: string;
  readonly link: string;
  readonly role: string;
  readonly teams: readonly string[];
  readonly expires: number;
  /** Set when the person has opened the link: compare the words, then confirm. */
  readonly opened: { readonly name: string; readonly words: readonly string[] } | null;
};

/** What a screen may ask about who belongs to the organisation. */
export type MembersCommands = {
  invite: [{ readonly role: string; readonly teams: readonly string[] }, InvitationView];
  invitations: [Record<string, never>, readonly InvitationView[]];
  confirmInvitation: [{ readonly join: string }, null];
  cancelInvitation: [{ readonly join: string }, null];
  join: [
    { readonly link: string; readonly name: string; readonly passphrase: string },
    { readonly words: readonly string[] },
  ];
  removeMember: [{ readonly member: string }, null];
};
