// Typed access to parts of a FHIR resource; what has another type counts as absent.
// SPDX-License-Identifier: EUPL-1.2

export type FhirObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is FhirObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

export function textAt(source: FhirObject | null, key: string): string | null {
  const value = source !== null && Object.hasOwn(source, key) ? source[key] : null
  return typeof value === 'string' ? value.trim() || null : null
}

export function objectAt(source: FhirObject | null, key: string): FhirObject | null {
  const value = source !== null && Object.hasOwn(source, key) ? source[key] : null
  return isObject(value) ? value : null
}

export function objectsAt(source: FhirObject | null, key: string): FhirObject[] {
  const value = source !== null && Object.hasOwn(source, key) ? source[key] : null
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** What a CodeableConcept says in words: its text, else the display of a coding. */
export function conceptText(concept: FhirObject | null): string | null {
  const displays = objectsAt(concept, 'coding').map((coding) => textAt(coding, 'display'))
  return textAt(concept, 'text') ?? displays.find((display) => display !== null) ?? null
}
