// The tests of CSAF 2.1 that we do ourselves, because the library lacks them or follows an earlier draft.
// SPDX-License-Identifier: EUPL-1.2
import type { CsafAdvice, CsafRule } from '../rule.ts'
import { branchRules } from './branches.ts'
import { cvssAdvice } from './cvss-advice.ts'
import { cweAdvice } from './cwe-advice.ts'
import { dateTimeRules } from './date-times.ts'
import { extensionAdvice, extensionRules } from './extensions.ts'
import { helperAdvice } from './helper-advice.ts'
import { idAdvice } from './id-advice.ts'
import { instantAdvice } from './instant-advice.ts'
import { instantRules } from './instants.ts'
import { licenseAdvice, licenseRules } from './licenses.ts'
import { productAdvice } from './product-advice.ts'
import { profileAdvice } from './profile-advice.ts'
import { profileRules } from './profiles.ts'
import { purlRules } from './purls.ts'
import { overlapAdvice } from './range-overlaps.ts'
import { rangeAdvice, rangeRules } from './ranges.ts'
import { severityAdvice, severityRules } from './severity.ts'
import { ssvcAdvice, ssvcRules } from './ssvc.ts'
import { starRules } from './stars.ts'

export const mandatoryRules21: readonly CsafRule[] = [
  ...profileRules,
  ...dateTimeRules,
  ...purlRules,
  ...starRules,
  ...ssvcRules,
  ...instantRules,
  ...rangeRules,
  ...licenseRules,
  ...severityRules,
  ...branchRules,
  ...extensionRules,
]

export const adviceRules21: readonly CsafAdvice[] = [
  ...ssvcAdvice,
  ...licenseAdvice,
  ...severityAdvice,
  ...rangeAdvice,
  ...overlapAdvice,
  ...cvssAdvice,
  ...cweAdvice,
  ...extensionAdvice,
  ...helperAdvice,
  ...idAdvice,
  ...instantAdvice,
  ...productAdvice,
  ...profileAdvice,
]
