// What is kept of an OSCAL catalogue or profile.
// SPDX-License-Identifier: EUPL-1.2

export interface OscalControl {
  /** `ac-2.3`, as the catalogue writes it; of a group its id or title. */
  readonly id: string
  /** How the publisher prints the number: `AC-2(3)`. */
  readonly label: string
  /** Null in a profile, which only names controls. */
  readonly title: string | null
  /** The prose of the statement; null where there is none. */
  readonly text: string | null
  /** 1 outermost. */
  readonly depth: number
  /** False for groups. */
  readonly isControl: boolean
}

export interface OscalDocument {
  readonly kind: 'catalog' | 'profile'
  readonly uuid: string
  readonly title: string
  readonly version: string
  readonly oscalVersion: string | null
  readonly lastModified: string | null
  readonly publisher: string | null
  /** Groups and controls in the order of the document. */
  readonly controls: readonly OscalControl[]
}
