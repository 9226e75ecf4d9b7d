// The compiled form of a pack's rules: normalised as the engine takes them, so that a start needs no YAML.
// SPDX-License-Identifier: EUPL-1.2
import { sha256Of } from '@salus/standards/packs'
import { readRules } from '../sigma/read.ts'
import type { RuleFault, SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'
import type { RuleLine } from './rule-lines.ts'

/** Raised with every change of what `readRules` makes of a text; `compile.test.ts` says when. */
export const compilerVersion = 1

/** What one line of rules became. */
export interface CompiledSource {
  readonly path: string
  /** Of the YAML. */
  readonly sha256: string
  readonly rules: readonly SigmaRule[]
  readonly faults: readonly RuleFault[]
  /** Only of rules that wait for values of the house (`expand`): they are compiled again where there are some. */
  readonly waiting: RuleLine | null
}

export interface Compiled {
  readonly compiler: number
  readonly rules: readonly CompiledSource[]
  readonly filters: readonly CompiledSource[]
}

export function compiled(rules: readonly RuleLine[], filters: readonly RuleLine[]): Compiled {
  return {
    compiler: compilerVersion,
    rules: rules.map((line) => compiledSource(line)),
    filters: filters.map((line) => compiledSource(line)),
  }
}

export function compiledSource(line: RuleLine, placeholders: Placeholders = new Map()): CompiledSource {
  const { path, source } = line
  const read = readRules(source, path, placeholders)
  const rules = read.rules.map((rule) => withCredits(rule, line))
  const faults = [...read.faults]
  const whole = rules.filter((rule) => {
    if (everyNumberIsFinite(rule)) return true
    const { file, line: at, id, title } = rule.head
    faults.push({ file, line: at, ruleId: id, title, place: '', because: 'a number that is not finite' })
    return false
  })
  const waits = faults.length > 0 && /\bexpand\b/.test(source)
  return {
    path,
    sha256: sha256Of(Buffer.from(source)),
    rules: whole,
    faults,
    waiting: waits ? { ...line, samples: null } : null,
  }
}

function withCredits(rule: SigmaRule, { author, licence }: RuleLine): SigmaRule {
  const { head } = rule
  if ((head.author !== null || author === null) && (head.licence !== null || licence === null)) return rule
  return { ...rule, head: { ...head, author: head.author ?? author, licence: head.licence ?? licence } }
}

/** JSON has no infinity: `.inf` in YAML would come back as null. */
function everyNumberIsFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  const items = value instanceof Map ? [...value.values()] : Object.values(value)
  return items.every(everyNumberIsFinite)
}

const mapMark = '$map'

/** The same rules give the same text, whatever machine compiles them. */
export function writeCompiled(form: Compiled): string {
  return JSON.stringify(form, withMapMarks)
}

/** For `JSON.stringify`, which knows no maps. */
export function withMapMarks(_: string, value: unknown): unknown {
  return value instanceof Map ? { [mapMark]: [...value] } : value
}

/** What `JSON.parse` gives of `withMapMarks`. Expressions, which are nearly all of the text, have no maps. */
export function withMaps(rule: SigmaRule): SigmaRule {
  if (rule.kind === 'detection' || rule.kind === 'filter') return rule
  // A cast because only maps are put back into what the type says is there.
  return mapsBack(rule) as SigmaRule
}

function mapsBack(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(mapsBack)
  const entries: unknown = Object.hasOwn(value, mapMark) ? (value as Record<string, unknown>)[mapMark] : null
  // A cast because `writeCompiled` writes a map as the list of its entries.
  if (Array.isArray(entries))
    return new Map((entries as [unknown, unknown][]).map(([key, item]) => [key, mapsBack(item)]))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapsBack(item)]))
}

/** The compiler of a text that is not to be believed yet, or null where it says none. */
export function compilerOf(text: string): number | null {
  const [, digits] = /^\{"compiler":(\d{1,6}),/.exec(text) ?? []
  return digits === undefined ? null : Number(digits)
}
