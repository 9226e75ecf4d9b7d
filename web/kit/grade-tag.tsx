// How sure we are: three dots and a word, never a percentage.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

/** 3 exact, 2 confirmed alias or likely, 1 name similarity, 0 can't tell. */
export type Grade = 3 | 2 | 1 | 0

export interface GradeTagProps {
  readonly grade: Grade
  readonly children: ComponentChildren
}

export function GradeTag({ grade, children }: GradeTagProps) {
  return <span class={grade === 3 ? 's-grade' : `s-grade s-grade--${grade}`}>{children}</span>
}
