// Tests of the safe XML reading.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maxXmlDepth, maxXmlTextCharacters, readXml } from './index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function refusalCode(bytes: Uint8Array): string | null {
  const reading = readXml(bytes)
  return reading.outcome === 'refused' ? reading.faults[0].code : null
}

test('a document becomes a tree with namespaces, attributes, text and lines', () => {
  const reading = readXml(bytesOf('<a xmlns="urn:x" k="1">\n<b>te<![CDATA[<xt>]]>&amp;</b></a>'))
  assert.equal(reading.outcome, 'read')
  if (reading.outcome !== 'read') return
  const child = reading.value.children[0]
  assert.equal(reading.value.namespace, 'urn:x')
  assert.equal(reading.value.attributes.get('k'), '1')
  assert.equal(child?.text, 'te<xt>&')
  assert.equal(child?.line, 2)
})

test('a DOCTYPE is refused, so no entity is ever expanded', () => {
  const laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'
  assert.equal(refusalCode(bytesOf(laughs)), 'xml/doctype')
  const external = '<!DOCTYPE l SYSTEM "file:///etc/hostname"><l/>'
  assert.equal(refusalCode(bytesOf(external)), 'xml/doctype')
})

test('an undefined entity is refused', () => {
  assert.equal(refusalCode(bytesOf('<a>&unknown;</a>')), 'xml/malformed')
})

test('nesting is read to the limit and refused one deeper', () => {
  const nested = (depth: number): Uint8Array => bytesOf('<a>'.repeat(depth) + '</a>'.repeat(depth))
  assert.equal(refusalCode(nested(maxXmlDepth)), null)
  assert.equal(refusalCode(nested(maxXmlDepth + 1)), 'xml/too-large')
  assert.equal(refusalCode(nested(10_000)), 'xml/too-large')
})

test('a text is read to the limit and refused one character longer', () => {
  assert.equal(refusalCode(bytesOf(`<a>${'x'.repeat(maxXmlTextCharacters)}</a>`)), null)
  assert.equal(refusalCode(bytesOf(`<a>${'x'.repeat(maxXmlTextCharacters + 1)}</a>`)), 'xml/too-large')
})

test('encodings: UTF-16 by its mark, Latin-1 by its name, others refused', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>ü</a>', 'utf16le')])
  const utf16Reading = readXml(utf16)
  assert.ok(utf16Reading.outcome === 'read' && utf16Reading.value.text === 'ü')
  const latin1 = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>ü</a>', 'latin1')
  const latin1Reading = readXml(latin1)
  assert.ok(latin1Reading.outcome === 'read' && latin1Reading.value.text === 'ü')
  assert.equal(refusalCode(bytesOf('<?xml version="1.0" encoding="EBCDIC-X"?><a/>')), 'xml/encoding')
  assert.equal(refusalCode(Buffer.from('<a>ü</a>', 'latin1')), 'xml/encoding')
})

test('truncated, empty and doubled documents are refused', () => {
  for (const text of ['', ' ', '<a>', '<a/><b/>', 'a', '<a b=1/>']) {
    assert.equal(refusalCode(bytesOf(text)), 'xml/malformed', text)
  }
})

test('names like __proto__ stay plain names', () => {
  const reading = readXml(bytesOf('<__proto__ constructor="1" __proto__="2"/>'))
  assert.ok(reading.outcome === 'read' && reading.value.name === '__proto__')
  assert.equal(({} as Record<string, unknown>).polluted, undefined)
})

test('arbitrary bytes never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readXml(bytes)),
    { numRuns: 300 },
  )
  const soup = fc.array(fc.constantFrom('<', '>', '/', 'a', '"', '=', '&', ';', '!', '[', 'xmlns', ':', ' '))
  fc.assert(
    fc.property(soup, (parts) => void readXml(bytesOf(parts.join('')))),
    { numRuns: 500 },
  )
})
