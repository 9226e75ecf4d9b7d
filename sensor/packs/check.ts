// Judges the content of a pack whose signatures are good: whether it is one piece, and its rules find what they should.
// SPDX-License-Identifier: EUPL-1.2
import { askPublisher, PackRefusal } from '@salus/standards/packs'
import { standardPipelines } from '../sigma/pipelines/pipeline.ts'
import { type Compiled, compiled, compilerOf, compilerVersion, writeCompiled } from './compile.ts'
import type { PackContents } from './contents.ts'
import { installLimits } from './limits.ts'
import { type LeftOut, selfTest } from './self-test.ts'

export interface CheckedPack {
  readonly compiled: Compiled
  readonly rules: number
  readonly tested: number
  readonly untested: readonly string[]
  /** Not run, each with its reason. */
  readonly leftOut: readonly LeftOut[]
  /** Rules that this sensor cannot read, which are told as of a folder. */
  readonly unsupported: number
}

/** Throws `PackRefusal` where the pack as a whole is not to be believed. */
export async function checkPack(contents: PackContents, sequence: number): Promise<CheckedPack> {
  const { manifest, rules, filters } = contents
  if (manifest.sequence !== sequence)
    throw new PackRefusal(
      'packs/mismatch',
      'manifest.json',
      `The manifest is of sequence ${manifest.sequence}, the signed list of sequence ${sequence}.`,
      askPublisher,
    )
  const form = compiled(rules.lines, filters.lines)
  requireSameCompiled(contents.compiledText, form)
  const pipelines = [...standardPipelines, ...contents.pipelines]
  const test = await selfTest(rules.lines, form.rules, form.filters, manifest, pipelines)
  const broken = [...rules.broken, ...filters.broken].map(({ line, because }) => ({
    ruleId: `line ${line}`,
    title: '',
    path: '',
    because: `the line cannot be read: ${because}`,
  }))
  const leftOut = [...broken, ...test.failed]
  const all = test.tested + test.untested.length + leftOut.length
  if (leftOut.length > all * installLimits.maxFailedShare) throw tooManyFailed(leftOut, all)
  return {
    compiled: form,
    rules: all - leftOut.length,
    tested: test.tested,
    untested: test.untested,
    leftOut,
    unsupported: form.rules.reduce((sum, { faults }) => sum + faults.length, 0),
  }
}

/** What is signed as compiled must be what the signed sources compile to, byte for byte; of another compiler it says nothing. */
function requireSameCompiled(given: string | null, own: Compiled): void {
  if (given === null || compilerOf(given) !== compilerVersion || given === writeCompiled(own)) return
  throw new PackRefusal(
    'packs/compiled-differs',
    'compiled.json.gz',
    'The compiled rules are not what their sources compile to: the pack would run other rules than it shows.',
    askPublisher,
  )
}

function tooManyFailed(leftOut: readonly LeftOut[], all: number): PackRefusal {
  const [first] = leftOut
  const example = first
    ? ` The first: ${first.ruleId.slice(0, 80)} ${first.path.slice(0, 80)}: ${first.because}.`
    : ''
  return new PackRefusal(
    'packs/self-test',
    'rules.ndjson.gz',
    `${leftOut.length} of ${all} rules fail their own samples, more than ${installLimits.maxFailedShare * 100} in 100.${example}`,
    'The pack in force stays. Tell the centre; if this sensor is old, update it first.',
  )
}
