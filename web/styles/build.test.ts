// Tests that the style sheet is built once, needs nothing from elsewhere, and keeps its promises.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { buildStyles } from './build.ts'

test('the style sheet asks no other server for anything and names no font of the library', async () => {
  const { css } = await buildStyles()
  assert.doesNotMatch(css, /url\(|@import|@font-face|GDS Transport|crown/i)
})

test('a second build gives the same sheet without compiling again', async () => {
  const first = await buildStyles()
  const startedAt = processorMs()
  assert.deepEqual(await buildStyles(), first)
  assert.ok(processorMs() - startedAt < 200, 'reading the stored sheet takes milliseconds')
  assert.match(first.hash, /^[0-9a-f]{16}$/)
})

test('the dark tokens are the same for the device and for the person who chose dark', async () => {
  const { css } = await buildStyles()
  const blocks = [...css.matchAll(/color-scheme:\s*dark;([^}]*)\}/g)].map((match) => match[1])
  assert.equal(blocks.length, 2)
  assert.equal(blocks[0], blocks[1])
})

test('every token of the screen that print could need is set for print', async () => {
  const { css } = await buildStyles()
  const dark = css.match(/color-scheme:\s*dark;([^}]*)\}/)?.[1] ?? ''
  const print = css.match(/@media print\{:root,:root:not[^{]*\{([^}]*)\}/)?.[1] ?? ''
  const names = (block: string) => [...block.matchAll(/(--s-[a-z0-9-]+):/g)].map((match) => match[1])
  assert.ok(names(dark).length > 20)
  assert.deepEqual(
    names(dark).filter((name) => !names(print).includes(name)),
    [],
  )
})

test('there is a class for each whole per cent, because the content policy forbids style attributes', async () => {
  const { css } = await buildStyles()
  for (const percent of [0, 1, 50, 100])
    assert.match(css, new RegExp(`\\.s-w-${percent}\\{inline-size:${percent}%\\}`))
})
