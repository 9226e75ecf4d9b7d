// The self-test: each rule must find its own positive samples and leave its negative ones, in the real detector.
// SPDX-License-Identifier: EUPL-1.2
import type { PackManifest } from '@salus/standards/packs'
import { detectorOf } from '../engine/detector.ts'
import { emptyFields, isBroken, type LogEvent, setField, windowsLog } from '../event/event.ts'
import { openLog } from '../parsers/list.ts'
import type { Pipeline } from '../sigma/pipelines/pipeline.ts'
import type { RuleFault, SigmaRule } from '../sigma/rule.ts'
import { type CompiledSource, compiledSource } from './compile.ts'
import { installLimits } from './limits.ts'
import type { RuleLine, Sample, SampleEvent } from './rule-lines.ts'

export interface LeftOut {
  readonly ruleId: string
  readonly title: string
  readonly path: string
  readonly because: string
}

export interface SelfTest {
  /** Rules that are not to run, each with its reason. */
  readonly failed: readonly LeftOut[]
  /** Ids of public rules that have no sample. */
  readonly untested: readonly string[]
  readonly tested: number
}

interface World {
  readonly manifest: PackManifest
  readonly pipelines: readonly Pipeline[]
  /** All rules by id and by name: correlations look beyond their own file. */
  readonly byName: ReadonlyMap<string, SigmaRule>
  readonly filters: readonly SigmaRule[]
  readonly budget: { events: number }
}

/** Patients of samples are told apart by a key that is no secret. */
const sampleKey = new Uint8Array(32)

export async function selfTest(
  lines: readonly RuleLine[],
  sources: readonly CompiledSource[],
  filters: readonly CompiledSource[],
  manifest: PackManifest,
  pipelines: readonly Pipeline[],
): Promise<SelfTest> {
  const byName = new Map<string, SigmaRule>()
  for (const { rules } of sources)
    for (const rule of rules) {
      if (rule.head.name !== null && !byName.has(rule.head.name)) byName.set(rule.head.name, rule)
      if (!byName.has(rule.head.id)) byName.set(rule.head.id, rule)
    }
  const world: World = {
    manifest,
    pipelines,
    byName,
    filters: filters.flatMap(({ rules }) => rules),
    budget: { events: installLimits.maxSampleEvents },
  }
  const failed: LeftOut[] = []
  const untested: string[] = []
  const seen = new Set<string>()
  let tested = 0
  for (const [at, line] of lines.entries()) {
    const source = sources[at]
    if (!source) continue
    for (const { id, title, because } of await testLine(line, source, world)) {
      const told = (reason: string) => failed.push({ ruleId: id, title, path: line.path, because: reason })
      if (seen.has(id)) told('the id is already that of another rule of the pack')
      else if (because === 'untested') untested.push(id)
      else if (because === null) tested++
      else told(because)
      seen.add(id)
    }
  }
  return { failed, untested, tested }
}

interface Verdict {
  readonly id: string
  readonly title: string
  /** null: it passed. */
  readonly because: string | null
}

async function testLine(line: RuleLine, source: CompiledSource, world: World): Promise<readonly Verdict[]> {
  const { samples } = line
  const values = samples?.values ? new Map(Object.entries(samples.values)) : null
  const { rules: own, faults } = values ? compiledSource(line, values) : source
  const referred = referredBy(own, world.byName)
  const silent = detectorOf(referred).correlations.silent
  // A rule that comes with samples is meant to run here; others that cannot be read are told as unsupported.
  const verdicts: Verdict[] = (samples?.positive.length ?? 0) === 0 ? [] : faults.map(unread)
  for (const rule of own) {
    const add = (because: string | null) => {
      verdicts.push({ id: rule.head.id, title: rule.head.title, because })
    }
    const entry = Object.hasOwn(world.manifest.rules, rule.head.id)
      ? world.manifest.rules[rule.head.id]
      : undefined
    const [positive, negative] = [samples?.positive, samples?.negative].map((list) =>
      (list ?? []).filter((sample) => isFor(sample, rule, own)),
    )
    if (!entry) add('the manifest does not list it')
    // It never finds for itself: what it is worth shows in the samples of its correlation.
    else if (silent.has(rule.head.id)) add(null)
    else if (!positive || positive.length === 0) add(withoutSample(entry.samples, rule))
    else add(await testRule(rule, referred, positive, negative ?? [], world))
  }
  return verdicts
}

function unread({ ruleId, title, file, line, place, because }: RuleFault): Verdict {
  return {
    id: ruleId ?? `${file}:${line}`,
    title: title ?? '',
    because: `it cannot be read: ${place}: ${because}`,
  }
}

/** Public rules bear the licence of others; our own have no excuse. */
function withoutSample(samples: 'own' | 'none', { head }: SigmaRule): string {
  return samples === 'none' && head.licence !== null
    ? 'untested'
    : 'it has no positive sample, so nobody can see whether it finds anything'
}

function isFor(sample: Sample, { head }: SigmaRule, own: readonly SigmaRule[]): boolean {
  return sample.rule === undefined ? own.length === 1 : sample.rule === head.id || sample.rule === head.name
}

async function testRule(
  { head }: SigmaRule,
  rules: readonly SigmaRule[],
  positive: readonly Sample[],
  negative: readonly Sample[],
  world: World,
): Promise<string | null> {
  const samples = [
    ...positive.map((one) => ({ one, wanted: true })),
    ...negative.map((one) => ({ one, wanted: false })),
  ]
  for (const [at, { one, wanted }] of samples.entries()) {
    const events = await eventsOf(one, world)
    const name = wanted ? `positive sample ${at + 1}` : `negative sample ${at + 1 - positive.length}`
    if (typeof events === 'string') return `${name}: ${events}`
    const detector = detectorOf([...rules, ...world.filters], { pipelines: world.pipelines })
    const findings = events.flatMap((event) => [...detector.see(event)])
    const found = [...findings, ...detector.finish(true)].some(({ ruleId }) => ruleId === head.id)
    if (found !== wanted) return wanted ? `it does not find its ${name}` : `it finds its ${name}`
  }
  return null
}

/** The rules themselves and those that correlations among them refer to, wherever in the pack they are. */
function referredBy(own: readonly SigmaRule[], byName: ReadonlyMap<string, SigmaRule>): readonly SigmaRule[] {
  const all = new Map(own.map((rule) => [rule.head.id, rule]))
  const waiting = [...own]
  for (let rule = waiting.pop(); rule !== undefined; rule = waiting.pop())
    for (const name of rule.kind === 'correlation' ? rule.rules : []) {
      const other = byName.get(name)
      if (!other || all.has(other.head.id)) continue
      all.set(other.head.id, other)
      waiting.push(other)
    }
  return [...all.values()]
}

async function eventsOf({ events, log }: Sample, { budget }: World): Promise<readonly LogEvent[] | string> {
  const all = events ? events.map(eventOf) : log ? await eventsOfLog(log) : []
  if (typeof all === 'string') return all
  budget.events -= all.length
  return budget.events < 0
    ? `all samples of the pack together have more than ${installLimits.maxSampleEvents} events`
    : all
}

function eventOf({ at, logSource, fields, raw }: SampleEvent, index: number): LogEvent {
  const own = emptyFields()
  for (const [name, value] of Object.entries(fields)) setField(own, name, value)
  return {
    source: 'sample',
    record: index + 1,
    at: at === undefined ? null : Date.parse(at),
    logSource: logSource ?? windowsLog,
    fields: own,
    raw: raw ?? null,
  }
}

async function eventsOfLog(log: NonNullable<Sample['log']>): Promise<readonly LogEvent[] | string> {
  const bytes = Buffer.from(log.base64, 'base64')
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  const opened = await openLog(whole(), { source: log.name, now: 0, patientKey: sampleKey })
  if (opened.parser === null) return 'no parser knows the format of its log'
  const events: LogEvent[] = []
  for await (const item of opened.items) {
    if (isBroken(item)) continue
    events.push(item)
    if (events.length > installLimits.maxEventsOfSample)
      return `its log has more than ${installLimits.maxEventsOfSample} events`
  }
  return events
}
