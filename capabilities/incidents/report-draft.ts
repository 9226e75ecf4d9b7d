// Makes the draft of a final report from the timeline: what happened in the order of time, in plain lines.
// SPDX-License-Identifier: EUPL-1.2

export interface Moment {
  readonly at: Date
  readonly text: string
}

/** Of a field of a filing; what is more is said to be left out, with its number. */
export const maxDraftCharacters = 6_000

/** One line for each moment, oldest first; `say` formats the time in the member's zone. */
export function draftOf(
  moments: readonly Moment[],
  say: { readonly time: (at: Date) => string; readonly leftOut: (count: number) => string },
): string {
  const lines = moments
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, text }) => `${say.time(at)}: ${text.replaceAll(/\s+/g, ' ').trim()}`)
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    if (length + line.length > maxDraftCharacters) break
    kept.push(line)
    length += line.length + 1
  }
  return kept.length === lines.length
    ? kept.join('\n')
    : [...kept, say.leftOut(lines.length - kept.length)].join('\n')
}
