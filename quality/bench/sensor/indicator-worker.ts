// One measurement of indicators in a process of its own: memory is what this process needs more than before.
// SPDX-License-Identifier: EUPL-1.2
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs'
import type { Indicator } from '../../../sensor/indicators/indicator.ts'
import { openIndicatorSet, openIndicatorSetFile } from '../../../sensor/indicators/set/open.ts'
import { indicatorSetOf } from '../../../sensor/indicators/set/write.ts'

const [mode = '', countText = '0', path = ''] = process.argv.slice(2)
const count = Number(countText)
const questions = 1_000_000
const warmUp = 100_000

const words = ['portal', 'update', 'cdn', 'mail', 'login', 'files', 'pay', 'sync'] as const

/** About 28 characters, each number another; flat, as a reader of lines makes them. */
function nameOf(number: number): string {
  const mixed = scrambled(number)
  const text = `${mixed.toString(16).padStart(8, '0')}.${words[mixed & 7]}.${words[(mixed >>> 3) & 7]}.example`
  return Buffer.from(text, 'latin1').toString('latin1')
}

/** One to one, so that no name comes twice. */
function scrambled(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function* indicators(): Generator<Indicator> {
  const common = {
    type: 'domain',
    id: null,
    since: null,
    until: null,
    tlp: null,
    confidence: 75,
    list: 'bench',
    source: null,
    licence: null,
  } as const
  for (let number = 0; number < count; number++) yield { ...common, value: nameOf(number) }
}

/** One in a hundred is in the set. */
function asked(): readonly string[] {
  return Array.from({ length: questions }, (_, at) =>
    nameOf(at % 100 === 0 ? Math.floor((at / questions) * count) : count + at),
  )
}

function memory(): { readonly held: number; readonly resident: number } {
  for (let round = 0; round < 3; round++) global.gc?.()
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  return { held: heapUsed + arrayBuffers, resident: rss }
}

function processorSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** `open` gives the test of one value; what it holds stays alive as long as that. */
function measure(open: () => (value: string) => boolean) {
  const ask = asked()
  const before = memory()
  const began = process.cpuUsage()
  const isIn = open()
  const openSeconds = processorSeconds(began)
  const after = memory()
  let hits = 0
  for (let at = 0; at < warmUp; at++) if (isIn(ask[at] ?? '')) hits++
  const timed = process.cpuUsage()
  // Each once: a text that comes from a log has no hash yet, and V8 keeps the hash of one that was asked before.
  for (let at = warmUp; at < ask.length; at++) if (isIn(ask[at] ?? '')) hits++
  const perSecond = (ask.length - warmUp) / processorSeconds(timed)
  return {
    heldEach: (after.held - before.held) / count,
    residentEach: (after.resident - before.resident) / count,
    openSeconds,
    perSecond,
    hits,
  }
}

function run(): unknown {
  switch (mode) {
    case 'write': {
      const began = process.cpuUsage()
      const { bytes, written, doubles, crowded } = indicatorSetOf(indicators())
      writeFileSync(path, bytes)
      return {
        written,
        doubles,
        crowded,
        bytesEach: bytes.length / written,
        seconds: processorSeconds(began),
        characters:
          Array.from({ length: 1_000 }, (_, at) => nameOf(at).length).reduce((a, b) => a + b) / 1_000,
      }
    }
    case 'set':
      return measure(() => {
        const set = new Set<string>()
        for (let number = 0; number < count; number++) set.add(nameOf(number))
        return (value) => set.has(value)
      })
    case 'file':
      return measure(() => {
        const set = openIndicatorSetFile(path)
        return (value) => set.findName(value).length > 0
      })
    case 'memory':
      return measure(() => {
        const set = openIndicatorSet(readWhole(path))
        return (value) => set.findName(value).length > 0
      })
    default:
      throw new Error(`There is no measurement "${mode}".`)
  }
}

/** Into a buffer of its own; one of the pool of Node would hold more than it. */
function readWhole(file: string): Uint8Array {
  const handle = openSync(file, 'r')
  const bytes = new Uint8Array(fstatSync(handle).size)
  for (let at = 0; at < bytes.length; ) at += readSync(handle, bytes, at, bytes.length - at, at)
  closeSync(handle)
  return bytes
}

process.stdout.write(`${JSON.stringify(run())}\n`)
