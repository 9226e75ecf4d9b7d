// Facts that the profile of an organisation already holds, and what our rules compute from it.
// SPDX-License-Identifier: EUPL-1.2
import { entityClassOf, findOrganisation, type Organisation } from '../../organisations/index.ts'
import type { FactSource, FactValue } from '../fact-key.ts'
import type { LiveSource } from '../live-source.ts'
import type { Statement } from '../statement.ts'

export const profileFacts: LiveSource = async (scope, organisationId, now) => {
  const organisation = await findOrganisation(scope, organisationId)
  return organisation ? statementsOf(organisation, now) : []
}

export function statementsOf(organisation: Organisation, now: Date): readonly Statement[] {
  const { country, providerKind, employees, turnoverEuro, balanceSheetEuro } = organisation
  const entityClass = entityClassOf(organisation, now)
  return [
    said('org.country', country.toLowerCase(), 'profile', now),
    said('org.kind', providerKind, 'profile', now),
    said('org.employees', employees, 'profile', now),
    said('org.turnover', turnoverEuro, 'profile', now),
    said('org.balance-sheet', balanceSheetEuro, 'profile', now),
    said('org.size', houseSizeOf(organisation), 'rule', now),
    said('nis2.entity-class', computedClass(entityClass.computed.answer), 'rule', now),
    said(
      'nis2.entity-class',
      entityClass.designation?.entityClass ?? null,
      'authority',
      now,
      entityClass.designation?.source,
    ),
  ].filter((statement) => statement !== null)
}

const computedClass = (answer: string) => (answer === 'unknown' ? null : answer)

/** Which pack of measures fits: by kind first, by head count where the kind says little. Null: nobody said enough. */
export function houseSizeOf({
  providerKind,
  employees,
}: Pick<Organisation, 'providerKind' | 'employees'>): 'practice' | 'clinic' | 'hospital' | null {
  switch (providerKind) {
    case 'practice':
      return employees !== null && employees >= 50 ? 'clinic' : 'practice'
    case 'clinic':
      return employees !== null && employees >= 250 ? 'hospital' : 'clinic'
    case 'hospital':
    case 'university-hospital':
    case 'hospital-group':
      return 'hospital'
    default:
      if (employees === null) return null
      return employees < 50 ? 'practice' : employees < 250 ? 'clinic' : 'hospital'
  }
}

function said(
  key: string,
  value: FactValue | null,
  source: FactSource,
  now: Date,
  reference: string | null = null,
): Statement | null {
  if (value === null) return null
  return {
    key,
    keyVersion: 1,
    value,
    source,
    reference,
    asOf: now,
    confidence: source === 'rule' ? 'estimated' : 'stated',
    tlp: 'TLP:AMBER',
    recordedAt: null,
    recordedByName: null,
  }
}
