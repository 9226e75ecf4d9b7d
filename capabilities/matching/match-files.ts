// Matches an inventory file against advisory files and prints one JSON object a line: the matcher for scripts.
// SPDX-License-Identifier: EUPL-1.2
import { type Advisory, readAdvisory } from '@salus/standards/advisory'
import { type FileAsset, readAssets, readDocuments } from './asset-files.ts'
import { explainStep } from './explanation.ts'
import { judgeStatements } from './judge.ts'
import { readMatchableStatements } from './matchable.ts'

export interface MatchFilesOptions {
  readonly assets: string
  readonly advisories: readonly string[]
  readonly json: true
}

/** What cannot be read is printed as a line with `fault` and does not stop the rest. */
export async function matchFiles(
  { assets, advisories }: MatchFilesOptions,
  print: (line: string) => void,
): Promise<void> {
  const items = await readAssets(assets, print)
  for (const path of advisories) {
    for await (const document of readDocuments(path)) {
      const advisory = await readDocument(document, path, print)
      if (advisory) matchAdvisory(items, advisory, print)
    }
  }
}

function matchAdvisory(items: readonly FileAsset[], advisory: Advisory, print: (line: string) => void): void {
  const statements = readMatchableStatements(advisory)
  for (const item of items) {
    const { answer, identityGrade, rangeGrade, explanation } = judgeStatements(item, statements)
    const texts = explanation.map(explainStep)
    const line = {
      asset: item.id,
      advisory: advisory.trackingId,
      answer,
      identityGrade,
      rangeGrade,
      explanation: texts,
    }
    print(JSON.stringify(line))
  }
}

async function readDocument(
  text: string,
  path: string,
  print: (line: string) => void,
): Promise<Advisory | null> {
  try {
    // Foreign JSON of any shape; readAdvisory looks at every field before use.
    const { advisory, faults } = await readAdvisory(JSON.parse(text) as unknown)
    if (!advisory) print(JSON.stringify({ file: path, fault: faults[0] ?? null }))
    return advisory
  } catch (error) {
    print(
      JSON.stringify({
        file: path,
        fault: { detail: String(error), remedy: 'Send the document as one JSON object.' },
      }),
    )
    return null
  }
}
