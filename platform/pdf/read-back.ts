// Reads a PDF of ours back for tests: its language and title, and the tags in reading order with their text.
// SPDX-License-Identifier: EUPL-1.2
import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  readonly language: string | null
  readonly title: string | null
  readonly isTagged: boolean
  readonly pages: number
  /** Leaves of the structure tree in its order, with the tags above them: `Document/L/LI/Lbl`. */
  readonly read: readonly { readonly path: string; readonly text: string }[]
  /** Outside of the tree: watermarks and feet. */
  readonly artifacts: readonly string[]
  readonly fontFiles: number
}

interface Stored {
  readonly head: string
  readonly stream: Buffer | null
}

export function readPdfBack(pdf: Buffer): ReadPdf {
  const objects = objectsOf(pdf)
  const find = (part: RegExp) => [...objects.values()].find(({ head }) => part.test(head))
  const catalog = find(/\/Type \/Catalog/)?.head ?? ''
  const pageIds = [...objects].filter(([, { head }]) => /\/Type \/Page\b(?!s)/.test(head)).map(([id]) => id)
  const marked = new Map<string, string>()
  const artifacts: string[] = []
  for (const id of pageIds) readPage(objects, id, marked, artifacts)
  const rootId = reference(catalog, 'StructTreeRoot')
  const kids = rootId === null ? [] : references(objects.get(rootId)?.head ?? '', 'K')
  return {
    language: literal(/\/Lang \(\w+\)/.exec(catalog)?.[0] ?? ''),
    title: literal(objects.get(reference(find(/\/Producer/)?.head ?? '', 'Title') ?? -1)?.head ?? ''),
    isTagged: /\/Marked true/.test(objects.get(reference(catalog, 'MarkInfo') ?? -1)?.head ?? ''),
    pages: pageIds.length,
    read: kids.flatMap((kid) => walk(objects, kid, '', marked)),
    artifacts,
    fontFiles: [...objects.values()].filter(({ head }) => /\/FontFile[23]? \d/.test(head)).length,
  }
}

function objectsOf(pdf: Buffer): ReadonlyMap<number, Stored> {
  const text = pdf.toString('latin1')
  const objects = new Map<number, Stored>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length
    const end = text.indexOf('\nendobj', from)
    const begin = text.indexOf('\nstream\n', from)
    const hasStream = begin !== -1 && begin < end
    const head = text.slice(from, hasStream ? begin : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const bytes = hasStream ? pdf.subarray(begin + 8, begin + 8 + length) : null
    objects.set(Number(match[1]), {
      head,
      stream: bytes && /FlateDecode/.test(head) ? inflateSync(bytes) : bytes,
    })
  }
  return objects
}

function walk(
  objects: ReadonlyMap<number, Stored>,
  id: number,
  above: string,
  marked: ReadonlyMap<string, string>,
): ReadPdf['read'] {
  const head = objects.get(id)?.head ?? ''
  const path = [above, /\/S \/(\w+)/.exec(head)?.[1] ?? '?'].filter(Boolean).join('/')
  const kids = /\/K \[([^\]]*)\]/.exec(head)?.[1] ?? ''
  const page = reference(head.replace(kids, ''), 'Pg')
  const own: string[] = []
  const below: { path: string; text: string }[] = []
  for (const [, other, otherMcid, child, mcid] of kids.matchAll(
    /<<[^>]*?\/Pg (\d+) 0 R[^>]*?\/MCID (\d+)[^>]*>>|(\d+) 0 R|(\d+)/g,
  )) {
    if (child !== undefined) below.push(...walk(objects, Number(child), path, marked))
    else own.push(marked.get(`${other ?? page} ${otherMcid ?? mcid}`) ?? '<nothing>')
  }
  return [...(own.length > 0 ? [{ path, text: own.join(' ') }] : []), ...below]
}

function readPage(
  objects: ReadonlyMap<number, Stored>,
  id: number,
  marked: Map<string, string>,
  artifacts: string[],
): void {
  const { head } = objects.get(id) ?? { head: '' }
  const content = objects.get(reference(head, 'Contents') ?? -1)?.stream?.toString('latin1') ?? ''
  const resources = objects.get(reference(head, 'Resources') ?? -1)?.head ?? head
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [
      name,
      letterOf(objects, Number(font)),
    ]),
  )
  let font = (code: string) => code
  let mark: { readonly mcid: string | null; text: string } | null = null
  for (const [all, begin, name, shown] of content.matchAll(
    /\/\w+ (?:<<[^>]*>> BDC|BMC)|(\bEMC\b)|\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d.\s])*)\] TJ/g,
  )) {
    if (begin === undefined && name === undefined && shown === undefined)
      mark = { mcid: /\/MCID (\d+)/.exec(all)?.[1] ?? null, text: '' }
    else if (name !== undefined) font = fonts.get(name) ?? ((code) => code)
    else if (shown !== undefined && mark) {
      const codes = [...shown.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => font(hex)).join('')
      mark.text += `${mark.text === '' || mark.text.endsWith(' ') ? '' : ' '}${codes}`
    } else if (begin !== undefined && mark) {
      if (mark.mcid === null) artifacts.push(mark.text.trim())
      else marked.set(`${id} ${mark.mcid}`, mark.text.trim().replaceAll(/ +/g, ' '))
      mark = null
    }
  }
}

/** By the table that copying and reading aloud use; fonts without one are Windows-1252. */
function letterOf(objects: ReadonlyMap<number, Stored>, font: number): (hex: string) => string {
  const map = objects
    .get(reference(objects.get(font)?.head ?? '', 'ToUnicode') ?? -1)
    ?.stream?.toString('latin1')
  if (!map) return (hex) => new TextDecoder('windows-1252').decode(Buffer.from(hex, 'hex'))
  const letters: string[] = []
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => {
      letters[Number.parseInt(from, 16) + index] = Buffer.from(hex.replaceAll(' ', ''), 'hex')
        .swap16()
        .toString('utf16le')
    })
  return (hex) => (hex.match(/.{4}/g) ?? []).map((code) => letters[Number.parseInt(code, 16)] ?? '?').join('')
}

function reference(head: string, key: string): number | null {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1]
  return found === undefined ? null : Number(found)
}

function references(head: string, key: string): readonly number[] {
  const list = new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(head)?.[1] ?? ''
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id))
}

/** The first text in brackets. */
function literal(head: string): string | null {
  const found = /\(((?:\\.|[^\\)])*)\)/s.exec(head)?.[1]
  if (found === undefined) return null
  const bytes = Buffer.from(found.replaceAll(/\\([()\\])/g, '$1'), 'latin1')
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1')
}
