// Every refusal that a page can show is said in every language, with what it says of the case filled in.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const languages = ['en', 'de', 'fr', 'it']

/** Seen by programs and on the command line only. */
const forPrograms = ['assets/import-not-stored', 'advisories/no-such-file']

const declared = globSync(['capabilities/*/contract.ts', 'capabilities/*/contract/*.ts']).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^\s+\|?\s*'([a-z]+\/[a-z-]+)'/gm)].map((match) => match[1] ?? ''),
)
const ownOfPlatform = globSync('platform/http/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/code: '(platform\/[a-z-]+)'/g)].map((match) => match[1] ?? ''),
)
const codes = new Set([...declared, ...ownOfPlatform].filter((code) => !forPrograms.includes(code)))

test('the codes of all capabilities are found', () => {
  for (const code of [
    'platform/not-permitted',
    'alerts/already-acknowledged',
    'assets/file-empty',
    'advisories/no-file',
  ])
    assert.ok(codes.has(code), code)
})

for (const language of languages) {
  test(`every refusal is said in "${language}"`, () => {
    const texts: Record<string, string> = JSON.parse(
      readFileSync(`translations/${language}/problems.json`, 'utf8'),
    )
    const missing = [...codes].flatMap((code) =>
      ['title', 'detail', 'remedy']
        .map((part) => `problems.${code.replace('/', '.')}.${part}`)
        .filter((key) => !texts[key]),
    )
    assert.deepEqual(missing, [])
  })
}
