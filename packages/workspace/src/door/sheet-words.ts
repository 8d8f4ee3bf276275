/** What is asked and answered on a question sheet, for the page that shows it. */
export {
  type AskedQuestion,
  type GivenAnswer,
  type SheetAnswerMessage,
  type SheetStake,
  sheetAnswers,
  sheetLimits,
} from '@leeward/domain/sheet/message.ts';
