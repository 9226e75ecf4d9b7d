// The rules of the standard that a CSAF document is checked against, loaded when first needed.
// SPDX-License-Identifier: EUPL-1.2
import { findReservedCategory } from './category-rule.ts'
import { findCycles } from './cycle-rule.ts'
import { libraryRules, unexplained } from './library-rules.ts'
import { findUndefinedGroups, findUndefinedProducts } from './references-rule.ts'
import { findContradictions } from './remediation-rule.ts'
import { type CsafRule, type RuleFinding, remember } from './rule.ts'
import { findFormerScores, findWrongScores } from './rules/cvss4.ts'
import { isDateTime } from './rules/date-times.ts'
import { mandatoryRules21 } from './rules/index.ts'
import { addLaterProperties } from './schema-additions.ts'
import { inlineUniqueItems } from './unique-items.ts'

/** Rules by version. The library takes seconds to load, so a process that reads no CSAF never does. */
export const loadRules = {
  '2.0': remember(async () => {
    const [ajv, schema, mandatory] = await Promise.all([
      import('@secvisogram/csaf-validator-lib/lib/shared/csafAjv.js'),
      // Not the strict one: a property that 2.0 does not know makes no document invalid (6.2.20 is optional).
      import('@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js'),
      import('@secvisogram/csaf-validator-lib/mandatoryTests.js'),
    ])
    return [schemaRule(ajv.default, schema.default), ...sharedRules, ...libraryRules(mandatory, sharedRules)]
  }),
  '2.1': remember(async () => {
    const { default: ajv } = await import('@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv.js')
    // CVSS 4 scores are multiples of 0.1, and 5.3 / 0.1 is not quite 53; must stand before the tests compile.
    ajv.opts.multipleOfPrecision = 6
    // The library takes more than nine digits of a second for a mistake.
    ajv.addFormat('date-time', { type: 'string', validate: isDateTime })
    const [schema, mandatory] = await Promise.all([
      import('@secvisogram/csaf-validator-lib/csaf_2_1/schemaTests/csaf_2_1_strict/schema.js'),
      import('@secvisogram/csaf-validator-lib/csaf_2_1/mandatoryTests.js'),
    ])
    const own = [...sharedRules, ...rulesOf21, ...mandatoryRules21]
    const complete = addLaterProperties(schema.default)
    return [schemaRule(ajv, complete), ...own, ...libraryRules(mandatory, own).map(withCvss4)]
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

/** The library goes by an earlier schema of CVSS 4; what it says of 2.0 and 3.x stands. */
function withCvss4(rule: CsafRule): CsafRule {
  if (rule.id === '6.1.8') {
    return {
      ...rule,
      check: async (document) => [...(await rule.check(document)), ...findFormerScores(document)],
    }
  }
  if (rule.id !== '6.1.9') return rule
  const isOther = ({ instancePath }: RuleFinding) => !instancePath.includes('/cvss_v4')
  return {
    ...rule,
    check: async (document) => [
      ...(await rule.check(document)).filter(isOther),
      ...findWrongScores(document),
    ],
  }
}

function schemaRule(ajv: CsafSchemaCompiler, schema: Readonly<Record<string, unknown>>): CsafRule {
  // The library compiles the schema under its own name for an optional test, and no name may be taken twice.
  const validate = ajv.compile({ ...inlineUniqueItems(schema), $id: `${String(schema.$id)}&inlined` })
  return { id: 'schema', check: (document) => (validate(document) ? [] : (validate.errors ?? [unexplained])) }
}
