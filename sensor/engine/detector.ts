// Rules, filters and correlations together: events go in, findings come out.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import type { Pipeline } from '../sigma/pipelines/pipeline.ts'
import type {
  CorrelationRule,
  DetectionRule,
  FilterRule,
  RuleFault,
  RuleHead,
  RuleLevel,
  SigmaRule,
} from '../sigma/rule.ts'
import { ruleLevels } from '../sigma/rule.ts'
import { type AssetClassList, noAssetClasses } from './asset-class.ts'
import type { Correlated, Hit } from './correlation/hit.ts'
import { hitFields, keptTexts } from './correlation/kept.ts'
import { type CorrelationNetwork, correlationNetwork } from './correlation/network.ts'
import { withFilters } from './filters.ts'
import { audienceOf, correlationFinding, type Finding, findingOf } from './finding.ts'
import { type Mapping, sourceName } from './groups.ts'
import { fieldOf } from './mapping.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import { textsOf } from './view.ts'

export interface DetectorOptions {
  /** Findings below are not told; correlations count them all the same. */
  readonly minLevel?: RuleLevel
  readonly latenessMs?: number
  readonly pipelines?: readonly Pipeline[]
  readonly costs?: { readonly startSteps: number; readonly stepsPerEvent: number }
  /** That of another detector over the same rules, which then also bears its faults. */
  readonly matcher?: Matcher
  /** The hospital's list of hosts and what they are. */
  readonly assetClasses?: AssetClassList
}

export interface Detector {
  readonly matcher: Matcher
  readonly correlations: CorrelationNetwork
  /** Everything that was given and is not run, with its reason; quarantined rules come to it as they arise. */
  readonly faults: RuleFault[]
  see(event: LogEvent): readonly Finding[]
  /** No event before the instant (ms UTC) is to come; correlations that waited for it are decided. */
  advance(instant: number): readonly Finding[]
  /** Takes back what `advance` was told beyond the instant (ms UTC). */
  rewind(instant: number): void
  finish(closeAll: boolean): readonly Finding[]
  /** Findings of correlations, without those below the level. */
  told(correlated: readonly Correlated[]): readonly Finding[]
  /** Plain data from which a detector over the same rules goes on; what belongs to a rule that changed is left out. */
  save(): unknown
  load(saved: unknown): void
  /** Log sources of rules that no event reached, with the number of their rules. */
  blind(): readonly { readonly logSource: string; readonly rules: number }[]
  readonly counts: { undated: number }
}

export function detectorOf(given: readonly SigmaRule[], options: DetectorOptions = {}): Detector {
  const filters = given.filter((rule): rule is FilterRule => rule.kind === 'filter')
  const filtered = withFilters(
    given.filter((rule): rule is DetectionRule => rule.kind === 'detection'),
    filters,
  )
  const meta = given.filter((rule): rule is CorrelationRule => rule.kind === 'correlation')
  const byId = new Map(meta.map((rule) => [rule.head.id, rule]))
  const correlations = correlationNetwork(
    meta,
    new Map(
      filtered.rules.map(({ head }) => [head.id, head.name === null ? [head.id] : [head.id, head.name]]),
    ),
    { latenessMs: options.latenessMs ?? Number.POSITIVE_INFINITY },
  )
  const faults: RuleFault[] = [...filtered.faults, ...correlations.faults]
  const matcher =
    options.matcher ??
    matcherOf(filtered.rules, {
      ...(options.pipelines ? { pipelines: options.pipelines } : {}),
      ...(options.costs ? { costs: options.costs } : {}),
      onQuarantine: (rule) => faults.push(quarantineFault(rule)),
    })
  const lowest = ruleLevels.indexOf(options.minLevel ?? 'informational')
  const told = (finding: Finding) => ruleLevels.indexOf(finding.level) >= lowest
  const counts = { undated: 0 }
  const classes = options.assetClasses ?? noAssetClasses
  const privacy = privacyRules(filtered.rules, meta)
  // Sigma tells no cases apart, and attackers write one account in many.
  const folded = keptTexts()
  const findingsOf = (correlated: readonly Correlated[]): readonly Finding[] =>
    correlated.flatMap((one) => {
      const rule = byId.get(one.ruleId)
      return rule && !correlations.silent.has(one.ruleId)
        ? [correlationFinding(rule, one, privacy.has(one.ruleId) ? 'privacy' : 'it', classes)]
        : []
    })

  return {
    matcher,
    correlations,
    faults,
    counts,
    see(event) {
      const hits = matcher.match(event)
      if (hits.length === 0) return []
      const findings: Finding[] = []
      for (const { rule: index, mapping } of hits) {
        const rule = matcher.rules[index] as DetectionRule
        if (!correlations.silent.has(rule.head.id)) findings.push(findingOf(rule, event, mapping, classes))
        const wanted = correlations.wantedOf(rule.head.id)
        if (wanted === undefined) continue
        const { at, source, record } = event
        if (at === null) {
          counts.undated++
          continue
        }
        const fields = wantedFields(event, wanted, mapping, folded)
        findings.push(...findingsOf(correlations.add({ ruleId: rule.head.id, at, source, record, fields })))
      }
      return findings.filter(told)
    },
    advance: (instant) => findingsOf(correlations.advance(instant)).filter(told),
    rewind: (instant) => correlations.rewind(instant),
    save: () => ({ correlations: correlations.save() }),
    load: (saved) => correlations.load((saved as { correlations: unknown }).correlations),
    told: (correlated) => findingsOf(correlated).filter(told),
    finish: (closeAll) => findingsOf(correlations.finish(closeAll)).filter(told),
    blind: () =>
      matcher.groups
        .filter((_, at) => matcher.reached[at] === 0)
        .map(({ source, rules }) => ({ logSource: sourceName(source), rules: rules.length })),
  }
}

export function quarantineFault({ head }: DetectionRule): RuleFault {
  return {
    file: head.file,
    line: head.line,
    ruleId: head.id,
    title: head.title,
    place: 'detection',
    because: 'it costs more than a rule may, and was taken out of service during this run',
  }
}

/** Rules for the privacy officer, and every correlation that rests on one of them, by their ids. */
function privacyRules(
  detections: readonly DetectionRule[],
  correlations: readonly CorrelationRule[],
): ReadonlySet<string> {
  const ids = new Set<string>()
  const names = new Set<string>()
  const add = ({ id, name }: RuleHead) => {
    ids.add(id)
    names.add(id)
    if (name !== null) names.add(name)
  }
  for (const { head } of [...detections, ...correlations]) if (audienceOf(head.tags) === 'privacy') add(head)
  for (let before = -1; before !== ids.size; ) {
    before = ids.size
    for (const { head, rules } of correlations) if (rules.some((name) => names.has(name))) add(head)
  }
  return ids
}

/** What correlations ask of an event. */
export function wantedFields(
  event: LogEvent,
  wanted: ReadonlySet<string>,
  mapping: Mapping | null,
  folded: (text: string) => string,
): Hit['fields'] {
  const fields = hitFields()
  for (const name of wanted) {
    const texts = textsOf(fieldOf(event.fields, mapping, name))
    if (texts !== undefined) fields[name] = folded(typeof texts === 'string' ? texts : texts.join('\u0000'))
  }
  return fields
}
