// Judges one case of the vers and univers corpora: comparison, equality, containment, native range, vers in and out.
// SPDX-License-Identifier: EUPL-1.2
import {
  fromGitlab,
  fromNative,
  normaliseVers,
  parseVers,
  printVers,
  schemeOfVersType,
  type Vers,
  versContains,
} from '@salus/standards/vers'
import { compareVersions, sameVersion } from '@salus/standards/versions'
import { type CorpusCase, type CorpusFile, corpusFiles } from '../../standards/versions/reference/corpus.ts'
import { type Outcome, type Suite, summarise } from './suite.ts'

export function runVersionCases(
  dataFolder: string,
  folder: 'univers-tests' | 'vers-tests',
  excused: ReadonlyMap<string, string>,
): Suite {
  const files = corpusFiles(dataFolder, folder)
  if (!files) throw new Error(`${folder} is not in ${dataFolder}`)
  return summarise(folder, files.flatMap(judgeFile), excused)
}

/** Outcomes are named `file#number` with numbers from 1, the place of the case in its file. */
export function judgeFile({ path, cases }: CorpusFile): readonly Outcome[] {
  const name = path.replace(/^.*\//, '').replace(/\.json$/, '')
  const isGitlab = path.includes('/gitlab/')
  return cases.map((one, i) => ({ id: `${name}#${i + 1}`, deviation: judge(one, isGitlab) }))
}

/** What came out instead of what the case wants; null when it came out as wanted. */
function judge(
  { test_type: kind, input, expected_output: expected, expected_failure: mustFail }: CorpusCase,
  isGitlab: boolean,
): string | null {
  // The corpora have a schema; a case of another shape falls through to a deviation.
  if (kind === 'comparison' || kind === 'equality') {
    const { input_scheme: type, versions } = input as { input_scheme: string; versions: readonly string[] }
    return kind === 'comparison'
      ? judgeOrder(type, versions, expected)
      : judgeEquality(type, versions, expected)
  }
  if (kind === 'containment') {
    const { vers, version } = input as { vers: string; version: string }
    const read = normaliseVers(vers)
    const answer = read.outcome === 'read' ? versContains(read.value, version) : 'refused'
    return answer === expected ? null : `${version} in ${vers}: ${answer}`
  }
  if (kind === 'from_native') {
    const { scheme, native_range: native } = input as { scheme: string; native_range: string }
    const read = isGitlab ? fromGitlab(scheme, native) : fromNative(scheme, native)
    return judgeRange(read.outcome === 'read' ? read.vers : null, native, expected)
  }
  if (kind === 'parse') return judgeParse(String(input), expected, mustFail === true)
  if (kind === 'validate' || kind === 'roundtrip') {
    const text = typeof input === 'string' ? input : (input as { vers: string }).vers
    const read = normaliseVers(text)
    const printed = read.outcome === 'read' ? printVers(read.value) : 'refused'
    return printed === expected ? null : `${text}: ${printed}, wanted ${expected}`
  }
  return `an unknown kind of case: ${kind}`
}

function judgeOrder(type: string, versions: readonly string[], expected: unknown): string | null {
  const scheme = schemeOfVersType(type)
  const wanted = Array.isArray(expected) ? expected.map(String) : []
  // The corpus writes NuGet's labels in lower case where the input does not.
  const isPermutation = sorted(wanted) === sorted(versions)
  for (const [i, version] of wanted.entries()) {
    const before = wanted[i - 1]
    const step = scheme && before !== undefined ? compareVersions(scheme, before, version) : -1
    if (step === null || step > 0 || !scheme || !isPermutation)
      return `${before} before ${version}: ${step === null ? 'cannot be compared' : 'the other way round'}`
  }
  return wanted.length > 0 ? null : 'no order is wanted'
}

function sorted(versions: readonly string[]): string {
  return versions
    .map((version) => version.toLowerCase())
    .sort()
    .join('\n')
}

function judgeEquality(type: string, versions: readonly string[], expected: unknown): string | null {
  const scheme = schemeOfVersType(type)
  const [a = '', b = ''] = versions
  const answer = scheme && sameVersion(scheme, a, b)
  return answer === expected ? null : `${a} = ${b}: ${answer}`
}

/** The same signs before equal versions are the same range: the corpus writes 2.1 as 2.1.0, we as it was written. */
function judgeRange(vers: Vers | null, native: string, expected: unknown): string | null {
  const printed = vers ? printVers(vers) : 'unread'
  if (printed === expected) return null
  const deviation = `"${native}": ${printed}, wanted ${expected}`
  const wanted = typeof expected === 'string' ? normaliseVers(expected) : null
  const scheme = vers && schemeOfVersType(vers.type)
  if (!scheme || wanted?.outcome !== 'read') return deviation
  const [ours, theirs] = [vers.constraints, wanted.value.constraints]
  if (ours === '*' || theirs === '*' || ours.length !== theirs.length) return deviation
  const isSame = ours.every(
    ({ comparator, version }, i) =>
      theirs[i]?.comparator === comparator &&
      compareVersions(scheme, theirs[i]?.version ?? '', version) === 0,
  )
  return isSame ? null : deviation
}

function judgeParse(text: string, expected: unknown, mustFail: boolean): string | null {
  const read = parseVers(text)
  if (mustFail) return read.outcome === 'refused' ? null : `${text} was read`
  if (read.outcome === 'refused') return `${text} was refused: ${read.faults[0].detail}`
  const { type, constraints } = read.value
  const pairs =
    constraints === '*' ? '*' : constraints.map(({ comparator, version }) => [comparator, version])
  const ours = JSON.stringify({ scheme: type, version_constraints: pairs })
  return ours === JSON.stringify(expected) ? null : `${text}: ${ours}`
}
