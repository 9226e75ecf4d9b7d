// What is wrong with a document from outside: the one shape in which every reader reports it.
// SPDX-License-Identifier: EUPL-1.2

/** One thing wrong with a document, with its place and what to do about it. */
export interface Fault {
  /** Closed word of the reader that found it, e.g. `csaf/6.1.1`, `json/truncated`, `csv/formula`. */
  readonly code: string
  /** Where: a JSON pointer (`/product_tree/branches/0`), `line 88`, or `sheet "Devices", row 12, column C`. */
  readonly place: string
  /** What happened, in this case, in English. Never contains more than 200 characters of foreign text. */
  readonly detail: string
  /** What the person who sent the document can do now. */
  readonly remedy: string
}

/** A document was read whole, read in part, or could not be read. */
export type Reading<T> =
  | { readonly outcome: 'read'; readonly value: T; readonly warnings: readonly Fault[] }
  | { readonly outcome: 'refused'; readonly faults: readonly [Fault, ...Fault[]] }
