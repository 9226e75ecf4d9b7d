// Tests of package URLs; the suite of the specification runs in quality/conformance.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maxPurlCharacters, parsePurl, printPurl, purlBase } from './index.ts'
import { canonicalPurl, parseStrictPurl } from './strict.ts'

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

test('by the letter of the specification, types have rules of their own', () => {
  const refused = [
    'pkg:cpan/A::B',
    'pkg:vcpkg/boost/asio',
    'pkg:vscode-extension/java',
    'pkg:chrome-extension/dogs',
  ]
  for (const text of refused) {
    assert.equal(parseStrictPurl(text), null, text)
    assert.notEqual(parsePurl(text), null, text)
  }
  const git = parseStrictPurl('pkg:git/codeberg.org/forgejo/forgejo@1.0')
  assert.deepEqual([git?.namespace, git?.name], ['codeberg.org', 'forgejo/forgejo'])
  assert.equal(git && canonicalPurl(git), 'pkg:git/codeberg.org/forgejo/forgejo@1.0')
})

test('the canonical text escapes all but letters, digits, and .-_~:', () => {
  const purl = parsePurl('pkg:deb/debian/attr@1:2.4.47-2+b1?arch=amd64&vcs_url=git%2Bhttps://a.example/b')
  assert.equal(
    purl && canonicalPurl(purl),
    'pkg:deb/debian/attr@1:2.4.47-2%2Bb1?arch=amd64&vcs_url=git%2Bhttps:%2F%2Fa.example%2Fb',
  )
})
