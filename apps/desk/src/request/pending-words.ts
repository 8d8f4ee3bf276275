import type { DeskKey } from '@leeward/ui';

const commands = {
  reply: 'command.reply',
  sendQuestions: 'forms.send',
  decline: 'command.decline',
  claim: 'command.claim',
  release: 'command.release',
  setUrgency: 'command.setUrgency',
  setAside: 'command.setAside',
  putBack: 'command.putBack',
  takeUpAgain: 'command.takeUpAgain',
  handOver: 'command.handOver',
  seeHandOver: 'command.handOver',
  takeBackUrgency: 'command.takeBackUrgency',
  settleUrgency: 'command.setUrgency',
  enterRequest: 'command.enterRequest',
  enterWord: 'command.enterWord',
  noteContact: 'command.noteContact',
  tellDecline: 'command.decline',
  joinRequests: 'command.joinRequests',
  keepCopy: 'copy.keep',
  markFile: 'command.markFile',
  setQuiet: 'command.setQuiet',
  unjoinRequest: 'command.unjoinRequest',
  openCase: 'command.openCase',
  addNote: 'command.addNote',
  setNextStep: 'command.setNextStep',
  sendSheet: 'sheets.new',
  askConsent: 'back.consents',
  dropConsent: 'consent.drop',
  tellNext: 'back.next',
  tellHeld: 'back.held',
  proposeCheckIn: 'back.checkIn',
  endCheckIn: 'back.checkIn',
  askQuestion: 'back.questions',
  answerAlarm: 'alarm.title',
  closeChannel: 'channel.close',
  tellClosing: 'channel.close',
  linkConversation: 'channel.link',
  replaceChannel: 'channel.link',
} as const satisfies Record<string, DeskKey>;

const fields = {
  conversation: 'changed.conversation',
  urgency: 'changed.urgency',
  claimedBy: 'changed.claimedBy',
  declined: 'changed.declined',
  setAside: 'changed.setAside',
  case: 'changed.case',
  channel: 'changed.channel',
  pseudonym: 'changed.pseudonym',
  nextStep: 'changed.nextStep',
  next: 'back.next',
  held: 'back.held',
  checkIn: 'back.checkIn',
} as const satisfies Record<string, DeskKey>;

/** The words for a command of one's own that is on its way. */
export function commandKey(command: string): DeskKey {
  return Object.hasOwn(commands, command) ? commands[command as keyof typeof commands] : 'command.other';
}

/** The words for what a colleague changed meanwhile. */
export function changedKey(field: string): DeskKey {
  return Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : 'changed.other';
}
