// Reads logs of Zeek in JSON.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields } from '../event/event.ts'
import { at, flatten, type JsonObject, textAt } from './json-values.ts'
import { instantOfEpoch, instantOfIso } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import type { LineReading } from './record.ts'
import { zeekService, zeekSource } from './zeek.ts'

/** The writer adds `_path` where logs share a file; else the name of the file says which log it is. */
export function readZeekJson(record: JsonObject, { source, timeZone }: ReadingContext): LineReading {
  const time = textAt(record, 'ts')
  const path = textAt(record, '_path')
  const isZeek = path !== null || at(record, 'uid') !== undefined || at(record, 'fuid') !== undefined
  if (time === null || !isZeek) return null
  const fields = emptyFields()
  flatten(record, '', fields)
  const isEpoch = /^\d{9,10}(?:\.\d{1,9})?$/.test(time)
  const instant = isEpoch ? instantOfEpoch(Number(time)) : instantOfIso(time, timeZone ?? 'UTC')
  return { at: instant, logSource: zeekSource(path ?? zeekService(source)), fields, raw: null }
}
