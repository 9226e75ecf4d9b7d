// Text of a foreign file as it stands, the faulty part marked; never our own words.
// SPDX-License-Identifier: EUPL-1.2

export interface RawTextProps {
  readonly text: string
  /** Character positions of the faulty part, end not included. */
  readonly faulty?: { readonly start: number; readonly end: number }
  /** "the part that cannot be read:", only heard, before the marked part. */
  readonly faultyWord?: string
}

const maxShownCharacters = 500

export function RawText({ text, faulty, faultyWord }: RawTextProps) {
  const shown = text.length > maxShownCharacters ? `${text.slice(0, maxShownCharacters)}…` : text
  if (!faulty || faulty.start >= shown.length || faulty.end <= faulty.start)
    return (
      <span class="s-raw" translate={false}>
        {shown}
      </span>
    )
  return (
    <span class="s-raw" translate={false}>
      {shown.slice(0, faulty.start)}
      <mark>
        {faultyWord && <span class="s-hide">{faultyWord} </span>}
        {shown.slice(faulty.start, faulty.end)}
      </mark>
      {shown.slice(faulty.end)}
    </span>
  )
}
