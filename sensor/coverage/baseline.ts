// Which logs to switch on next: each step of our baseline with the rules that it would open, the best for its effort first.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { RuleSource } from '../sigma/rule.ts'
import { isWordKey, type WordKey } from '../words/words.ts'
import data from './baseline.json' with { type: 'json' }
import type { CoveredRule } from './coverage.ts'

const part = z.string().nullable().optional()
const baselineShape = z.array(
  z.strictObject({
    id: z.string(),
    /** 1: a setting; 5: a project with hardware. */
    effort: z.int().min(1).max(5),
    /** A part that is left out fits anything; null fits rules that do not name it. */
    opens: z.array(z.strictObject({ product: part, category: part, service: part })).min(1),
    /** Only rules that ask for one of these. */
    eventIds: z.array(z.int()).optional(),
    paths: z.array(z.string()),
    commands: z.array(z.string()),
  }),
)
export type BaselineStep = z.infer<typeof baselineShape>[number]

export const baseline: readonly BaselineStep[] = baselineShape.parse(data)

export interface Advice {
  readonly id: string
  /** Rules of sources that never came. */
  readonly opens: number
  /** Rules whose source comes, but not the events that they ask for. */
  readonly perhaps: number
  readonly paths: readonly string[]
  readonly commands: readonly string[]
}

/**
 * One after the other: the step that opens most for its effort, then the next one of what is left. So a rule counts
 * once, and nobody adds up what two steps open both. What only perhaps is opened counts half.
 */
export function adviceFor(
  rules: readonly CoveredRule[],
  steps: readonly BaselineStep[] = baseline,
): readonly Advice[] {
  let waiting = rules.filter(({ state }) => state === 'blind' || state === 'quiet')
  let left = [...steps]
  const advice: Advice[] = []
  while (left.length > 0) {
    const [best] = left
      .map((step) => ({ step, gain: gainOf(step, waiting) }))
      .sort((one, two) => worth(two) - worth(one))
    if (!best || best.gain.opens + best.gain.perhaps === 0) break
    const { id, paths, commands } = best.step
    advice.push({ id, paths, commands, ...best.gain })
    waiting = waiting.filter((rule) => !isOpenedBy(rule, best.step))
    left = left.filter((step) => step !== best.step)
  }
  return advice
}

function gainOf(step: BaselineStep, waiting: readonly CoveredRule[]): { opens: number; perhaps: number } {
  const opened = waiting.filter((rule) => isOpenedBy(rule, step))
  const opens = opened.filter(({ state }) => state === 'blind').length
  return { opens, perhaps: opened.length - opens }
}

function worth({
  step,
  gain,
}: {
  readonly step: BaselineStep
  readonly gain: { opens: number; perhaps: number }
}): number {
  return (gain.opens + gain.perhaps / 2) / step.effort
}

function isOpenedBy({ source, eventIds, state }: CoveredRule, step: BaselineStep): boolean {
  if (!source || !step.opens.some((wanted) => fits(wanted, source))) return false
  // A log that comes need not be forwarded: then only a step that switches on these events helps.
  if (step.eventIds === undefined) return state === 'blind'
  return eventIds !== null && step.eventIds.some((id) => eventIds.has(String(id)))
}

function fits(wanted: BaselineStep['opens'][number], source: RuleSource): boolean {
  return (['product', 'category', 'service'] as const).every(
    (key) => wanted[key] === undefined || wanted[key] === source[key],
  )
}

export interface AdviceKeys {
  readonly title: WordKey
  readonly care: WordKey | null
  readonly paths: readonly WordKey[]
}

/** Throws where the words for a step are missing; a test looks at all of them. */
export function adviceKeys({ id, paths }: Pick<Advice, 'id' | 'paths'>): AdviceKeys {
  const [title, care] = [`advice.${id}.title`, `advice.${id}.care`]
  const named = paths.map((path) => `path.${path}`)
  if (!isWordKey(title) || !named.every(isWordKey))
    throw new Error(`There are no words for the advice "${id}".`)
  return { title, care: isWordKey(care) ? care : null, paths: named }
}
