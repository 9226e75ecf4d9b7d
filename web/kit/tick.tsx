// The box at the start of a row that takes part in bulk answers.
// SPDX-License-Identifier: EUPL-1.2

export interface TickProps {
  readonly name: string
  readonly value: string
  /** "Tick: InfuLine Gateway G4". */
  readonly label: string
  readonly checked?: boolean
}

export function Tick({ name, value, label, checked = false }: TickProps) {
  return (
    <span class="s-tickbox">
      <input class="s-tick" type="checkbox" name={name} value={value} checked={checked} aria-label={label} />
    </span>
  )
}
