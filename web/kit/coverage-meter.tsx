// How much of an inventory can be watched: the sentence above, the next step below.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { Key } from './key.tsx'
import { shareOut, widthClass } from './width.ts'

export interface CoverageMeterProps {
  readonly matched: number
  readonly unmatched: number
  /** The sentence with both figures. */
  readonly say: ComponentChildren
  readonly matchedLabel: string
  readonly unmatchedLabel: string
  /** Reason line and next step. */
  readonly children?: ComponentChildren
}

export function CoverageMeter({
  matched,
  unmatched,
  say,
  matchedLabel,
  unmatchedLabel,
  children,
}: CoverageMeterProps) {
  const [share = 0] = shareOut([matched, unmatched])
  return (
    <div class="s-stack">
      <p class="s-cover__say">{say}</p>
      <div class="s-cover__bar" aria-hidden="true">
        <span class={`s-cover__yes ${widthClass(share)}`} />
        {unmatched > 0 && <span class="s-cover__no" />}
      </div>
      <Key
        entries={[
          { series: 'matched', label: matchedLabel },
          { series: 'unmatched', label: unmatchedLabel },
        ]}
      />
      {children}
    </div>
  )
}
