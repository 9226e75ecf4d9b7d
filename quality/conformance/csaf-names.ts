// The CSAF suite's file names, and its CPE strings, by the folder that calls them valid or invalid.
// SPDX-License-Identifier: EUPL-1.2
import { parseCpe } from '@salus/standards/cpe'
import { isCsafFileName } from '../../standards/csaf/file-name.ts'
import { readDataSet } from '../../standards/inventory/data-sets.ts'
import { type Outcome, type Suite, summarise } from './suite.ts'

const place = /^csaf_(2\.\d)\/(filenames|cpe)\/data\/(valid|invalid)\/([^/]+)$/

export function csafNamesSuite(): Suite {
  const outcomes: Outcome[] = []
  for (const { path, bytes } of readDataSet('csaf-validator-tests/csaf-validator-tests.tar.gz')) {
    const [, version = '', kind = '', label = '', fileName = ''] = place.exec(path) ?? []
    const text = Buffer.from(bytes).toString('utf8')
    if (kind === 'filenames') outcomes.push(judgeFileName(`${version} ${fileName}`, fileName, text, label))
    if (kind === 'cpe') outcomes.push(...judgeCpes(version, text, label))
  }
  return summarise('csaf names', outcomes)
}

function judgeFileName(id: string, fileName: string, text: string, label: string): Outcome {
  // A document of the suite, whose tracking id is all that counts here.
  const { document } = JSON.parse(text) as {
    readonly document: { readonly tracking: { readonly id: string } }
  }
  return outcomeOf(id, isCsafFileName(fileName, document.tracking.id), label)
}

function judgeCpes(version: string, text: string, label: string): Outcome[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line) => outcomeOf(`${version} ${line}`, parseCpe(line) !== null, label))
}

function outcomeOf(id: string, accepted: boolean, label: string): Outcome {
  const isRight = accepted === (label === 'valid')
  return { id, deviation: isRight ? null : `${accepted ? 'accepted' : 'refused'}, labelled ${label}` }
}
