// Tests of package URLs, with the suite of the purl specification.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, readDataSet } from '../inventory/data-sets.ts'
import { maxPurlCharacters, parsePurl, printPurl, purlBase } from './index.ts'

test('a purl is taken apart and put together again', () => {
  const purl = parsePurl('pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12#lib')
  assert.deepEqual(purl, {
    type: 'deb',
    namespace: 'debian',
    name: 'openssl',
    version: '3.0.11-1~deb12u2',
    qualifiers: new Map([
      ['arch', 'amd64'],
      ['distro', 'debian-12'],
    ]),
    subpath: 'lib',
  })
  assert.equal(purl && parsePurl(printPurl(purl))?.version, '3.0.11-1~deb12u2')
})

test('the base is the same for every version and writing of a package', () => {
  const bases = ['pkg:pypi/Nord_Med@1.0', 'pkg:pypi/nord-med@2.0?x=y', 'PKG:PyPI/nord-med'].map((text) => {
    const purl = parsePurl(text)
    return purl && purlBase(purl)
  })
  assert.deepEqual(bases, ['pkg:pypi/nord-med', 'pkg:pypi/nord-med', 'pkg:pypi/nord-med'])
  const scoped = parsePurl('pkg:npm/%40nordmed/view@1.2.3')
  assert.equal(scoped && purlBase(scoped), 'pkg:npm/%40nordmed/view')
})

test('texts that are no purl are refused', () => {
  for (const text of [
    '',
    'openssl',
    'pkg:',
    'pkg:npm',
    'pkg:npm/',
    'npm/x@1',
    'pkg:n pm/x',
    `pkg:npm/${'x'.repeat(maxPurlCharacters)}`,
  ]) {
    assert.equal(parsePurl(text), null, text.slice(0, 40))
  }
})

test('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void parsePurl(`pkg:${text}`)),
    { numRuns: 1_000 },
  )
  const soup = fc.array(
    fc.constantFrom('pkg:', 'npm', '/', '@', '?', '#', '=', '&', '%', '%40', '__proto__', 'x'),
  )
  fc.assert(
    fc.property(soup, (parts) => void parsePurl(`pkg:npm/${parts.join('')}`)),
    { numRuns: 1_000 },
  )
})

interface SuiteCase {
  readonly description: string
  readonly test_type: string
  readonly input: unknown
  readonly expected_output: unknown
  readonly expected_failure: boolean
}

const suite = 'purl-tests/purl-tests.tar.gz'

test('the suite of the specification: parse', { skip: absent(suite) }, (t) => {
  const wrong: string[] = []
  let right = 0
  for (const { path, bytes } of readDataSet(suite)) {
    if (!path.startsWith('tests/') || !path.endsWith('.json')) continue
    // The suite's own schema: an object with a list of cases.
    const { tests } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { tests: SuiteCase[] }
    for (const one of tests) {
      if (one.test_type !== 'parse' || typeof one.input !== 'string') continue
      if (answersAsExpected(one, one.input)) right += 1
      else wrong.push(`${path.slice(path.lastIndexOf('/') + 1)}: ${one.input}`)
    }
  }
  assert.deepEqual([...new Set(wrong)].sort(), exceptions)
  t.diagnostic(`${right} right, ${wrong.length} known exceptions`)
  assert.ok(right >= 150, `only ${right} cases right`)
})

function answersAsExpected(one: SuiteCase, input: string): boolean {
  const purl = parsePurl(input)
  if (purl === null || one.expected_failure) return (purl === null) === one.expected_failure
  const { qualifiers, ...rest } = purl
  const plain = { ...rest, qualifiers: qualifiers.size === 0 ? null : Object.fromEntries(qualifiers) }
  const expected = one.expected_output
  if (expected === null || typeof expected !== 'object') return false
  return Object.entries(plain).every(([key, value]) => {
    const wanted: unknown = Object.hasOwn(expected, key) ? Reflect.get(expected, key) : null
    return JSON.stringify(sorted(value)) === JSON.stringify(sorted(wanted ?? null))
  })
}

function sorted(value: unknown): unknown {
  return value !== null && typeof value === 'object' ? Object.entries(value).sort() : value
}

/**
 * The library does not know these rules of single package types. All but git are read although the suite forbids
 * them (a wrong name or namespace, qualifier keys with capitals), which does no harm in an inventory;
 * of git the repository's path is split into namespace and name, which `purlBase` joins again.
 */
const exceptions: readonly string[] = [
  'chrome-extension-test.json: pkg:chrome-extension/dogs',
  'cpan-test.json: pkg:cpan/GDT/URI::PackageURL',
  'cpan-test.json: pkg:cpan/LWP::UserAgent@6.7.6',
  'cpan-test.json: pkg:cpan/URI::PackageURL',
  'git-test.json: pkg:git/codeberg.org/forgejo/forgejo@a72d2c07cfca03b55371089de6aa230d8c951fa0',
  'git-test.json: pkg:git/codeberg.org/forgejo/forgejo@a72d2c07cfca03b55371089de6aa230d8c951fa0#options/locale_readme.md',
  'otp-test.json: pkg:otp/namespace/hex@2.1.1',
  'rpm-test.json: pkg:Rpm/fedora/curl@7.50.3-1.fc25?Arch=i386&Distro=fedora-25',
  'vcpkg-test.json: pkg:vcpkg/boost/asio@1.84.0',
  'vscode-extension-test.json: pkg:vscode-extension/java@1.46.2025091308',
]
