// The compiled rules as a sensor keeps them for its starts: what the index needs at once, the expressions when they are asked for.
// SPDX-License-Identifier: EUPL-1.2
import { maskedIndexOf, maskText, unmaskText } from '@salus/standards/packs'
import { type Prepared, prepare, rememberPrepared } from '../engine/prepared.ts'
import type { Witness } from '../engine/witness.ts'
import type { DetectionRule, RuleHead, SigmaRule } from '../sigma/rule.ts'
import { type Compiled, type CompiledSource, withMapMarks, withMaps } from './compile.ts'

/** Raised with every change of this form, or of what `prepare` makes of an expression; `compile.test.ts` says when. */
export const startFormVersion = 1

const relations = ['equals', 'contains', 'startswith', 'endswith'] as const

/** What only explanations and reports ask of a head. */
type Remarks = Pick<RuleHead, 'description' | 'references' | 'falsePositives'>

/** A detection rule without what lies in the second part of the text: its expression, and the remarks of its head. */
interface ShortRule extends Pick<DetectionRule, 'kind' | 'logSource'> {
  readonly head: Omit<RuleHead, keyof Remarks>
  readonly fields: readonly string[]
  /** Place among `fields` or -1, place among `relations`, text. */
  readonly witnesses: readonly (readonly [field: number, relation: number, text: string])[] | null
  readonly eventIds: readonly string[] | null
  readonly at: number
  readonly length: number
}

type ShortSource = Omit<CompiledSource, 'rules'> & {
  readonly rules: readonly (ShortRule | Exclude<SigmaRule, DetectionRule>)[]
}

/** One line, then the rest of each rule; in letters of ASCII only, so that a place in the text is one in the bytes. */
export function writeStartForm({ compiler, rules, filters }: Compiled): Uint8Array {
  const rests: string[] = []
  let at = 0
  const short = (rule: SigmaRule): ShortRule | Exclude<SigmaRule, DetectionRule> => {
    if (rule.kind !== 'detection') return rule
    const { kind, logSource, expression } = rule
    const { description, references, falsePositives, ...head } = rule.head
    const rest = ascii(JSON.stringify({ expression, description, references, falsePositives }))
    rests.push(rest)
    at += rest.length
    return {
      kind,
      head,
      logSource,
      ...shortened(prepare(expression)),
      at: at - rest.length,
      length: rest.length,
    }
  }
  const sources = (list: readonly CompiledSource[]): readonly ShortSource[] =>
    list.map((source) => ({ ...source, rules: source.rules.map(short) }))
  const form = { compiler, rules: sources(rules), filters: sources(filters) }
  return maskText(`${ascii(JSON.stringify(form, withMapMarks))}\n${rests.join('')}`)
}

/** Only for bytes whose hash was checked: their form is not looked at again. */
export function readStartForm(bytes: Uint8Array): Compiled {
  const end = maskedIndexOf(bytes, '\n')
  // A cast because the bytes are those that `writeStartForm` made, as the hash has shown.
  const form = JSON.parse(unmaskText(bytes, 0, end)) as {
    readonly compiler: number
    readonly rules: readonly ShortSource[]
    readonly filters: readonly ShortSource[]
  }
  const whole = (rule: ShortSource['rules'][number]): SigmaRule =>
    rule.kind === 'detection' ? lazyRule(rule, bytes, end + 1) : withMaps(rule)
  const sources = (list: readonly ShortSource[]): readonly CompiledSource[] =>
    list.map((source) => ({ ...source, rules: source.rules.map(whole) }))
  return { compiler: form.compiler, rules: sources(form.rules), filters: sources(form.filters) }
}

function lazyRule(short: ShortRule, bytes: Uint8Array, from: number): DetectionRule {
  type Rest = Remarks & Pick<DetectionRule, 'expression'>
  let read: Rest | null = null
  const rest = (): Rest => {
    const at = from + short.at
    read ??= JSON.parse(unmaskText(bytes, at, at + short.length)) as Rest
    return read
  }
  const { id, name, title, level, status, author, licence, tags, file, line, pack } = short.head
  const rule: DetectionRule = {
    kind: short.kind,
    head: {
      id,
      name,
      title,
      level,
      status,
      author,
      licence,
      get description() {
        return rest().description
      },
      tags,
      get references() {
        return rest().references
      },
      get falsePositives() {
        return rest().falsePositives
      },
      file,
      line,
      pack,
    },
    logSource: short.logSource,
    get expression() {
      return rest().expression
    },
  }
  rememberPrepared(rule, lengthened(short))
  return rule
}

function shortened({
  fields,
  witnesses,
  eventIds,
}: Prepared): Pick<ShortRule, 'fields' | 'witnesses' | 'eventIds'> {
  return {
    fields,
    witnesses:
      witnesses?.map(({ field, relation, text }) => [
        field === null ? -1 : fields.indexOf(field),
        relations.indexOf(relation),
        text,
      ]) ?? null,
    eventIds: eventIds === null ? null : [...eventIds],
  }
}

function lengthened({ fields, witnesses, eventIds }: ShortRule): Prepared {
  return {
    fields,
    witnesses:
      witnesses?.map(
        ([field, relation, text]): Witness => ({
          field: fields[field] ?? null,
          relation: relations[relation] ?? 'contains',
          text,
        }),
      ) ?? null,
    eventIds: eventIds === null ? null : new Set(eventIds),
  }
}

function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
