// A map of techniques: one square each, filled where a rule can see it, hatched where nobody knows, hollow where the log is missing.
// SPDX-License-Identifier: EUPL-1.2
import { Key, type Series } from './key.tsx'

export type TechniqueSeries = Extract<Series, 'matched' | 'unsure' | 'silent'>

export interface TechniqueMapProps {
  /** In the order in which they are drawn; the same stand in a table beside the map. */
  readonly cells: readonly { readonly technique: string; readonly series: TechniqueSeries }[]
  /** What the fillings stand for; those that occur. */
  readonly entries: readonly { readonly series: TechniqueSeries; readonly label: string }[]
}

const columns = 28
const step = 12
const side = 9

/** Hidden from assistive technology, which reads the table. */
export function TechniqueMap({ cells, entries }: TechniqueMapProps) {
  const height = Math.max(1, Math.ceil(cells.length / columns)) * step
  return (
    <div class="s-map">
      <Key entries={entries} />
      <svg
        class="s-map__svg"
        viewBox={`0 0 ${columns * step} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        {cells.map(({ technique, series }, index) => (
          <rect
            key={technique}
            class={`is-${series}`}
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
