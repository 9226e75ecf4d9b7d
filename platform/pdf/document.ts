// What a PDF of ours is made of: a title, blocks in reading order, marks over every page.
// SPDX-License-Identifier: EUPL-1.2

export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isStrong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A term with what is known of it, and smaller, where that comes from. */
  | { readonly kind: 'fact'; readonly term: string; readonly value: string; readonly remark?: string | null }

export interface PdfDocument {
  readonly title: string
  /** BCP 47, of our own words. */
  readonly language: string
  readonly author: string
  /** Stands in the file, so that the same content always makes the same file. */
  readonly createdAt: Date
  /** Across every page: "DRAFT", "EXERCISE". */
  readonly watermark: string | null
  readonly blocks: readonly PdfBlock[]
  /** At the foot of each page; pages count from 1. */
  readonly foot: (page: number, pages: number) => string
  /** Said at the end where letters could not be printed. */
  readonly unprintable: (count: number) => string
}
