// The optional, recommended and informative tests of the standard; a finding is advice and makes no document invalid.
// SPDX-License-Identifier: EUPL-1.2
import { libraryRules } from './library-rules.ts'
import { type CsafAdvice, remember } from './rule.ts'
import { adviceRules21 } from './rules/index.ts'

/** Tests of section 6.2 and 6.3 by version, loaded when first needed. */
export const loadAdvice = {
  '2.0': remember(async () => {
    const [optional, informative] = await Promise.all([
      import('@secvisogram/csaf-validator-lib/optionalTests.js'),
      import('@secvisogram/csaf-validator-lib/informativeTests.js'),
    ])
    return withoutNetwork(libraryRules({ ...optional, ...informative }, []))
  }),
  '2.1': remember(async () => {
    const [recommended, informative] = await Promise.all([
      import('@secvisogram/csaf-validator-lib/csaf_2_1/recommendedTests.js'),
      import('@secvisogram/csaf-validator-lib/csaf_2_1/informativeTests.js'),
    ])
    return withoutNetwork([
      ...adviceRules21,
      ...libraryRules({ ...recommended, ...informative }, adviceRules21),
    ])
  }),
}

/** 6.3.6 and 6.3.7 fetch addresses that a document names, 6.3.8 starts a spell checker; a reader does neither. */
const reachingOutside = new Set(['6.3.6', '6.3.7', '6.3.8'])

function withoutNetwork(rules: readonly CsafAdvice[]): readonly CsafAdvice[] {
  return rules.filter(({ id }) => !reachingOutside.has(id))
}
