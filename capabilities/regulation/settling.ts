// Of the facts that lack, the one to ask for: best the one whose every answer would settle the matter.
// SPDX-License-Identifier: EUPL-1.2
import type { CurrentFact, Decision, FactKey, Facts, FactValue } from '../facts/index.ts'

export interface ToAsk {
  readonly key: FactKey
  /** Whatever is answered, the matter is settled then; else it is a step towards it. */
  readonly settles: boolean
}

export interface Matter {
  readonly lacking: readonly string[]
  readonly decisions: readonly Decision[]
}

/** `answerWith`: the answer if these were the facts. Null where nothing that lacks can be asked. */
export function questionFor(
  { lacking, decisions }: Matter,
  facts: Facts,
  keys: ReadonlyMap<string, FactKey>,
  answerWith: (facts: Facts) => string,
): ToAsk | null {
  const known = lacking.flatMap((key) => keys.get(key) ?? [])
  const settling = known.find((key) => {
    const values = valuesOf(key, decisions)
    return values.length > 0 && values.every((value) => answerWith(given(facts, key, value)) !== 'unknown')
  })
  if (settling) return { key: settling, settles: true }
  const [first] = known
  return first ? { key: first, settles: false } : null
}

/** One value for each part of the domain that the tables tell apart. */
function valuesOf({ key, shape }: FactKey, decisions: readonly Decision[]): readonly FactValue[] {
  switch (shape.kind) {
    case 'answer':
      return ['yes', 'no']
    case 'choice':
      return shape.choices
    case 'several':
      return [[], ...shape.choices.map((choice) => [choice])]
    case 'number': {
      const bounds = decisions
        .flatMap(({ table }) => table.rows.flatMap(({ when }) => when[key] ?? []))
        .flatMap((cell) => [
          ...('from' in cell && cell.from !== undefined ? [cell.from] : []),
          ...('below' in cell && cell.below !== undefined ? [cell.below] : []),
        ])
      return [shape.min, shape.max, ...bounds.flatMap((bound) => [bound - 1, bound])]
    }
  }
}

function given(facts: Facts, key: FactKey, value: FactValue): Facts {
  const fact: CurrentFact = {
    key: key.key,
    keyVersion: key.version,
    value,
    source: 'answer',
    reference: null,
    asOf: new Date(0),
    confidence: 'stated',
    tlp: 'TLP:AMBER+STRICT',
    recordedAt: null,
    recordedByName: null,
    isOld: false,
    beside: [],
  }
  return (name) => (name === key.key ? fact : facts(name))
}
