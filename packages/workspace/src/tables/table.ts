/** Rows of texts: the first one has the headings. */
export type Table = readonly (readonly string[])[];

/** What a spreadsheet needs to know besides its cells. */
export type SheetWords = { readonly sheet: string; readonly rightToLeft: boolean };
