// Small workbooks for tests, built part by part.
// SPDX-License-Identifier: EUPL-1.2
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
  /** General purpose bit flag; 1 says encrypted. */
  readonly flags?: number
  /** Says another size than the content has. */
  readonly claimedBytes?: number
}

export function buildZip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = deflateRawSync(content)
    const name = Buffer.from(part.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE((part.flags ?? 0) | 0x800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.claimedBytes ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

export interface SheetContent {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** The inside of `sheetData`, or the whole part when it begins with `<?xml` or `<!`. */
  readonly rows: string
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export function workbookParts(
  sheets: readonly SheetContent[],
  extra: { readonly strings?: string; readonly styles?: string; readonly from1904?: boolean } = {},
): ZipPart[] {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`
  const listed = sheets.map(
    (sheet, n) =>
      `<sheet name="${sheet.name}" sheetId="${n + 1}" r:id="s${n}"${sheet.state ? ` state="${sheet.state}"` : ''}/>`,
  )
  const targets = sheets.map((_, n) => relation(`s${n}`, 'worksheet', `worksheets/sheet${n + 1}.xml`))
  return [
    {
      name: '_rels/.rels',
      content: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main} xmlns:r="${relationships}"><workbookPr date1904="${extra.from1904 ? 1 : 0}"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${targets.join('')}${relation('st', 'sharedStrings', 'sharedStrings.xml')}${relation('sy', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${extra.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet ${main}>${extra.styles ?? ''}</styleSheet>` },
    ...sheets.map((sheet, n) => ({
      name: `xl/worksheets/sheet${n + 1}.xml`,
      content: /^<[?!]/.test(sheet.rows)
        ? sheet.rows
        : `<worksheet ${main}><sheetData>${sheet.rows}</sheetData></worksheet>`,
    })),
  ]
}

/** A row of inline texts. */
export function inlineRow(line: number, cells: readonly string[]): string {
  return `<row r="${line}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
}

export function buildWorkbook(
  sheets: readonly SheetContent[],
  extra: Parameters<typeof workbookParts>[1] = {},
): Uint8Array {
  return buildZip(workbookParts(sheets, extra))
}
