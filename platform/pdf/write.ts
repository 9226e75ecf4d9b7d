// Writes a document as a tagged PDF: language, title, headings and reading order for those who listen, page numbers for those who print.
// SPDX-License-Identifier: EUPL-1.2
import PDFDocument from 'pdfkit'
import type { PdfBlock, PdfDocument } from './document.ts'
import { type Fonts, fontsOfMachine } from './fonts.ts'
import { fitLetters, isWesternLetter } from './letters.ts'

type Sheet = InstanceType<typeof PDFDocument>

const marginPoints = 51
const footHeight = 24
const sizes = { heading: { 1: 20, 2: 14, 3: 12 }, text: 10.5, small: 8.5, watermark: 64 } as const
const ink = '#000000'
const quiet = '#444444'
/** Pale, so that it is seen and everything stays readable. */
const watermarkOpacity = 0.14
const watermarkDegrees = -52
/** PDF/UA asks for embedded fonts; the types of the library do not know the name. */
const uaSubset = { subset: 'PDF/UA' } as object
/** A filing has some hundreds of lines; more is no document of ours. */
const maxBlocks = 5_000

export async function writePdf(document: PdfDocument, fonts: Fonts = fontsOfMachine()): Promise<Buffer> {
  if (document.blocks.length > maxBlocks) throw new RangeError(`a PDF of ${document.blocks.length} blocks`)
  const sheet = new PDFDocument({
    size: 'A4',
    margins: {
      top: marginPoints,
      left: marginPoints,
      right: marginPoints,
      bottom: marginPoints + footHeight,
    },
    lang: document.language,
    displayTitle: true,
    tagged: true,
    bufferPages: true,
    pdfVersion: '1.7',
    ...(fonts.isEmbedded ? uaSubset : {}),
    info: {
      Title: document.title,
      Author: document.author,
      CreationDate: document.createdAt,
      ModDate: document.createdAt,
    },
    autoFirstPage: false,
  })
  const written = collect(sheet)
  sheet.registerFont('regular', fonts.regular)
  sheet.registerFont('bold', fonts.bold)
  sheet.addPage()
  const paper = new Paper(sheet, lettersOf(sheet, fonts))
  paper.drawBlocks(document)
  paper.drawMarks(document)
  sheet.end()
  return written
}

/** Draws with the letters that the font has, and counts those it has not. */
class Paper {
  readonly #sheet: Sheet
  readonly #has: (letter: string) => boolean
  #lost = 0

  constructor(sheet: Sheet, has: (letter: string) => boolean) {
    this.#sheet = sheet
    this.#has = has
  }

  drawBlocks({ blocks, unprintable }: PdfDocument): void {
    const root = this.#sheet.struct('Document')
    this.#sheet.addStructure(root)
    for (const block of blocks) this.#drawBlock(root, block)
    if (this.#lost > 0) this.#drawBlock(root, { kind: 'text', text: unprintable(this.#lost), isStrong: true })
    root.end()
  }

  #drawBlock(parent: PDFKit.PDFStructureElement, block: PdfBlock): void {
    const sheet = this.#sheet
    switch (block.kind) {
      case 'heading':
        this.#keepTogether(sizes.heading[block.level] * 5)
        this.#add(parent, `H${block.level}`, () => {
          sheet.moveDown(block.level === 1 ? 0 : 0.9)
          this.#write(block.text, 'bold', sizes.heading[block.level], ink)
          sheet.moveDown(0.3)
        })
        break
      case 'text':
        this.#add(parent, 'P', () => {
          this.#write(block.text, block.isStrong ? 'bold' : 'regular', sizes.text, ink)
          sheet.moveDown(0.4)
        })
        break
      case 'list': {
        const list = sheet.struct('L')
        parent.add(list)
        for (const item of block.items) {
          const row = sheet.struct('LI')
          list.add(row)
          this.#add(row, 'LBody', () => this.#write(`• ${item}`, 'regular', sizes.text, ink))
          row.end()
        }
        list.end()
        break
      }
      case 'fact':
        this.#drawFact(parent, block)
        break
    }
  }

  /** A term and its value belong together: one list entry with label and body. */
  #drawFact(parent: PDFKit.PDFStructureElement, { term, value, remark }: PdfBlock & { kind: 'fact' }): void {
    const sheet = this.#sheet
    const list = sheet.struct('L')
    parent.add(list)
    const item = sheet.struct('LI')
    list.add(item)
    this.#keepTogether(sizes.text * 4)
    this.#add(item, 'Lbl', () => this.#write(term, 'bold', sizes.text, ink))
    const body = sheet.struct('LBody')
    item.add(body)
    this.#add(body, 'P', () => this.#write(value, 'regular', sizes.text, ink))
    if (remark) this.#add(body, 'P', () => this.#write(remark, 'regular', sizes.small, quiet))
    sheet.moveDown(0.45)
    body.end()
    item.end()
    list.end()
  }

  #add(parent: PDFKit.PDFStructureElement, type: string, draw: () => void): void {
    const element = this.#sheet.struct(type, {}, draw)
    parent.add(element)
    element.end()
  }

  #write(text: string, font: 'regular' | 'bold', size: number, colour: string): void {
    const fitted = fitLetters(text, this.#has)
    this.#lost += fitted.lost
    this.#sheet
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(fitted.text, { lineGap: size * 0.18 })
  }

  /** No heading or term stands alone at the end of a page. */
  #keepTogether(points: number): void {
    const sheet = this.#sheet
    if (sheet.y + points > sheet.page.height - sheet.page.margins.bottom) sheet.addPage()
  }

  /** Not part of what is read aloud; what they say stands in the text as well. */
  drawMarks({ watermark, foot }: PdfDocument): void {
    const sheet = this.#sheet
    const { start, count } = sheet.bufferedPageRange()
    for (let index = 0; index < count; index += 1) {
      sheet.switchToPage(start + index)
      // Below the margin, where a text would otherwise begin another page.
      sheet.page.margins.bottom = 0
      if (watermark !== null) this.#aside(() => this.#drawWatermark(watermark))
      this.#aside(() => this.#drawFoot(foot(index + 1, count)))
    }
  }

  #drawWatermark(word: string): void {
    const sheet = this.#sheet
    const { width, height } = sheet.page
    const { text } = fitLetters(word, this.#has)
    sheet.save().font('bold').fontSize(sizes.watermark)
    const size = Math.min(sizes.watermark, (sizes.watermark * height * 0.8) / sheet.widthOfString(text))
    sheet.fontSize(size).fillColor(ink).fillOpacity(watermarkOpacity)
    sheet.rotate(watermarkDegrees, { origin: [width / 2, height / 2] })
    sheet.text(text, (width - sheet.widthOfString(text)) / 2, (height - size) / 2, { lineBreak: false })
    sheet.restore()
    sheet.fillOpacity(1)
  }

  #drawFoot(words: string): void {
    const sheet = this.#sheet
    const { text } = fitLetters(words, this.#has)
    sheet.font('regular').fontSize(sizes.small).fillColor(quiet)
    sheet.text(text, marginPoints, sheet.page.height - marginPoints, { lineBreak: false })
  }

  #aside(draw: () => void): void {
    this.#sheet.markContent('Artifact', { type: 'Pagination' })
    draw()
    this.#sheet.endMarkedContent()
  }
}

function lettersOf(sheet: Sheet, { isEmbedded }: Fonts): (letter: string) => boolean {
  if (!isEmbedded) return isWesternLetter
  const faces = ['regular', 'bold'].map((name) => faceOf(sheet.font(name)))
  return (letter) => faces.every((face) => face.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
}

interface Face {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean
}

/** The library has no public way to ask which letters a font has. */
function faceOf(sheet: Sheet): Face {
  return (sheet as unknown as { readonly _font: { readonly font: Face } })._font.font
}

function collect(sheet: Sheet): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    sheet.on('data', (chunk: Buffer) => chunks.push(chunk))
    sheet.on('end', () => resolve(Buffer.concat(chunks)))
    sheet.on('error', reject)
  })
}
