/**
 * Short names for the rules that the sealed line keeps and for the faults that it must survive, so that
 * docs/rules.md and docs/faults.md can say which tests hold them. Numbers never change; gaps are numbers no longer used.
 */

/** A third part says what of it is not held yet, and why. */
export type Numbered = readonly [number: number, title: string, notYet?: string];
export type Chapter = { readonly title: string; readonly items: readonly Numbered[] };

export const RULES: readonly Chapter[] = [
  {
    title: 'The log',
    items: [
      [1, 'An entry is judged by the organisation as it stood at the head that the entry cites'],
      [
        2,
        'When my log and the relay’s differ: mine is kept, the difference is shown, authority waits for a person',
      ],
      [3, 'Displaced entries come back once, as they were signed, and are judged where they come back'],
      [4, 'The organisation log never heals by itself; two administrators or the recovery quorum end a fork'],
      [5, 'Not in the chain, or in the chain but void: two verdicts, never mixed up'],
      [6, 'Bytes are signed as sent, one entry per device and place; a second one is equivocation'],
      [7, 'Checkpoints, signed heads, heartbeats and compared words make forks and silence visible'],
    ],
  },
  {
    title: 'Keys',
    items: [
      [8, 'No key is opened unless a signed entry by someone entitled commits to its exact bytes'],
      [9, 'A removal makes team keys stale at once, and a record’s keys change in one verified entry'],
      [10, 'An epoch is named by the hash of its entry'],
      [11, 'Recipients are those that the signed policy gives, and one too many blocks writing'],
      [12, 'What the relay itself checks: the organisation’s skeleton, live devices, append keys'],
      [13, 'Recovery needs the trustees, the relay’s half, and a wait in which anyone may object'],
      [14, 'Identity and case are separate records whose link stands in one place only'],
      [15, 'Edge cases of signatures get one verdict on every backend'],
    ],
  },
  {
    title: 'The door',
    items: [
      [16, 'Two one-way boxes; a mailbox never receives a record’s keys'],
      [17, 'A link names the oldest state of the organisation that it accepts'],
      [18, 'A short proof from the link to the officer who answers; revocation within seven days'],
      [19, 'Descriptors are renewed by named devices, within dates; an expired one stops submission'],
      [20, 'Replies and questions name what was last seen, so that a hole shows without memory on the phone'],
      [21, '“Stored by the server” and “opened by the team” are two signed states, neither inferred'],
      [22, 'Proof of work has a ceiling; known mailboxes are never shut out; a full queue says so'],
    ],
  },
  {
    title: 'The rest',
    items: [
      [23, 'What was acknowledged is durable with its attachments, and a missing one is named'],
      [24, 'An export is a signed act before it is a file; what is imported is quoted, never believed'],
      [25, 'A device can revoke itself from any state, and an emergency slot always exists'],
      [26, 'What the relay sees is listed, and the list is held to'],
      [27, 'A former member with the relay’s help reads what was readable, and the time is bounded'],
      [28, 'Faults of branching histories are read for a linear log, with eight more'],
    ],
  },
];

export const FAULTS: readonly Chapter[] = [
  {
    title: 'A lying or broken relay',
    items: [
      [1, 'The last entries of a case are withheld from one device'],
      [2, 'An entry in the middle is dropped'],
      [3, 'Two devices are shown different branches'],
      [4, 'A running client is served yesterday’s state'],
      [6, 'An old valid entry is replayed'],
      [7, 'Entries arrive in any order and several times'],
      [8, 'The operator restores last night’s backup'],
      [10, 'One byte is changed anywhere'],
      [11, 'The door is given a false, an expired or an outdated descriptor'],
      [12, 'A device or member appears that nobody signed'],
      [13, 'A lower protocol version is claimed'],
      [14, 'A response is huge, deeply nested or endless'],
      [16, 'Only the removal of a member is withheld'],
      [18, 'An entry arrives before the key that it needs'],
      [19, 'The relay’s disk is full, read-only or fails to sync'],
      [20, 'The relay is killed amid concurrent writes'],
      [21, 'Connections drip or idle by the thousand'],
      [22, 'The relay’s logs are searched for people’s data'],
    ],
  },
  {
    title: 'Members and former members',
    items: [
      [23, 'A former member writes with an old key'],
      [24, 'A former member and the relay try to read what came after'],
      [25, 'Notes that a removed person wrote offline arrive late'],
      [26, 'Two administrators remove each other at the same moment'],
      [27, 'The last administrator is gone'],
      [28, 'A member forges another’s note in the local store'],
      [30, 'A member signs two different entries for one place'],
      [31, 'An edge-case key or signature is used by an insider'],
      [32, 'An entry is backdated'],
      [34, 'One member’s weak setting is used against the others'],
      [35, 'An administrator looks into a case that is not theirs'],
    ],
  },
  {
    title: 'Door and defender',
    items: [
      [36, 'Phrases are guessed online'],
      [38, 'The same phrase is used at two organisations'],
      [39, 'The connection dies after “send” was pressed'],
      [40, 'The battery dies in the middle of the form'],
      [41, 'Back button, tab restore, autofill, spell-check and translation'],
      [42, 'Quick exit during an upload'],
      [43, 'A slow and lossy network'],
      [44, 'No script, no WebAssembly or no just-in-time compiler'],
      [45, 'A very old browser'],
      [46, 'A flood of junk submissions'],
      [48, 'Malicious text in a questionnaire'],
      [49, 'The defender loses the phrase'],
      [50, 'The phrase is seized'],
    ],
  },
  {
    title: 'Files',
    items: [
      [52, 'A very large upload is cut off near its end'],
      [53, 'Parts of a file are missing, added, swapped or doubled'],
      [54, 'The same file is sent in two cases'],
      [56, 'A file with script or remote content is opened'],
      [58, 'A file with metadata and its stripped copy'],
      [59, 'The program is killed while a file is being opened'],
    ],
  },
  {
    title: 'Devices, recovery, emergencies, code',
    items: [
      [60, 'A locked laptop is stolen'],
      [61, 'An unlocked laptop is stolen'],
      [62, 'Recovery with too few, corrupt or outdated shares'],
      [63, 'Recovery is started by colluding trustees'],
      [65, 'Wrong passphrases in great number, and the emergency one'],
      [66, 'Script in every text field'],
      [67, 'A proxy removes the protecting headers'],
      [68, 'One byte of a shipped script is changed'],
      [69, 'A dependency adds a network call'],
      [73, 'Notifications are captured'],
      [74, 'Screen reader, keyboard, zoom, right-to-left, high contrast'],
      [75, 'A synthetic submission makes the round trip every hour'],
    ],
  },
];
