// What the parts of an .xlsx say about sheets, shared texts and number formats.
// SPDX-License-Identifier: EUPL-1.2
import { quote } from '../inventory/quote.ts'
import { openXmlReader, type XmlHandler, XmlRefusal } from '../xml/index.ts'
import { formatKind, type NumberFormat } from './number-format.ts'
import { TableRefusal } from './table.ts'
import type { Zip } from './zip.ts'

/** Three elements for each of 200 cells in 100,000 rows; they are streamed, not kept. */
const maxPartElements = 60_000_000
const maxSharedStrings = 2_000_000
const maxSheets = 500

export interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly visible: boolean
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly from1904: boolean
  readonly sharedStrings: readonly string[]
  readonly formats: readonly NumberFormat[]
}

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const root = await readTargets(zip, '_rels/.rels', '')
  const main = [...root.values()].find((target) => target.type.endsWith('/officeDocument'))
  if (main === undefined || !zip.names.includes(main.part)) throw noWorkbook
  const slash = main.part.lastIndexOf('/') + 1
  const folder = main.part.slice(0, slash)
  const targets = await readTargets(zip, `${folder}_rels/${main.part.slice(slash)}.rels`, folder)
  const partOf = (kind: string): string | null =>
    [...targets.values()].find((target) => target.type.endsWith(`/${kind}`))?.part ?? null
  return {
    ...(await readSheets(zip, main.part, targets)),
    sharedStrings: await readSharedStrings(zip, partOf('sharedStrings')),
    formats: await readFormats(zip, partOf('styles')),
  }
}

/** Streams one part through the XML reader; false when there is no such part. */
export async function readPart(zip: Zip, part: string, handler: XmlHandler): Promise<boolean> {
  const chunks = await zip.part(part)
  if (chunks === null) return false
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const reader = openXmlReader(handler, maxPartElements)
  try {
    for await (const chunk of chunks) reader.write(decoder.decode(chunk, { stream: true }))
    reader.write(decoder.decode())
    reader.end()
    return true
  } catch (error) {
    throw inPart(part, error)
  }
}

function inPart(part: string, error: unknown): unknown {
  if (error instanceof XmlRefusal) {
    return new TableRefusal({ ...error.fault, place: `${quote(part, 80)}, ${error.fault.place}` })
  }
  if (!(error instanceof TypeError)) return error
  return new TableRefusal({
    code: 'xlsx/encoding',
    place: quote(part, 80),
    detail: 'This part of the workbook is not UTF-8.',
    remedy: 'Open the workbook in the spreadsheet program and save it again as .xlsx.',
  })
}

interface Target {
  readonly type: string
  readonly part: string
}

async function readTargets(zip: Zip, part: string, folder: string): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>()
  await readPart(zip, part, {
    open: ({ name, attributes }) => {
      const target = attributes.get('Target')
      if (name !== 'Relationship' || target === undefined || attributes.get('TargetMode') === 'External')
        return
      targets.set(attributes.get('Id') ?? '', {
        type: attributes.get('Type') ?? '',
        part: target.startsWith('/') ? target.slice(1) : folder + target,
      })
    },
    text: () => {},
    close: () => {},
  })
  return targets
}

async function readSheets(
  zip: Zip,
  part: string,
  targets: ReadonlyMap<string, Target>,
): Promise<Pick<Workbook, 'sheets' | 'from1904'>> {
  const sheets: SheetEntry[] = []
  let from1904 = false
  await readPart(zip, part, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '')
      if (name !== 'sheet' || sheets.length >= maxSheets) return
      const id = [...attributes].find(([key]) => key.endsWith(':id'))?.[1] ?? ''
      const target = targets.get(id)
      // Chart sheets and dialogues are listed as sheets too, but hold no rows.
      if (target === undefined || !target.type.endsWith('/worksheet')) return
      const visible = !['hidden', 'veryHidden'].includes(attributes.get('state') ?? 'visible')
      sheets.push({ name: attributes.get('name') ?? '', part: target.part, visible })
    },
    text: () => {},
    close: () => {},
  })
  return { sheets, from1904 }
}

async function readSharedStrings(zip: Zip, part: string | null): Promise<string[]> {
  const strings: string[] = []
  if (part === null) return strings
  let current = ''
  let inText = false
  let inPhonetic = false
  await readPart(zip, part, {
    open: ({ name }) => {
      if (name === 'si') current = ''
      if (name === 'rPh') inPhonetic = true
      inText = name === 't' && !inPhonetic
    },
    text: (text) => {
      if (inText) current += text
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
      if (name !== 'si') return
      if (strings.length >= maxSharedStrings) throw tooManyStrings
      strings.push(current)
    },
  })
  return strings
}

async function readFormats(zip: Zip, part: string | null): Promise<NumberFormat[]> {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  if (part === null) return formats
  let inCellFormats = false
  await readPart(zip, part, {
    open: ({ name, attributes }) => {
      const id = Number(attributes.get('numFmtId') ?? '0')
      if (name === 'numFmt') codes.set(id, attributes.get('formatCode') ?? '')
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'xf' && inCellFormats) formats.push(formatKind(id, codes.get(id) ?? null))
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return formats
}

const tooManyStrings = new TableRefusal({
  code: 'xlsx/too-many-texts',
  place: 'file',
  detail: `The workbook holds more than ${maxSharedStrings} different texts.`,
  remedy: 'Copy the devices into a new workbook, and import that.',
})

const noWorkbook = new TableRefusal({
  code: 'xlsx/no-workbook',
  place: 'file',
  detail: 'The file is a ZIP container, but holds no Excel workbook.',
  remedy: 'Save the spreadsheet as .xlsx (Excel workbook) or as "CSV UTF-8", and import that.',
})
