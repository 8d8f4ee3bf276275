/** Where she is. The address never changes with it (section 6). */
export type Screen =
  | 'now'
  | 'find'
  | 'selfCheck'
  | 'who'
  | 'reach'
  | 'files'
  | 'questions'
  | 'review'
  | 'words'
  | 'keep'
  | 'keepWords'
  | 'keepCheck'
  | 'check'
  | 'sending'
  | 'enter'
  | 'talk'
  | 'hide';

export type Go = (screen: Screen) => void;
