// CSAF 2.1, 6.1.26: a category of one's own does not look like one of the standard's profiles.
// SPDX-License-Identifier: EUPL-1.2
import type { RuleFinding } from './rule.ts'

const profiles = [
  'csaf_base',
  'csaf_security_incident_response',
  'csaf_informational_advisory',
  'csaf_security_advisory',
  'csaf_vex',
  'csaf_deprecated_security_advisory',
  'csaf_withdrawn',
  'csaf_superseded',
]
const bareProfiles = new Set(profiles.filter((profile) => profile !== 'csaf_base').map(bareName))

/** The library knows the profiles of 2.0 only, and so refuses every withdrawn or superseded advisory. */
export function findReservedCategory(document: unknown): RuleFinding[] {
  const category = at(at(document, 'document'), 'category')
  if (typeof category !== 'string' || profiles.includes(category)) return []
  const instancePath = '/document/category'
  if (category.toLowerCase().startsWith('csaf_')) {
    return [{ instancePath, message: 'only the profiles of the standard start with "csaf_"' }]
  }
  if (!bareProfiles.has(bareName(category))) return []
  return [{ instancePath, message: 'this category can be mistaken for a profile of the standard' }]
}

function bareName(category: string): string {
  return category
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '')
    .replace(/^csaf/, '')
}

function at(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}
