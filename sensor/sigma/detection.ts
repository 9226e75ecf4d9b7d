// Reads the selections and the condition of a detection or a filter into one expression.
// SPDX-License-Identifier: EUPL-1.2
import { ConditionFault, readCondition } from './condition.ts'
import { both, type Expression } from './expression.ts'
import { ruleLimits } from './limits.ts'
import { type Budget, DetectionFault, readEntry } from './modifiers.ts'
import type { Plain, PlainMap } from './plain.ts'
import type { Placeholders } from './values.ts'

/** Keys beside the selections. */
const notSelections = new Set(['condition', 'timeframe', 'rules'])

export function readDetection(detection: Plain, place: string, placeholders: Placeholders): Expression {
  if (!(detection instanceof Map)) throw new DetectionFault('a map of selections is expected', place)
  const map: PlainMap = detection
  if (map.has('timeframe'))
    throw new DetectionFault(
      '"timeframe", which Sigma 2 has replaced by correlation rules',
      `${place}/timeframe`,
    )
  countValues(detection, place)
  const context: Context = {
    placeholders,
    budget: { values: ruleLimits.maxValues, units: ruleLimits.maxUnitsOfRule },
  }
  const selections = new Map<string, Expression>()
  for (const [name, value] of map)
    if (!notSelections.has(name)) selections.set(name, readSelection(value, `${place}/${name}`, context))
  return conditionOf(map.get('condition') ?? null, `${place}/condition`, selections)
}

interface Context {
  readonly placeholders: Placeholders
  readonly budget: Budget
}

/** A list of conditions asks for any of them. */
function conditionOf(value: Plain, place: string, selections: ReadonlyMap<string, Expression>): Expression {
  const texts = Array.isArray(value) ? value : [value]
  if (texts.length === 0 || !texts.every((text): text is string => typeof text === 'string'))
    throw new DetectionFault('a condition is expected', place)
  try {
    return both(
      'or',
      texts.map((text) => readCondition(text, selections)),
    )
  } catch (error) {
    if (error instanceof ConditionFault) throw new DetectionFault(`the condition has ${error.message}`, place)
    throw error
  }
}

/** A map asks for all its entries; a list for any of its items; a bare value is a keyword. */
function readSelection(value: Plain, place: string, context: Context): Expression {
  if (value instanceof Map) {
    if (value.size === 0) throw new DetectionFault('an empty selection', place)
    return both(
      'and',
      [...(value as PlainMap)].map(([key, values]) => readKeyed(key, values, place, context)),
    )
  }
  if (Array.isArray(value)) {
    if (value.length === 0) throw new DetectionFault('an empty selection', place)
    return both(
      'or',
      value.map((item: Plain, at) => readSelection(item, `${place}/${at}`, context)),
    )
  }
  const { placeholders, budget } = context
  return readEntry({ field: null, modifiers: [], values: [value], place, budget }, placeholders)
}

function readKeyed(key: string, value: Plain, place: string, { placeholders, budget }: Context): Expression {
  const [name = '', ...modifiers] = key.split('|')
  // The taxonomy strips blanks from field names ("Source Name").
  const field = name.replaceAll(' ', '')
  const values = Array.isArray(value) ? value : [value]
  return readEntry(
    { field: field === '' ? null : field, modifiers, values, place: `${place}/${key.slice(0, 80)}`, budget },
    placeholders,
  )
}

function countValues(detection: Plain, place: string): void {
  let count = 0
  const look = (value: Plain): void => {
    if (++count > ruleLimits.maxValues)
      throw new DetectionFault(`more than ${ruleLimits.maxValues} values in one rule`, place)
    if (value instanceof Map) for (const item of value.values()) look(item as Plain)
    else if (Array.isArray(value)) for (const item of value) look(item as Plain)
  }
  look(detection)
}
