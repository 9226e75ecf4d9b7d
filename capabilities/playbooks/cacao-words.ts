// The words of CACAO steps for people: names, commands as lines, owners; nothing is carried out by a machine.
// SPDX-License-Identifier: EUPL-1.2
import type { CacaoCommand, CacaoPlaybook, CacaoStep } from '@salus/standards/cacao'
import { factsOf, type StepFacts } from './cacao-extension.ts'
import type { StepTexts } from './playbook.ts'

const maxLineCharacters = 4_000
const maxLines = 100

/** A key of ours and the name for each agent; agents of the same name are one role. */
export function agentRoles({
  agents,
  steps,
}: CacaoPlaybook): ReadonlyMap<string, readonly [key: string, name: string]> {
  const said = new Map<string, string>()
  for (const step of steps) {
    const facts = step.type === 'action' ? factsOf(step.other) : null
    if (step.type === 'action' && facts !== null && facts !== 'unreadable') said.set(step.agent, facts.role)
  }
  const byName = new Map<string, string>()
  return new Map(
    agents.map(({ id, name }) => {
      const key = said.get(id) ?? byName.get(name) ?? `agent-${byName.size + 1}`
      byName.set(name, key)
      return [id, [key, clip(name)] as const]
    }),
  )
}

/** Longer texts than a step of ours may have are cut with a sign that there is more; the document itself is kept whole. */
function clip(text: string): string {
  return text.length > maxLineCharacters ? `${text.slice(0, maxLineCharacters - 1)}…` : text
}

function maybe(text: string | null): string | null {
  return text === null ? null : clip(text)
}

const nothingMore = { effectOnCare: null, safety: null, doneWhen: null, ifCannot: null }

/** With facts of our own extension the words stand there, and the description only repeats them for others. */
export function stepWords(step: CacaoStep, facts: StepFacts | null): StepTexts {
  const lines =
    step.type === 'action'
      ? step.commands.map(lineOf)
      : step.type === 'playbook-action'
        ? [step.playbookId]
        : []
  const shown =
    lines.length > maxLines ? [...lines.slice(0, maxLines - 1), `… + ${lines.length - maxLines + 1}`] : lines
  const title = clip(step.name ?? step.description?.split('\n')[0] ?? step.id)
  if (facts) return { title, do: shown, ...factWords(facts), answers: {} }
  return { title, do: shown, because: maybe(step.description), ...nothingMore, answers: {} }
}

export function wordsOfDecision(step: CacaoStep, facts: StepFacts | null): StepTexts {
  const condition = step.type === 'switch-condition' ? step.switch : 'condition' in step ? step.condition : ''
  const labels =
    step.type === 'switch-condition'
      ? step.cases.map(([value], index) => [caseKey(value, index), value] as const)
      : []
  const answers = { ...Object.fromEntries(labels), ...facts?.answers }
  const title = clip(step.name ?? condition)
  if (facts) return { title, do: [], ...factWords(facts), answers }
  const lines = step.name === null ? [] : [clip(condition)]
  return { title, do: lines, because: maybe(step.description), ...nothingMore, answers }
}

function factWords({ because, effectOnCare, safety, doneWhen, ifCannot }: StepFacts) {
  return { because, effectOnCare, safety, doneWhen, ifCannot }
}

/** A manual command as it is; another with its kind in front, so that nobody takes it for words. */
function lineOf({ type, text, encoded, description, other }: CacaoCommand): string {
  const content = typeof other.content === 'string' ? other.content : null
  const said = text ?? (encoded === null ? null : decode(encoded)) ?? description ?? '-'
  const whole = content === null ? said : `${said}\n${content}`
  return clip(type === 'manual' ? whole : `${type}: ${whole}`)
}

function decode(encoded: string): string {
  return Buffer.from(encoded.slice(0, 4 * maxLineCharacters), 'base64').toString('utf8')
}

/** The name of a case as a key of ours: as it is where it may be one. */
export function caseKey(value: string, index: number): string {
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(value) ? value : `case-${index + 1}`
}
