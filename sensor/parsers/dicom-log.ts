// Reads logs of DICOM servers (dcm4che and Orthanc style): associations and requests, never identifiers of patients.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, setField } from '../event/event.ts'
import { headLines } from './lines.ts'
import { instantOfIso, instantWithoutYear } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'

export const dicomLogParser = lineParser({
  name: 'dicom-log',
  accepts: (head) =>
    headLines(head).some((line) =>
      /A-ASSOCIATE-(?:RQ|AC|RJ)|C-(?:STORE|FIND|MOVE|GET|ECHO)-RQ|AET \w|DICOM server/.test(line),
    ),
  open: (context) => (line) => readDicom(line.slice(0, maxLineUnits), context),
})

/** What is looked for stands in the beginning of a line; a dump of a data set may follow. */
const maxLineUnits = 4_096
const title = '[\\w.-]{1,16}'

/** ORTHANC->PACS(3), PACS<-MODALITY1(3): the calling title, then the called one. */
const association = new RegExp(`(${title})(->|<-)(${title})\\((\\d{1,10})\\)`)
const message =
  /\b(A-ASSOCIATE-(?:RQ|AC|RJ)|A-RELEASE-R[QP]|A-ABORT|C-(?:STORE|FIND|MOVE|GET|ECHO|CANCEL)-(?:RQ|RSP))\b/
const orthancStart = /^[TIWEF](\d\d)(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{1,6}) /

function readDicom(text: string, context: ReadingContext): LineReading {
  const at = timeOf(text, context)
  if (at === null) return null
  const fields = emptyFields()
  const level = /\b(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\b/.exec(text.slice(0, 120))?.[1]
  if (level !== undefined) setField(fields, 'severity', level.toLowerCase())
  readAssociation(text, fields)
  readOrthanc(text, fields)
  const category =
    typeof fields.action === 'string' ? (categories.get(fields.action) ?? 'interface') : 'interface'
  // The rest of the line may hold a name or a number of a patient, so the text is not kept.
  return { at, logSource: { product: 'pacs', category, service: 'dicom' }, fields, raw: null }
}

const categories: ReadonlyMap<string, string> = new Map([
  ['C-FIND-RQ', 'query'],
  ['C-MOVE-RQ', 'export'],
  ['C-GET-RQ', 'export'],
])

function timeOf(text: string, context: ReadingContext): number | null {
  const orthanc = orthancStart.exec(text)
  if (orthanc === null) return instantOfIso(text, context.timeZone)
  const [, month, day, hour, minute, second, fraction] = orthanc.map(Number)
  const wall = { month: month ?? 0, day: day ?? 0, hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 }
  return instantWithoutYear({ ...wall, ms: Math.floor((fraction ?? 0) / 1_000) }, context)
}

function readAssociation(text: string, fields: Fields): void {
  const action = message.exec(text)?.[1]
  const found = association.exec(text)
  if (action === undefined) return
  setField(fields, 'action', action)
  if (found !== null) {
    const [, first = '', arrow, second = '', number] = found
    setField(fields, 'calling_ae', arrow === '->' ? first : second)
    setField(fields, 'called_ae', arrow === '->' ? second : first)
    setField(fields, 'association', Number(number))
  }
  readParts(text, fields)
  if (action === 'A-ASSOCIATE-RJ' || action === 'A-ABORT') setField(fields, 'outcome', 'failure')
  if (action === 'A-ASSOCIATE-AC') setField(fields, 'outcome', 'success')
}

const parts: readonly (readonly [string, RegExp])[] = [
  ['destination_ae', /\b(?:dest|destination|moveDest)(?:ination)?\s?[=:]\s?([\w.-]{1,16})/i],
  ['sop_class', /\bcuid=([\d.]{1,64})/],
  ['status', /\bstatus=([\dA-Fa-f]{1,4})H?\b/],
  ['result', /\bresult\s?[:=]\s?(\d)\b/],
  ['reject_source', /\bsource\s?[:=]\s?(\d)\b/],
  ['reason', /\breason\s?[:=]\s?(\d{1,2})\b/],
  ['client_ip', /\/([\d.]{7,15}|[\da-fA-F:]{3,45}):\d{1,5}\b/],
]

function readParts(text: string, fields: Fields): void {
  for (const [name, form] of parts) {
    const value = form.exec(text)?.[1]
    if (value !== undefined) setField(fields, name, value)
  }
}

/** Sentences of Orthanc, with what each tells. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [
    /Association Received from AET (?<calling_ae>[\w.-]{1,16}) on IP (?<client_ip>[\da-fA-F.:]{2,45})/,
    'A-ASSOCIATE-RQ',
  ],
  [/Association Acknowledged/, 'A-ASSOCIATE-AC'],
  [/Association Release/, 'A-RELEASE-RQ'],
  [/Rejected (?:association|connection) from (?:remote )?AET (?<calling_ae>[\w.-]{1,16})/i, 'A-ASSOCIATE-RJ'],
  [/(?:Incoming|Received) Find (?:request|SCU)/i, 'C-FIND-RQ'],
  [
    /(?:Incoming|Received) Move request[^:]{0,40}(?:: target AET )?(?<destination_ae>[\w.-]{1,16})?/i,
    'C-MOVE-RQ',
  ],
  [/(?:Incoming|Received) Store (?:request)?/i, 'C-STORE-RQ'],
]

function readOrthanc(text: string, fields: Fields): void {
  if (fields.action !== undefined) return
  for (const [form, action] of sentences) {
    const found = form.exec(text)
    if (found === null) continue
    setField(fields, 'action', action)
    for (const [name, value] of Object.entries(found.groups ?? {})) {
      if (value !== undefined) setField(fields, name, value)
    }
    if (action === 'A-ASSOCIATE-RJ') setField(fields, 'outcome', 'failure')
    return
  }
}
