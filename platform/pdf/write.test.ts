// Tests of the PDF by reading it back: the order and tags in which it is heard, its language, its letters, its marks.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PdfBlock, PdfDocument } from './document.ts'
import { fontsOfMachine, standardFonts } from './fonts.ts'
import { fitLetters, isWesternLetter } from './letters.ts'
import { readPdfBack } from './read-back.ts'
import { writePdf } from './write.ts'

const machine = fontsOfMachine()
const noFont = machine.isEmbedded ? false : 'this machine has none of the free fonts'

function aDocument(changes: Partial<PdfDocument> = {}): PdfDocument {
  return {
    title: 'Meldung nach Art. 33 – Größe (2)',
    language: 'de',
    author: 'Tannau Hospital',
    createdAt: new Date('2026-11-21T11:40:00Z'),
    watermark: null,
    blocks: [
      { kind: 'heading', level: 1, text: 'Meldung' },
      { kind: 'text', text: 'An die Behörde in Köln' },
      { kind: 'heading', level: 2, text: 'Wann' },
      { kind: 'fact', term: 'Beginn', value: 'Sa 21. Nov 2026, 05:40', remark: 'Pflegedienst' },
      { kind: 'list', items: ['eins', 'zwei'] },
    ],
    foot: (page, pages) => `Seite ${page} von ${pages}`,
    unprintable: (count) => `${count} Buchstaben fehlen`,
    ...changes,
  }
}

const both = [
  ['standard fonts', standardFonts, false],
  ['a font of the machine', machine, noFont],
] as const

for (const [name, fonts, skip] of both) {
  test(`with ${name} it is read in order, with tags, language and title`, { skip }, async () => {
    const back = readPdfBack(await writePdf(aDocument(), fonts))
    assert.equal(back.language, 'de')
    assert.equal(back.title, 'Meldung nach Art. 33 – Größe (2)')
    assert.equal(back.isTagged, true)
    assert.deepEqual(back.read, [
      { path: 'Document/H1', text: 'Meldung' },
      { path: 'Document/P', text: 'An die Behörde in Köln' },
      { path: 'Document/H2', text: 'Wann' },
      { path: 'Document/L/LI/Lbl', text: 'Beginn' },
      { path: 'Document/L/LI/LBody/P', text: 'Sa 21. Nov 2026, 05:40' },
      { path: 'Document/L/LI/LBody/P', text: 'Pflegedienst' },
      { path: 'Document/L/LI/LBody', text: '• eins' },
      { path: 'Document/L/LI/LBody', text: '• zwei' },
    ])
    assert.deepEqual(back.artifacts, ['Seite 1 von 1'])
  })

  test(`with ${name} a text over several pages stays one paragraph, and every page is marked`, {
    skip,
  }, async () => {
    const words = Array.from({ length: 2_500 }, (_, index) => `Wort${index}`)
    const blocks: PdfBlock[] = [
      { kind: 'heading', level: 1, text: 'Lang' },
      { kind: 'text', text: words.join(' ') },
      { kind: 'text', text: 'Ende' },
    ]
    const back = readPdfBack(await writePdf(aDocument({ blocks, watermark: 'ÜBUNG' }), fonts))
    assert.ok(back.pages > 2)
    assert.deepEqual(
      back.read.map(({ path }) => path),
      ['Document/H1', 'Document/P', 'Document/P'],
    )
    assert.ok(back.read[1]?.text === words.join(' '), `begins ${back.read[1]?.text.slice(0, 60)}`)
    assert.equal(back.read[2]?.text, 'Ende')
    assert.equal(back.artifacts.filter((text) => text === 'ÜBUNG').length, back.pages)
    assert.ok(back.artifacts.includes(`Seite ${back.pages} von ${back.pages}`))
  })
}

test('a font of the machine is embedded and writes Polish and Greek', { skip: noFont }, async () => {
  const text = 'Zażółć gęślą jaźń, Łódź; Αθήνα'
  const back = readPdfBack(await writePdf(aDocument({ blocks: [{ kind: 'text', text }] }), machine))
  assert.deepEqual(
    back.read.map((one) => one.text),
    [text],
  )
  assert.ok(back.fontFiles > 0)
})

test('standard fonts lose accents before letters, and the document says how many letters are lost', async () => {
  const blocks: PdfBlock[] = [{ kind: 'text', text: 'Łódź, Aθήνα' }]
  const back = readPdfBack(await writePdf(aDocument({ blocks }), standardFonts))
  assert.deepEqual(
    back.read.map((one) => one.text),
    ['Lódz, A????', '4 Buchstaben fehlen'],
  )
  assert.equal(back.fontFiles, 0)
})

test('letters that turn directions and controls are left out, ends of lines stay', () => {
  assert.deepEqual(fitLetters('a\u202eb\u0007c\r\nd\te', isWesternLetter), { text: 'abc\nd e', lost: 0 })
})

test('the same content makes the same file', async () => {
  const [a, b] = await Promise.all([
    writePdf(aDocument(), standardFonts),
    writePdf(aDocument(), standardFonts),
  ])
  assert.ok(a.equals(b))
})

test('a document without end is refused', async () => {
  const blocks = Array.from({ length: 5_001 }, (): PdfBlock => ({ kind: 'text', text: 'x' }))
  await assert.rejects(writePdf(aDocument({ blocks })), RangeError)
})

test('the first family that the machine has in both weights is taken', () => {
  const there = new Set([
    '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
    '/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf',
  ])
  assert.match(fontsOfMachine((path) => there.has(path)).regular, /LiberationSans-Regular/)
  assert.deepEqual(
    fontsOfMachine(() => false),
    standardFonts,
  )
})
