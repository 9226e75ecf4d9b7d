// Checks a CycloneDX document in JSON against the published schema of its version, the strict one where there is one.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import { Ajv, type ErrorObject } from 'ajv'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { Fault } from '../fault/index.ts'
import { quote } from '../inventory/quote.ts'
import type { CycloneDxVersion } from './bom.ts'
import { schemaFile } from './schema-files.ts'
import { openUniqueness } from './unique.ts'

const maxFaults = 20
const sharedSchemas = ['spdx', 'jsf-0.82', 'cryptography-defs']
type Check = (document: unknown) => readonly ErrorObject[]

const compiled = new Map<CycloneDxVersion, Promise<Check>>()

/** Empty when the document is valid. */
export async function findSchemaFaults(document: unknown, version: CycloneDxVersion): Promise<Fault[]> {
  let check = compiled.get(version)
  if (check === undefined) {
    check = compileSchema(version)
    compiled.set(version, check)
  }
  const findErrors = await check
  return mostTelling(findErrors(document)).slice(0, maxFaults).map(toFault)
}

async function compileSchema(version: CycloneDxVersion): Promise<Check> {
  let entriesDiffer = openUniqueness()
  const ajv = new Ajv({ strict: false, validateFormats: true, formats: schemaFormats, addUsedSchema: false })
  ajv.removeKeyword('uniqueItems')
  ajv.addKeyword({
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    validate: (wanted: boolean, entries: unknown[]) => !wanted || entriesDiffer(entries),
  })
  for (const shared of sharedSchemas) {
    const file = `${shared}.SNAPSHOT.schema.json`
    ajv.addSchema(await readSchema(file), `http://cyclonedx.org/schema/${file}`)
  }
  const variant = version === '1.2' || version === '1.3' ? '-strict' : ''
  const isValid = ajv.compile(await readSchema(`bom-${version}${variant}.SNAPSHOT.schema.json`))
  return (document) => {
    entriesDiffer = openUniqueness()
    const errors = isValid(document) ? [] : (isValid.errors ?? [])
    // What was learnt about this document is not kept until the next one.
    entriesDiffer = openUniqueness()
    return errors
  }
}

async function readSchema(file: string): Promise<Record<string, unknown>> {
  // The schemas are part of the installed library, not foreign input.
  return JSON.parse(await readFile(schemaFile(file), 'utf8')) as Record<string, unknown>
}

const schemaFormats = {
  'date-time': fullFormats['date-time'],
  date: fullFormats.date,
  uri: (text: string) => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text) && hasIriSigns(text),
  // Addresses decide nothing here, and Maven leaves `\${project.artifactId}` in those of well-made documents.
  'iri-reference': () => true,
  'idn-email': isEmail,
}

/** RFC 3987: any letters, but no blanks, brackets or quotation marks, and `%` only before two hex digits. */
function hasIriSigns(text: string): boolean {
  return !/[\p{Cc} "<>\\^`{|}]/u.test(text) && !/%(?![0-9A-Fa-f]{2})/.test(text)
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  return at > 0 && at < text.length - 1 && !/[\p{Cc} ]/u.test(text)
}

/** Of the errors of alternatives only the deepest say what is really wrong. */
function mostTelling(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const deepest = Math.max(...errors.map((error) => depthOf(error)))
  const telling = errors.filter((error) => depthOf(error) === deepest)
  const plain = telling.filter((error) => !['anyOf', 'oneOf', 'if', 'not'].includes(error.keyword))
  return plain.length > 0 ? plain : telling
}

function depthOf(error: ErrorObject): number {
  return error.instancePath.split('/').length
}

function toFault(error: ErrorObject): Fault {
  return {
    code: 'cyclonedx/schema',
    place: quote(error.instancePath),
    detail: `The document breaks the CycloneDX schema: ${quote(`${error.message ?? error.keyword}${extraOf(error)}`, 160)}.`,
    remedy:
      'Have the program that made the document correct it, or export it in another version of CycloneDX.',
  }
}

function extraOf(error: ErrorObject): string {
  const params: Record<string, unknown> = error.params
  if (typeof params.additionalProperty === 'string') return ` "${params.additionalProperty}"`
  return Array.isArray(params.allowedValues) ? `: ${params.allowedValues.slice(0, 8).join(', ')}` : ''
}
