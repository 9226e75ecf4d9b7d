// Dated rules on the size at which a healthcare provider becomes an essential or important entity.
// SPDX-License-Identifier: EUPL-1.2

export interface EntityClassRule {
  readonly id: string
  readonly source: string
  readonly articles: readonly string[]
  /** First day on which the rule applies, and the last, or null while it does. */
  readonly validFrom: string
  readonly validTo: string | null
  /** Who compared the rule with the text of the law, and when; null is shown as unverified. */
  readonly verifiedBy: string | null
  /** Where the directive applies; elsewhere this rule answers unknown. */
  readonly countries: readonly string[]
  readonly large: SizeThreshold
  readonly medium: SizeThreshold
}

/** Reached by the head count, or by both figures of money together (Recommendation 2003/361/EC, Annex, Art. 2). */
export interface SizeThreshold {
  readonly employeesFrom: number
  readonly turnoverEuroAbove: number
  readonly balanceSheetEuroAbove: number
}

const memberStates = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
  ' ',
)

export const entityClassRules: readonly EntityClassRule[] = [
  {
    id: 'nis2-health-size',
    source: 'Directive (EU) 2022/2555',
    articles: [
      'Art. 2(1)',
      'Art. 3(1)(a)',
      'Art. 3(2)',
      'Annex I, sector 5',
      'Recommendation 2003/361/EC, Annex, Art. 2',
    ],
    validFrom: '2024-10-18',
    validTo: null,
    verifiedBy: null,
    countries: memberStates,
    large: { employeesFrom: 250, turnoverEuroAbove: 50_000_000, balanceSheetEuroAbove: 43_000_000 },
    medium: { employeesFrom: 50, turnoverEuroAbove: 10_000_000, balanceSheetEuroAbove: 10_000_000 },
  },
]

export function entityClassRuleOn(
  day: string,
  rules: readonly EntityClassRule[] = entityClassRules,
): EntityClassRule | null {
  return rules.find((rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo)) ?? null
}
