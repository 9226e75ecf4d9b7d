// One finding as a person at a terminal reads it.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import { printable } from '../engine/printable.ts'

export function findingText({
  time,
  level,
  title,
  source,
  record,
  reason,
  asset,
  author,
  licence,
}: Finding): string {
  const who = [author && `by ${printable(author, 80)}`, licence && printable(licence, 40)]
    .filter(Boolean)
    .join(', ')
  const where = `${printable(source, 300)}, record ${record}${asset ? `, ${printable(asset, 80)}` : ''}`
  return `${time ?? 'no time'}  ${level.toUpperCase()}  ${printable(title)}\n  ${where}\n  ${reason}${who ? `\n  Rule ${who}` : ''}`
}
