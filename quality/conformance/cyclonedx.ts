// The documents of the CycloneDX specification: the name of each file says whether it is valid.
// SPDX-License-Identifier: EUPL-1.2

import { readCycloneDx } from '@salus/standards/cyclonedx'
import { cycloneDxVersions } from '../../standards/cyclonedx/bom.ts'
import { readDataSet } from '../../standards/inventory/data-sets.ts'
import { type Outcome, type Suite, summarise } from './suite.ts'

const named = /^spec-tests\/(\d\.\d)\/(?:informal-)?(valid|invalid)-.*\.(json|xml|textproto)$/
const supported: readonly string[] = cycloneDxVersions

/** A case passes if a valid document is read and an invalid one refused. */
export async function cycloneDxSuite(): Promise<Suite> {
  const outcomes: Outcome[] = []
  const excused = new Map<string, string>()
  for (const { path, bytes } of readDataSet('cyclonedx/cyclonedx.tar.gz')) {
    const [, version = '', label = '', form = ''] = named.exec(path) ?? []
    if (label === '') continue
    const reading = await readCycloneDx(bytes)
    const answer = reading.outcome === 'refused' ? `refused: ${reading.faults[0].code}` : 'read'
    const reason = unsupported(version, form)
    const isRight = reason === null && reading.outcome === (label === 'valid' ? 'read' : 'refused')
    outcomes.push({ id: path, deviation: isRight ? null : `${answer}, labelled ${label}` })
    if (reason !== null && reading.outcome === 'refused') excused.set(path, reason)
  }
  return summarise('cyclonedx', outcomes, excused)
}

/**
 * Why a whole form or version is refused. Its invalid documents are then refused for that reason and not for their
 * fault, so that they do not count as passed either; one that is read is a failure.
 */
function unsupported(version: string, form: string): string | null {
  if (form === 'textproto') return 'Not supported: the text form of protobuf; send JSON or XML.'
  return supported.includes(version) ? null : `Not supported: CycloneDX ${version}, superseded in 2020.`
}
