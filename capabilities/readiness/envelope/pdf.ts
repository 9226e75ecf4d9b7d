// The crisis pack as a PDF sealed with the code (AES-256), for a printer or a stick in the safe.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { formatCode, type RecoveryCode } from './code.ts'
import type { Block, Pack } from './pack.ts'

const marginPoints = 40
const bodySize = 11

/** The password is the code as it stands on the card, with its hyphens. */
export function renderPdf(
  pack: Pack,
  code: RecoveryCode,
  words: { readonly language: string; readonly unprintable: string },
): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: marginPoints,
    lang: words.language,
    displayTitle: true,
    info: { Title: printable(pack.title) },
    pdfVersion: '1.7ext3',
    userPassword: formatCode(code),
    ownerPassword: randomBytes(24).toString('base64'),
    permissions: { printing: 'highResolution', copying: true, contentAccessibility: true },
  })
  const finished = collect(document)
  heading(document, pack.title, 20)
  body(document, pack.asOf)
  for (const { heading: text, blocks } of pack.sections) {
    heading(document, text, 15)
    for (const block of blocks) drawBlock(document, block)
  }
  document.moveDown()
  body(document, `${pack.openingHint} ${pack.openingWord}`)
  if (
    /[^\n\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/u.test(
      JSON.stringify(pack),
    )
  )
    body(document, words.unprintable)
  document.end()
  return finished
}

type Document = InstanceType<typeof PDFDocument>

function heading(document: Document, text: string, size: number): void {
  document.moveDown(0.8).font('Helvetica-Bold').fontSize(size).text(printable(text)).moveDown(0.3)
}

function body(document: Document, text: string): void {
  document.font('Helvetica').fontSize(bodySize).text(printable(text), { lineGap: 2 })
}

function drawBlock(document: Document, block: Block): void {
  if (block.kind === 'text') body(document, block.text)
  if (block.kind === 'list')
    for (const [index, item] of block.items.entries()) body(document, `${index + 1}. ${item}`)
  if (block.kind === 'facts')
    for (const { term, value } of block.facts) {
      document.moveDown(0.3).font('Helvetica-Bold').fontSize(bodySize).text(printable(term))
      body(document, value)
    }
}

/** The fonts that every PDF reader has know Western European letters; others lose their accents, and the rest is marked. */
function printable(text: string): string {
  return Array.from(text, (letter) => {
    if (isPrintable(letter)) return letter
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '')
    return [...plain].every(isPrintable) && plain !== '' ? plain : (likeLetters[letter] ?? '?')
  }).join('')
}

const likeLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  '\u202f': ' ',
}

function isPrintable(letter: string): boolean {
  return /^[\n\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]$/u.test(
    letter,
  )
}

function collect(document: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
}
