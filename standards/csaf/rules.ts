// The rules of the standard that a CSAF document is checked against, loaded when first needed.
// SPDX-License-Identifier: EUPL-1.2
import { findReservedCategory } from './category-rule.ts'
import { findCycles } from './cycle-rule.ts'
import { findUndefinedGroups, findUndefinedProducts } from './references-rule.ts'
import { findContradictions } from './remediation-rule.ts'
import { withOrderedRevisions } from './revision-order.ts'
import { addLaterProperties } from './schema-additions.ts'
import { inlineUniqueItems } from './unique-items.ts'

export interface RuleFinding {
  readonly instancePath: string
  readonly message?: string
}

/** One test of the standard; no findings means that the document passes. */
export interface CsafRule {
  /** `schema`, `6.1.1`, `6.1.27.3`. */
  readonly id: string
  readonly check: (document: unknown) => readonly RuleFinding[] | Promise<readonly RuleFinding[]>
}

/** Rules by version. The library takes seconds to load, so a process that reads no CSAF never does. */
export const loadRules = {
  '2.0': remember(async () => {
    const [ajv, schema, mandatory] = await Promise.all([
      import('@secvisogram/csaf-validator-lib/lib/shared/csafAjv.js'),
      import('@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0_strict/schema.js'),
      import('@secvisogram/csaf-validator-lib/mandatoryTests.js'),
    ])
    return [schemaRule(ajv.default, schema.default), ...sharedRules, ...libraryRules(mandatory, sharedRules)]
  }),
  '2.1': remember(async () => {
    const { default: ajv } = await import('@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv.js')
    // CVSS 4 scores are multiples of 0.1, and 5.3 / 0.1 is not quite 53; must stand before the tests compile.
    ajv.opts.multipleOfPrecision = 6
    const [schema, mandatory] = await Promise.all([
      import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests/csaf_2_1_strict/schema.js'),
      import('@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js'),
    ])
    const own = [...sharedRules, ...rulesOf21]
    const complete = addLaterProperties(schema.default)
    return [schemaRule(ajv, complete), ...own, ...libraryRules(mandatory, own)]
  }),
}

/** Tests whose time grows with the square of the document, or worse, in the library. */
const sharedRules: readonly CsafRule[] = [
  { id: '6.1.1', check: findUndefinedProducts },
  { id: '6.1.3', check: findCycles },
  { id: '6.1.4', check: findUndefinedGroups },
]

/** Tests that the library does by an earlier draft, or too slowly. */
const rulesOf21: readonly CsafRule[] = [
  { id: '6.1.26', check: findReservedCategory },
  { id: '6.1.36', check: findContradictions },
]

function remember(load: () => Promise<readonly CsafRule[]>): () => Promise<readonly CsafRule[]> {
  let rules: Promise<readonly CsafRule[]> | null = null
  return () => {
    rules ??= load()
    return rules
  }
}

function schemaRule(ajv: CsafSchemaCompiler, schema: Readonly<Record<string, unknown>>): CsafRule {
  const validate = ajv.compile(inlineUniqueItems(schema))
  return { id: 'schema', check: (document) => (validate(document) ? [] : (validate.errors ?? [unexplained])) }
}

const unexplained: RuleFinding = { instancePath: '', message: 'the document does not comply' }

interface LibraryResult {
  readonly isValid?: boolean
  readonly errors?: readonly RuleFinding[]
}

type LibraryTest = (document: unknown) => LibraryResult | Promise<LibraryResult>

function libraryRules(mandatory: Readonly<Record<string, unknown>>, own: readonly CsafRule[]): CsafRule[] {
  return Object.entries(mandatory).flatMap(([name, test]) => {
    const id = name.replace('mandatoryTest_', '').replaceAll('_', '.')
    if (!isLibraryTest(test) || own.some((rule) => rule.id === id)) return []
    const prepare = id === '6.1.21' ? withOrderedRevisions : (document: unknown) => document
    return [{ id, check: async (document) => findingsOf(await test(prepare(document))) }]
  })
}

function isLibraryTest(candidate: unknown): candidate is LibraryTest {
  return typeof candidate === 'function'
}

function findingsOf({ isValid = true, errors = [] }: LibraryResult): readonly RuleFinding[] {
  if (isValid) return []
  return errors.length > 0 ? errors : [unexplained]
}
