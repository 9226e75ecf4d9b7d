// Checks a CycloneDX document in XML against the published XSD of its version.
// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises'
import type { XsdValidator } from 'libxml2-wasm'
import type { Fault } from '../fault/index.ts'
import { quote } from '../inventory/quote.ts'
import type { CycloneDxVersion } from './bom.ts'
import { schemaFile } from './schema-files.ts'

const maxFaults = 20
/** The XSDs import this one by its name; it is handed over from memory, never fetched. */
const imported = 'spdx.SNAPSHOT.xsd'
const memoryFolder = 'cyclonedx-schemas'
const compiled = new Map<CycloneDxVersion, Promise<XsdValidator>>()
type LibXml = typeof import('libxml2-wasm')
let library: Promise<LibXml> | null = null

/** The bytes have been read by `readXml` before, so they hold no DOCTYPE and are bounded in depth. */
export async function findXsdFaults(bytes: Uint8Array, version: CycloneDxVersion): Promise<Fault[]> {
  library ??= loadLibrary()
  const libxml = await library
  let schema = compiled.get(version)
  if (schema === undefined) {
    schema = compileSchema(libxml, version)
    compiled.set(version, schema)
  }
  const validator = await schema
  try {
    const document = libxml.XmlDocument.fromBuffer(bytes, { option: optionsOf(libxml) })
    try {
      validator.validate(document)
    } finally {
      document.dispose()
    }
    return []
  } catch (error) {
    if (error instanceof libxml.XmlLibError) return toFaults(error)
    throw error
  }
}

async function loadLibrary(): Promise<LibXml> {
  const libxml = await import('libxml2-wasm')
  const spdx = await readFile(schemaFile(imported))
  libxml.xmlRegisterInputProvider(
    new libxml.XmlBufferInputProvider({ [`${memoryFolder}/${imported}`]: spdx }),
  )
  return libxml
}

async function compileSchema(libxml: LibXml, version: CycloneDxVersion): Promise<XsdValidator> {
  const name = `bom-${version}.SNAPSHOT.xsd`
  const document = libxml.XmlDocument.fromBuffer(await readFile(schemaFile(name)), {
    url: `${memoryFolder}/${name}`,
    option: optionsOf(libxml),
  })
  try {
    return libxml.XsdValidator.fromDoc(document)
  } finally {
    document.dispose()
  }
}

function optionsOf(libxml: LibXml): number {
  return libxml.ParseOption.XML_PARSE_NONET | libxml.ParseOption.XML_PARSE_NO_XXE
}

function toFaults(error: InstanceType<LibXml['XmlLibError']>): Fault[] {
  const details = error.details.length > 0 ? error.details : [{ message: error.message, line: 1 }]
  return details.slice(0, maxFaults).map(({ message, line }) => ({
    code: 'cyclonedx/schema',
    place: `line ${line}`,
    detail: `The document breaks the CycloneDX schema: ${quote(message.replaceAll(/\{[^}]{0,80}\}/g, '').trim(), 160)}`,
    remedy:
      'Have the program that made the document correct it, or export it in another version of CycloneDX.',
  }))
}
