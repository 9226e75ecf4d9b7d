// The pages on conformance name tests as proof; this finds out whether each of them is there.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const project = join(import.meta.dirname, '..')
const pages = ['asset-matching.md', 'sbom-matching.md', 'management.md']

const readPage = (name: string) => readFileSync(join(project, 'docs', 'conformance', name), 'utf8')

/** `path/to/file.test.ts` “the title of a test in it”. */
function proofsIn(page: string): readonly { readonly file: string; readonly title: string }[] {
  const named = page.matchAll(/`([\w./-]{1,200}\.test\.tsx?)`\s“([^”]{1,300})”/g)
  return Array.from(named, ([, file = '', title = '']) => ({ file, title }))
}

for (const name of pages) {
  test(`every test that docs/conformance/${name} names is there`, () => {
    const proofs = proofsIn(readPage(name))
    assert.ok(proofs.length >= 10, `only ${proofs.length} proofs were found`)
    const missing = proofs.filter(({ file, title }) => {
      const path = join(project, file)
      if (!existsSync(path)) return true
      const source = readFileSync(path, 'utf8').replaceAll("\\'", "'")
      return !source.includes(`'${title}'`) && !source.includes(`"${title}"`)
    })
    assert.deepEqual(missing, [])
  })

  test(`no row of docs/conformance/${name} says that it is met without a proof`, () => {
    const rows = readPage(name)
      .split('\n')
      .filter((line) => /^\| \d+\.\d+/.test(line))
    assert.ok(rows.length >= 12)
    const unproven = rows.filter((row) => {
      const standing = row.split(' | ')[2] ?? ''
      return standing.startsWith('met') && !/\.test\.tsx?`/.test(row)
    })
    assert.deepEqual(unproven, [])
  })
}
