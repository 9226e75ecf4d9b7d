// What a re-import or correction changed: the old value struck, the new one beside it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface ChangeProps {
  readonly was: ComponentChildren
  readonly is: ComponentChildren
  /** "was" and "is now", only heard. */
  readonly wasWord: string
  readonly isWord: string
}

export function Change({ was, is, wasWord, isWord }: ChangeProps) {
  return (
    <>
      <del class="s-was">
        <span class="s-hide">{wasWord} </span>
        {was}
      </del>{' '}
      <ins class="s-is">
        <span class="s-hide">{isWord} </span>
        {is}
      </ins>
    </>
  )
}
