// Reads one entry of a selection, "Field|modifier|modifier: values", into tests.
// SPDX-License-Identifier: EUPL-1.2
import { readNetwork } from './addresses.ts'
import {
  both,
  type Expression,
  type Order,
  type Test,
  type TextRelation,
  type TimePart,
  timeParts,
} from './expression.ts'
import { ruleLimits } from './limits.ts'
import type { Plain } from './plain.ts'
import { parseRegex } from './regex/parse.ts'
import { programOf } from './regex/program.ts'
import { RegexFault } from './regex/reader.ts'
import { type Placeholders, textVariantsOf } from './values.ts'
import { literalOf, textTest, withRelation } from './wildcards.ts'

export class DetectionFault extends Error {
  readonly place: string
  constructor(message: string, place: string) {
    super(message)
    this.place = place
  }
}

/** What a rule may still ask for; its entries share it. */
export interface Budget {
  values: number
  units: number
}

export interface Entry {
  /** null: a keyword, looked for in the whole event. */
  readonly field: string | null
  readonly modifiers: readonly string[]
  readonly values: readonly Plain[]
  readonly place: string
  readonly budget: Budget
}

const relations: readonly string[] = ['contains', 'startswith', 'endswith']
const encodings: readonly string[] = ['base64', 'base64offset', 'wide', 'utf16', 'utf16le', 'utf16be']
const orders: readonly string[] = ['lt', 'lte', 'gt', 'gte']
const known = new Set<string>([
  ...relations,
  ...encodings,
  ...orders,
  ...timeParts,
  ...['all', 'cased', 'exists', 'neq', 'windash', 're', 'i', 'm', 's', 'cidr', 'expand', 'fieldref'],
])

/** What all modifiers of an entry say together; every value is tested the same way. */
interface Plan {
  readonly relation: TextRelation | null
  readonly order: Order | null
  readonly timePart: TimePart | null
  readonly kind: 'text' | 're' | 'cidr' | 'exists' | 'fieldref'
  readonly has: (modifier: string) => boolean
}

export function readEntry(entry: Entry, placeholders: Placeholders): Expression {
  const fault = (message: string) => new DetectionFault(message, entry.place)
  const unknown = entry.modifiers.find((modifier) => !known.has(modifier))
  if (unknown !== undefined) throw fault(`the modifier "${unknown.slice(0, 40)}" is not one of Sigma 2.1`)
  const plan = planOf(entry, fault)
  if (entry.values.length === 0) throw fault('no value')
  const tests = entry.values.map((value) => {
    const variants = testsOf(value, entry, plan, placeholders, fault)
    spend(entry.budget, variants, fault)
    return variants
  })
  const each = tests.map((variants) =>
    both(
      'or',
      variants.map((test) => testExpression(entry.field, test, fault)),
    ),
  )
  const joined = both(plan.has('all') ? 'and' : 'or', each)
  // Different from every value: an absent field is different too.
  return plan.has('neq') ? { kind: 'not', of: joined } : joined
}

function spend(budget: Budget, tests: readonly Test[], fault: (message: string) => DetectionFault): void {
  budget.values -= tests.length
  for (const test of tests) budget.units -= test.kind === 'text' ? test.text.length : 0
  if (budget.values < 0)
    throw fault(`more than ${ruleLimits.maxValues} values in one rule, with their variants`)
  if (budget.units < 0)
    throw fault(
      `values of more than ${ruleLimits.maxUnitsOfRule} characters in one rule, with their variants`,
    )
}

function planOf(entry: Entry, fault: (message: string) => DetectionFault): Plan {
  const { modifiers } = entry
  const has = (modifier: string) => modifiers.includes(modifier)
  const one = (names: readonly string[], what: string) => {
    const found = modifiers.filter((modifier) => names.includes(modifier))
    if (found.length > 1) throw fault(`${what}: ${found.join(' and ')} exclude each other`)
    return found[0] ?? null
  }
  const kind = one(['re', 'cidr', 'exists', 'fieldref'], 'modifiers') ?? 'text'
  if (kind !== 're' && (has('i') || has('m') || has('s'))) throw fault('i, m and s belong to "re"')
  const plan: Plan = {
    relation: one(relations, 'relations') as TextRelation | null,
    order: one(orders, 'orders') as Order | null,
    timePart: one(timeParts, 'parts of time') as TimePart | null,
    kind: kind as Plan['kind'],
    has,
  }
  if (plan.kind === 're' && (plan.relation || plan.order)) throw fault('"re" stands without a relation')
  if (plan.order && (plan.relation || plan.kind !== 'text'))
    throw fault(`"${plan.order}" compares numbers only`)
  if (
    entry.field === null &&
    (plan.order || plan.timePart || plan.kind === 'exists' || plan.kind === 'fieldref')
  )
    throw fault('a keyword has no field to compare')
  return plan
}

function testExpression(
  field: string | null,
  test: Test,
  fault: (message: string) => DetectionFault,
): Expression {
  if (field !== null) return { kind: 'field', field, test }
  if (test.kind === 'null') throw fault('a keyword without text')
  if (test.kind === 'text' && test.text === '') throw fault('an empty keyword, which is in every event')
  // A keyword is looked for within the event's words.
  return {
    kind: 'keyword',
    test: test.kind === 'text' && test.relation === 'equals' ? { ...test, relation: 'contains' } : test,
  }
}

function testsOf(
  value: Plain,
  entry: Entry,
  plan: Plan,
  placeholders: Placeholders,
  fault: (message: string) => DetectionFault,
): readonly Test[] {
  if (typeof value === 'object' && value !== null) throw fault('a list or map where a value is expected')
  if (typeof value === 'string' && value.length > ruleLimits.maxValueUnits)
    throw fault(`a value longer than ${ruleLimits.maxValueUnits} characters`)
  if (plan.kind === 'exists') {
    if (typeof value !== 'boolean') throw fault('"exists" takes true or false')
    return [{ kind: 'exists', exists: value }]
  }
  if (plan.timePart || plan.order) return [numberTest(value, plan, fault)]
  if (value === null) {
    if (plan.relation !== null || plan.kind !== 'text') throw fault('null with a modifier')
    return [{ kind: 'null' }]
  }
  if (plan.kind === 'fieldref')
    return [
      {
        kind: 'fieldref',
        relation: plan.relation ?? 'equals',
        other: String(value).replaceAll(' ', ''),
        cased: plan.has('cased'),
      },
    ]
  if (plan.kind === 'text') return textTests(String(value), entry, plan, placeholders, fault)
  const texts = plan.has('expand')
    ? textVariantsOf(String(value), entry.modifiers, placeholders, fault)
    : null
  const plain = texts ? texts.map((pieces) => literalOf(pieces) ?? '') : [String(value)]
  return plain.map((text) => (plan.kind === 're' ? regexTest(text, plan, fault) : cidrTest(text, fault)))
}

function textTests(
  text: string,
  entry: Entry,
  plan: Plan,
  placeholders: Placeholders,
  fault: (message: string) => DetectionFault,
): readonly Test[] {
  // Base64 tells the cases apart, so that a changed case would be another text.
  const cased = plan.has('cased') || plan.has('base64') || plan.has('base64offset')
  const relation = plan.relation ?? (plan.has('base64offset') ? 'contains' : null)
  return textVariantsOf(text, entry.modifiers, placeholders, fault).map((pieces) =>
    textTest(relation ? withRelation(pieces, relation) : pieces, cased),
  )
}

function numberTest(value: Plain, plan: Plan, fault: (message: string) => DetectionFault): Test {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : Number.NaN
  if (!Number.isFinite(number)) throw fault('a number is expected')
  const order = plan.order ?? 'eq'
  return plan.timePart
    ? { kind: 'time', part: plan.timePart, order, value: number }
    : { kind: 'number', order, value: number }
}

function cidrTest(text: string, fault: (message: string) => DetectionFault): Test {
  if (readNetwork(text) === null) throw fault(`"${text.slice(0, 60)}" is no network such as 10.0.0.0/8`)
  return { kind: 'cidr', text: text.trim() }
}

function regexTest(text: string, plan: Plan, fault: (message: string) => DetectionFault): Test {
  try {
    const flags = { ignoreCase: plan.has('i'), multiLine: plan.has('m'), dotAll: plan.has('s') }
    const node = parseRegex(text, flags)
    programOf(node)
    return { kind: 'pattern', source: text, node, folded: false }
  } catch (error) {
    if (error instanceof RegexFault) throw fault(`the regular expression has ${error.message}`)
    throw error
  }
}
