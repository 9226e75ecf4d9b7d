// Turns one vulnerability of a CycloneDX VEX, with its affected products and versions, into statements.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus, StatedVersion, Statement } from '../advisory/advisory.ts'
import { readVersionText } from '../advisory/version-text.ts'
import { type JsonNode, objectsAt, textAt } from '../json/index.ts'
import type { Analysis } from './vex-analysis.ts'
import type { VexSubject, VexSubjects } from './vex-subjects.ts'

export function readVexStatements(
  vulnerability: JsonNode,
  key: string,
  analysis: Analysis,
  subjects: VexSubjects,
): readonly Statement[] {
  const affects = objectsAt(vulnerability, 'affects')
  if (affects.length === 0) reportNothing(vulnerability)
  return affects.flatMap((affect) => {
    const ref = textAt(affect, 'ref')
    const subject = ref === null ? reportRef(affect) : subjects.find(ref, affect)
    if (subject === null) return []
    return versionsOf(affect, subject, analysis).flatMap((stated) =>
      statementsOf(subject, stated, key, analysis),
    )
  })
}

interface StatedEntry {
  readonly pointer: string
  readonly version: StatedVersion
  readonly status: ProductStatus
}

function versionsOf(affect: JsonNode, subject: VexSubject, analysis: Analysis): readonly StatedEntry[] {
  const entries = objectsAt(affect, 'versions')
  if (entries.length === 0)
    return [{ pointer: affect.pointer, version: subject.version, status: analysis.status }]
  return entries.flatMap((entry): readonly StatedEntry[] => {
    const range = textAt(entry, 'range')
    const version = textAt(entry, 'version')
    const stated = range === null ? version : range
    if (stated === null) return []
    const read = readVersionText(stated)
    return [
      {
        pointer: entry.pointer,
        // A range may mean more than one version, also where only one stands in it.
        version: range !== null && read.kind === 'exact' ? { kind: 'text', text: read.text } : read,
        status: combine(entry, analysis.status),
      },
    ]
  })
}

/**
 * The entry says whether these versions hold the vulnerable code, the analysis what that means. `unaffected` versions
 * are fine whatever the analysis of the others is; versions expressly called affected by an analysis that calls
 * them harmless are a contradiction, so that nobody can tell.
 */
function combine(entry: JsonNode, analysed: ProductStatus): ProductStatus {
  const status = textAt(entry, 'status')
  if (status === null) return analysed
  if (status === 'unknown') return 'unknown'
  const isHarmless = analysed === 'known_not_affected' || analysed === 'fixed'
  if (status === 'unaffected') return isHarmless ? analysed : 'known_not_affected'
  if (status === 'affected' && !isHarmless) return analysed
  entry.faults.add(
    'contradiction',
    entry.pointer,
    'The status of these versions contradicts the analysis of the vulnerability; neither counts.',
    'State the affected and the unaffected versions in a vulnerability entry of their own.',
  )
  return 'unknown'
}

/** An exploitable part makes the whole affected; a harmless one is harmless inside of this product only. */
function statementsOf(
  subject: VexSubject,
  { pointer, version, status }: StatedEntry,
  key: string,
  { reason }: Analysis,
): readonly Statement[] {
  const of = ({ product }: VexSubject, its: StatedVersion): Statement => ({
    pointer,
    vulnerability: key,
    status,
    product,
    version: its,
    productId: null,
    ...(reason !== null && status === 'known_not_affected' ? { reason } : {}),
  })
  const own = of(subject, version)
  const isBad = status === 'known_affected' && subject.inside !== null
  return isBad && subject.inside !== null ? [own, of(subject.inside, subject.inside.version)] : [own]
}

function reportNothing(vulnerability: JsonNode): void {
  vulnerability.faults.add(
    'no-affects',
    vulnerability.pointer,
    'The vulnerability does not say which component it is about; it is compared with no inventory.',
    'List the components below "affects".',
  )
}

function reportRef(affect: JsonNode): null {
  affect.faults.add(
    'no-ref',
    affect.pointer,
    'The entry does not say which component it is about; it was left out.',
    'Write the bom-ref of the component, or a BOM-Link, into ref.',
  )
  return null
}
