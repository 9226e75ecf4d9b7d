// The coverage map for the terminal, and as one object for other programs.
// SPDX-License-Identifier: EUPL-1.2
import { printable } from '../engine/printable.ts'
import type { Words } from '../words/words.ts'
import { attackVersion } from './attack.ts'
import { adviceFor, adviceKeys } from './baseline.ts'
import { blindSources, byProduct, type Coverage, ruleStates, share } from './coverage.ts'
import { leadText, titleText } from './coverage-html.ts'
import { techniqueMap } from './map.ts'

const maxLines = 12

export function coverageLines(coverage: Coverage, words: Words): readonly string[] {
  const { rows, known, untagged } = techniqueMap(coverage.rules)
  const counts = {
    version: attackVersion,
    known: known.all,
    ready: known.ready,
    waiting: known.waiting,
    none: known.none,
  }
  const blind = coverage.looked ? blindSources(coverage) : []
  const rest = (count: number) =>
    count > maxLines ? [`  ${words.count('coverage.rest', count - maxLines)}`] : []
  return [
    titleText(coverage, words),
    leadText(coverage, words),
    ...ruleStates.map(
      (state) => `  ${words.say(`coverage.state.${state}`)}: ${words.number(coverage.states[state])}`,
    ),
    '',
    words.say('coverage.products'),
    ...byProduct(coverage)
      .slice(0, maxLines)
      .map(
        ({ product, all, ready }) =>
          `  ${product === null ? words.say('coverage.any') : printable(product, 60)}: ${share(ready, all)} % (${words.number(all)})`,
      ),
    '',
    words.say('coverage.map'),
    ...rows
      .filter(({ cells }) => cells.length > 0)
      .map(({ tactic, cells }) => {
        const ready = cells.filter(({ state }) => state === 'ready').length
        return `  ${words.say(`tactic.${tactic}`)}: ${words.say('coverage.techniques.say', { ready, all: cells.length })}`
      }),
    words.say('coverage.known', counts),
    ...(untagged > 0 ? [words.count('coverage.untagged', untagged)] : []),
    '',
    `${words.say('coverage.advice')} (${words.say('coverage.advice.say')})`,
    ...adviceLines(coverage, words),
    ...(blind.length > 0 ? ['', words.say('coverage.blind')] : []),
    ...blind
      .slice(0, maxLines)
      .map(({ source, rules }) => `  ${printable(source, 120)}: ${words.number(rules)}`),
    ...rest(blind.length),
    ...(coverage.faults.length > 0 ? ['', words.say('coverage.unsupported')] : []),
    ...coverage.faults
      .slice(0, maxLines)
      .map(({ title, file, because }) => `  ${printable(title ?? file, 120)}: ${printable(because, 200)}`),
    ...rest(coverage.faults.length),
    '',
    words.say('coverage.credits'),
  ]
}

function adviceLines({ rules }: Coverage, words: Words): readonly string[] {
  const advice = adviceFor(rules)
  if (advice.length === 0) return [`  ${words.say('coverage.advice.none')}`]
  return advice.flatMap((one, at) => {
    const { title, care, paths } = adviceKeys(one)
    const gains = [
      ...(one.opens > 0 ? [words.count('coverage.advice.opens', one.opens)] : []),
      ...(one.perhaps > 0 ? [words.count('coverage.advice.perhaps', one.perhaps)] : []),
    ]
    return [
      `  ${at + 1}. ${words.say(title)}: ${gains.join('; ')}`,
      ...paths.map((path) => `       ${words.say('coverage.advice.path')}: ${words.say(path)}`),
      ...one.commands.map((command) => `       ${command}`),
      ...(care === null ? [] : [`       ${words.say('coverage.advice.care')}: ${words.say(care)}`]),
    ]
  })
}

export function coverageObject(coverage: Coverage): object {
  const map = techniqueMap(coverage.rules)
  return {
    looked: coverage.looked,
    rules: coverage.all,
    states: coverage.states,
    sharePercent: share(coverage.states.ready, coverage.all),
    products: byProduct(coverage),
    attack: { version: attackVersion, ...map.known, rulesWithoutTechnique: map.untagged },
    tactics: map.rows,
    advice: adviceFor(coverage.rules),
    blindLogSources: blindSources(coverage),
    unsupported: coverage.faults.map(({ ruleId, title, file, line, place, because }) => {
      return { ruleId, title, file: `${file}:${line}`, place, because }
    }),
    notReady: coverage.rules
      .filter(({ state }) => state !== 'ready')
      .map(({ head: { id, title }, state }) => ({ ruleId: id, title, state })),
  }
}
