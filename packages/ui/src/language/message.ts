/** A value that fills a place in a message. Texts are isolated, numbers are written in the reader's digits. */
export type MessageValue = string | number | Date;
export type MessageValues = Readonly<Record<string, MessageValue>>;

/** The compiled form of an ICU message, as `@lingui/message-utils` gives it: texts and argument tokens in order. */
export type CompiledMessage = string | readonly MessageToken[];
export type MessageToken =
  | string
  | readonly [name: string]
  | readonly [name: string, type: string]
  | readonly [name: string, type: string, format: string | Choices];

/** The cases of a plural or select. Plural offsets are not used in our catalogues, and compiling refuses them. */
export type Choices = Readonly<Record<string, CompiledMessage>>;

/** One application in one language: what a payload carries. */
export type Messages<Key extends string> = Readonly<Record<Key, CompiledMessage>>;
