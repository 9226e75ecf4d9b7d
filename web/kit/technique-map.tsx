// A map of techniques: one square each, filled where a rule can see it, hollow where the log is missing.
// SPDX-License-Identifier: EUPL-1.2
import { Key } from './key.tsx'

export interface TechniqueMapProps {
  /** In the order in which they are drawn; the same stand in a table beside the map. */
  readonly cells: readonly { readonly technique: string; readonly isCovered: boolean }[]
  readonly coveredLabel: string
  readonly blindLabel: string
}

const columns = 28
const step = 12
const side = 9

/** Hidden from assistive technology, which reads the table. */
export function TechniqueMap({ cells, coveredLabel, blindLabel }: TechniqueMapProps) {
  const height = Math.max(1, Math.ceil(cells.length / columns)) * step
  return (
    <div class="s-map">
      <Key
        entries={[
          { series: 'matched', label: coveredLabel },
          { series: 'silent', label: blindLabel },
        ]}
      />
      <svg
        class="s-map__svg"
        viewBox={`0 0 ${columns * step} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        {cells.map(({ technique, isCovered }, index) => (
          <rect
            key={technique}
            class={isCovered ? 'is-matched' : 'is-silent'}
            x={(index % columns) * step + 1.5}
            y={Math.floor(index / columns) * step + 1.5}
            width={side}
            height={side}
          >
            <title>{technique}</title>
          </rect>
        ))}
      </svg>
    </div>
  )
}
