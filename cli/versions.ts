// `versions`: compares pairs of versions from standard input, one line of answer for each.
// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from 'node:readline'
import { compareVersions, type VersionScheme } from '@salus/standards/versions'
import { type Command, requireValue, UsageError } from './command.ts'

/** The words of the command line, and the schemes whose keys order them. */
const schemeOfWord: Readonly<Record<string, VersionScheme>> = {
  semver: 'semver',
  deb: 'deb',
  rpm: 'rpm',
  apk: 'apk',
  pypi: 'pep440',
  gem: 'gem',
  nuget: 'nuget',
  maven: 'maven',
  npm: 'semver',
  golang: 'semver',
  composer: 'composer',
  conan: 'conan',
  gentoo: 'gentoo',
  alpm: 'alpm',
  openssl: 'openssl',
  generic: 'generic',
}

const signs = { '-1': '<', '0': '=', '1': '>' } as const

/** By the bytes of the keys; Maven and Conan fall back on their own comparison where a version has no key. */
export const versions: Command = {
  name: 'versions',
  usage: `versions --scheme ${Object.keys(schemeOfWord).join('|')} < FILE`,
  purpose: 'Compare versions: reads lines "a<TAB>b", prints <, =, > or ? (cannot be compared) for each.',
  async run(words, output) {
    const word = requireValue(words, '--scheme')
    const scheme = Object.hasOwn(schemeOfWord, word) ? schemeOfWord[word] : undefined
    if (!scheme) throw new UsageError(`There is no scheme "${word}".`)
    let lineNumber = 0
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      lineNumber++
      const [a, b, ...more] = line.split('\t')
      if (a === undefined || b === undefined || more.length > 0) {
        output.say(`Line ${lineNumber} does not hold two versions with one tab between them.`)
        output.print('?')
        continue
      }
      const answer = compareVersions(scheme, a, b)
      output.print(answer === null ? '?' : signs[`${answer}`])
    }
    return 0
  },
}
