// The scopes in which published advisories may be read, and JSON as the database takes it.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'

export type ReadingScope = MemberScope | CentreScope | EngineScope

/** JSON columns take neither NUL nor half a surrogate pair, which foreign texts may hold. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  // Only where such an escape seems to occur is the slower way needed.
  return /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.stringify(value, (_key, part) => storable(part)) : text
}

export function storableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '')
}

function storable(part: unknown): unknown {
  return typeof part === 'string' ? storableText(part) : part
}
