// Reads the daily file of EPSS values, portion by portion; a bad line is a fault, the others are kept.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { quoteForeign, readInstant } from '../json/index.ts'
import { isGzip, lineBatches, unzippedStart } from './lines.ts'

/** From the comment in front of the heading; null where there is none. */
export interface EpssRelease {
  /** As written, `v2026.06.15`. */
  readonly modelVersion: string | null
  /** ISO 8601 instant in UTC. */
  readonly scoreDate: string | null
}

export interface EpssScore {
  readonly cveId: string
  /** Of attacks being seen within 30 days, from 0 to 1. */
  readonly probability: number
  /** Share of all CVEs with the same probability or a lower one, from 0 to 1. */
  readonly percentile: number
}

/** `refused` comes last: the bytes are no EPSS file, or end too early; what came before is good. */
export type EpssPart = EpssPortion | { readonly outcome: 'refused'; readonly fault: Fault }

export interface EpssPortion {
  readonly outcome: 'read'
  readonly release: EpssRelease
  /** Each CVE id once; over several portions an id may come again. */
  readonly scores: readonly EpssScore[]
  readonly faults: readonly Fault[]
  /** Lines that could not be read, also those for which `faults` had no more room. */
  readonly unreadLines: number
}

const maxLines = 2_000_000
const maxFaultsOfPortion = 20
const scoresOfPortion = 10_000

/** By its first bytes, those of what it unpacks to where it is zipped. */
export function isEpss(bytes: Uint8Array): boolean {
  const first = isGzip(bytes) ? unzippedStart(bytes) : Buffer.from(bytes.subarray(0, 20))
  const start = first.toString('latin1').toLowerCase()
  return start.startsWith('#model_version:') || start.startsWith('cve,epss')
}

/** Never throws; always ends with a part that says how it ended. */
export async function* readEpss(bytes: Uint8Array): AsyncGenerator<EpssPart> {
  const reader = new PortionReader()
  try {
    for await (const lines of lineBatches(bytes)) {
      for (const line of lines) {
        const fault = reader.take(line)
        if (fault !== null) return yield { outcome: 'refused', fault }
      }
      if (reader.isFull) yield reader.portion()
    }
  } catch (error) {
    return yield { outcome: 'refused', fault: damaged(error) }
  }
  if (reader.hasHeading) yield reader.portion()
  else yield { outcome: 'refused', fault: notAnEpssFile }
}

interface Columns {
  readonly cve: number
  readonly epss: number
  readonly percentile: number
  /** Files of other tools give the day on each line. */
  readonly date: number
}

class PortionReader {
  #number = 0
  #columns: Columns | null = null
  #release: EpssRelease = { modelVersion: null, scoreDate: null }
  #scores = new Map<string, EpssScore>()
  #faults: Fault[] = []
  #unread = 0

  get hasHeading(): boolean {
    return this.#columns !== null
  }

  get isFull(): boolean {
    return this.#scores.size >= scoresOfPortion || this.#unread >= scoresOfPortion
  }

  /** A fault of the file as a whole. */
  take(line: string): Fault | null {
    this.#number += 1
    if (this.#number > maxLines) return tooManyLines
    if (line === '') return null
    if (this.#columns === null) return this.#takeHead(line)
    this.#takeRow(line, this.#columns)
    return null
  }

  portion(): EpssPortion {
    const portion = {
      outcome: 'read' as const,
      release: this.#release,
      scores: [...this.#scores.values()],
      faults: this.#faults,
      unreadLines: this.#unread,
    }
    this.#scores = new Map()
    this.#faults = []
    this.#unread = 0
    return portion
  }

  #takeHead(line: string): Fault | null {
    if (line.startsWith('#')) {
      this.#release = readComment(line)
      return null
    }
    const names = line.split(',').map((name) => name.trim().toLowerCase())
    const at = (name: string) => names.indexOf(name)
    const columns = { cve: at('cve'), epss: at('epss'), percentile: at('percentile'), date: at('date') }
    if (columns.cve < 0 || columns.epss < 0 || columns.percentile < 0) return notAnEpssFile
    this.#columns = columns
    return null
  }

  #takeRow(line: string, columns: Columns): void {
    const cells = line.split(',')
    const cveId = cells[columns.cve]?.trim() ?? ''
    const probability = shareOf(cells[columns.epss])
    const percentile = shareOf(cells[columns.percentile])
    if (!/^CVE-\d{4}-\d{4,19}$/.test(cveId) || probability === null || percentile === null) {
      this.#unread += 1
      if (this.#faults.length < maxFaultsOfPortion) this.#faults.push(unreadLine(this.#number, line))
      return
    }
    this.#scores.set(cveId, { cveId, probability, percentile })
    if (this.#release.scoreDate === null && columns.date >= 0)
      this.#release = { ...this.#release, scoreDate: readInstant(cells[columns.date]?.trim() ?? '') }
  }
}

function readComment(line: string): EpssRelease {
  const words = line.slice(1).split(',')
  const readWord = (name: string) =>
    words
      .find((word) => word.trim().startsWith(`${name}:`))
      ?.trim()
      .slice(name.length + 1) ?? null
  const scoreDate = readWord('score_date')
  return {
    modelVersion: readWord('model_version')?.slice(0, 50) ?? null,
    scoreDate: scoreDate === null ? null : readInstant(scoreDate),
  }
}

/** A decimal number from 0 to 1; also `1e-05`, which scripts write. */
function shareOf(cell: string | undefined): number | null {
  const text = cell?.trim() ?? ''
  if (!/^\d{0,3}(?:\.\d{1,20})?(?:[eE]-?\d{1,3})?$/.test(text) || !/^[\d.]/.test(text)) return null
  const value = Number(text)
  return value >= 0 && value <= 1 ? value : null
}

const again = 'Fetch the file again; if it stays so, report it to FIRST.'

const notAnEpssFile: Fault = {
  code: 'epss/not-a-list',
  place: 'line 1',
  detail: 'There is no heading with the columns "cve", "epss" and "percentile".',
  remedy: 'Check the address: the daily file is called epss_scores-current.csv.gz.',
}

const tooManyLines: Fault = {
  code: 'epss/too-many-lines',
  place: `line ${maxLines}`,
  detail: `The file has more than ${maxLines} lines, far more than there are CVE ids.`,
  remedy: 'Check where the file comes from.',
}

function unreadLine(number: number, line: string): Fault {
  return {
    code: 'epss/line',
    place: `line ${number}`,
    detail: `${quoteForeign(line)} is no CVE id with two shares from 0 to 1; the line was left out.`,
    remedy: again,
  }
}

function damaged(error: unknown): Fault {
  const reason = error instanceof Error ? error.message.slice(0, 150) : 'unknown'
  return {
    code: 'epss/damaged',
    place: '',
    detail: `The file could not be read to its end (${reason}).`,
    remedy: again,
  }
}
