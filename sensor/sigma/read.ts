// Reads a file of Sigma documents into rules, and says of every other document why it gives none.
// SPDX-License-Identifier: EUPL-1.2
import { readCorrelation } from './correlation.ts'
import { readDetection } from './detection.ts'
import type { Expression } from './expression.ts'
import { readExtension } from './extension.ts'
import { readHead, readSource, textAt, textsAt } from './head.ts'
import { DetectionFault } from './modifiers.ts'
import { type Plain, type PlainMap, readPlainDocuments, YamlFault } from './plain.ts'
import type { FilterRule, RuleFault, RuleHead, RuleSource, SigmaRule } from './rule.ts'
import type { Placeholders } from './values.ts'

export interface ReadRules {
  readonly rules: readonly SigmaRule[]
  readonly faults: readonly RuleFault[]
}

export function readRules(text: string, file: string, placeholders: Placeholders = new Map()): ReadRules {
  const rules: SigmaRule[] = []
  const faults: RuleFault[] = []
  const documents = readPlainDocuments(text)
  if (documents.length === 0) faults.push(faultOf(file, 1, null, '', 'the file is empty'))
  let shared: PlainMap = new Map()
  for (const document of documents) {
    if (document instanceof YamlFault) {
      faults.push(faultOf(file, document.line, null, '', document.message))
      continue
    }
    const map = mapOf(document.value)
    // Collections of Sigma 1: what "action: global" says holds for every document after it.
    if (map && textAt(map, 'action') === 'global') {
      shared = merged(shared, map)
      continue
    }
    try {
      rules.push(readRule(map ? merged(shared, map) : document.value, file, document.line, placeholders))
    } catch (error) {
      if (!(error instanceof DetectionFault)) throw error
      faults.push(faultOf(file, document.line, map, error.place, error.message))
    }
  }
  return { rules, faults }
}

function readRule(value: Plain, file: string, line: number, placeholders: Placeholders): SigmaRule {
  const map = mapOf(value)
  if (!map) throw new DetectionFault('the document is no map', '')
  const head = readHead(map, file, line)
  if (!map.has('title')) throw new DetectionFault('no title', 'title')
  const taxonomy = textAt(map, 'taxonomy')
  if (taxonomy !== null && taxonomy !== 'sigma')
    throw new DetectionFault(`the taxonomy "${taxonomy.slice(0, 40)}" is not known here`, 'taxonomy')
  const status = head.status?.toLowerCase()
  if (status === 'unsupported' || status === 'deprecated')
    throw new DetectionFault(`its own status is "${status}"`, 'status')
  if (map.has('correlation')) return readCorrelation(map.get('correlation') ?? null, map, head)
  const extension = map.has('detection') || map.has('filter') ? null : readExtension(map, head)
  if (extension) return extension
  const logSource = readSource(map.get('logsource') ?? null)
  if (!logSource) throw new DetectionFault('no product, category or service', 'logsource')
  if (map.has('filter')) return readFilter(map.get('filter') ?? null, head, logSource, placeholders)
  if (!map.has('detection')) throw new DetectionFault('no detection, correlation or filter', '')
  const expression = readDetection(map.get('detection') ?? null, 'detection', placeholders)
  return { kind: 'detection', head, logSource, expression }
}

function readFilter(
  section: Plain,
  head: RuleHead,
  logSource: RuleSource,
  placeholders: Placeholders,
): FilterRule {
  const map = mapOf(section)
  if (!map) throw new DetectionFault('a map is expected', 'filter')
  const rules = textsAt(map, 'rules')
  if (rules.length === 0) throw new DetectionFault('no rules', 'filter/rules')
  return {
    kind: 'filter',
    head,
    logSource,
    rules: rules.includes('any') ? null : rules,
    expression: suppressed(readDetection(section, 'filter', placeholders)),
  }
}

/**
 * The specification's condition says what to suppress ("selection"); pySigma's says what to keep ("not selection").
 * Taken by the letter, the second would suppress everything else, so a negation on the outside is read as pySigma does.
 */
function suppressed(expression: Expression): Expression {
  return expression.kind === 'not' ? expression.of : expression
}

function mapOf(value: Plain): PlainMap | null {
  return value instanceof Map ? (value as PlainMap) : null
}

function merged(shared: PlainMap, own: PlainMap): PlainMap {
  if (shared.size === 0) return own
  const all = new Map(shared)
  all.delete('action')
  for (const [key, value] of own) {
    const before = mapOf(all.get(key) ?? null)
    const after = mapOf(value)
    all.set(key, before && after ? merged(before, after) : value)
  }
  return all
}

function faultOf(
  file: string,
  line: number,
  map: PlainMap | null,
  place: string,
  because: string,
): RuleFault {
  return { file, line, ruleId: map && textAt(map, 'id'), title: map && textAt(map, 'title'), place, because }
}
