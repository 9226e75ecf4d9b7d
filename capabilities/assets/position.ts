// Where the last page of the list ended, as it stands in an address.
// SPDX-License-Identifier: EUPL-1.2

export interface AssetPosition {
  readonly title: string
  readonly id: number
}

export function writePosition(position: AssetPosition): string {
  return `${position.id}-${position.title}`
}

/** Null for what nobody was given: the list then begins at its start. */
export function readPosition(text: string | undefined): AssetPosition | null {
  const parts = /^(\d{1,15})-([\s\S]*)$/.exec(text ?? '')
  const [, id, title] = parts ?? []
  return id === undefined || title === undefined
    ? null
    : { id: Number(id), title: title.replaceAll('\0', '').toWellFormed() }
}
