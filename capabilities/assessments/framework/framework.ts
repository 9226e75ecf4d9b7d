// A catalogue of requirements that somebody else wrote, in one version.
// SPDX-License-Identifier: EUPL-1.2

export interface Requirement {
  /** As its publisher prints it: `PR.DS-11`, `AC-2`. */
  readonly ref: string
  readonly depth: number
  readonly title: string | null
  readonly text: string | null
  /** False for headings. */
  readonly assessable: boolean
}

export const frameworkFormats = ['oscal', 'ciso-assistant'] as const
export type FrameworkFormat = (typeof frameworkFormats)[number]

export interface FrameworkHead {
  /** The same for every version: `nist-csf-2.0`. */
  readonly key: string
  readonly version: string
  readonly name: string
  readonly publisher: string | null
  readonly language: string
  readonly format: FrameworkFormat
  /** What the file says of the right to use it. */
  readonly rights: string | null
}

export interface Framework extends FrameworkHead {
  readonly id: number
  readonly importedAt: Date
  readonly importedByName: string
  readonly confirmedAt: Date | null
  readonly confirmedByName: string | null
  readonly confirmedRight: string | null
  readonly withdrawnAt: Date | null
}

/** From the requirement of one framework to that of another, both by their keys and refs. */
export interface Mapping {
  readonly fromKey: string
  readonly fromRef: string
  readonly toKey: string
  readonly toRef: string
  /** How the first relates to the second. */
  readonly relation: 'equal' | 'subset' | 'superset' | 'intersect' | 'not_related'
  /** Which file says so. */
  readonly source: string
}

/** Members see what the centre has confirmed that it may use. */
export function isShown({
  confirmedAt,
  withdrawnAt,
}: Pick<Framework, 'confirmedAt' | 'withdrawnAt'>): boolean {
  return confirmedAt !== null && withdrawnAt === null
}

/** One spelling for comparing: `AC-2(3)`, `ac-2.3` and `AC-2 (3)` are the same. */
export function plainRef(ref: string): string {
  return ref
    .slice(0, 120)
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/\((\w+)\)/g, '.$1')
}

/** A key out of a title, without the words that say which version it is. */
export function keyFromTitle(title: string): string {
  return (
    title
      .slice(0, 300)
      .toLowerCase()
      .replace(/\b(?:revision|version|rev|ver)\b\.?\s*[\d.]+/g, ' ')
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 100)
      .replace(/-+$/, '') || 'framework'
  )
}
