// `sensor rules DIR…`: which rules load, by log source, and why the others do not.
// SPDX-License-Identifier: EUPL-1.2
import { detectorOf } from '../engine/detector.ts'
import { sourceName } from '../engine/groups.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { loadRules } from '../sigma/folder.ts'
import { ruleLevels } from '../sigma/rule.ts'
import { type Command, jsonOption, type Output, ruleOptions, UsageFault } from './command.ts'
import { readPlaceholders } from './placeholders.ts'

import { faultSummary } from './summary.ts'

export const rulesCommand: Command = {
  name: 'rules',
  usage: 'DIR… [--placeholders FILE] [--json]',
  options: { ...ruleOptions, ...jsonOption },
  async run(words, output) {
    const paths = [...words.positionals, ...words.texts('rules')]
    if (paths.length === 0) throw new UsageFault('Which folder?')
    await listRules(paths, words.text('placeholders'), words.is('json'), output)
    return undefined
  },
}

async function listRules(
  paths: readonly string[],
  placeholders: string | null,
  json: boolean,
  output: Output,
): Promise<void> {
  const loaded = await loadRules(paths, await readPlaceholders(placeholders))
  const detector = detectorOf(loaded.rules)
  const faults = [...loaded.faults, ...detector.faults]
  const ofKind = (kind: string) => loaded.rules.filter((rule) => rule.kind === kind).length
  const report = {
    files: loaded.files,
    loaded: loaded.rules.length - detector.faults.length,
    detections: ofKind('detection'),
    correlations: ofKind('correlation'),
    filters: ofKind('filter'),
    withoutIndex: detector.matcher.index.always,
    levels: ruleLevels.map((level) => ({
      level,
      rules: loaded.rules.filter(({ head }) => head.level === level).length,
    })),
    logSources: detector.matcher.groups
      .map(({ source, rules }) => ({ logSource: sourceName(source), rules: rules.length }))
      .sort((one, two) => two.rules - one.rules),
    unsupported: faults.map(faultSummary),
  }
  if (json) return output.write(jsonLine(report))
  await output.write(
    `${report.loaded} rules of ${report.files} files: ${report.detections} detections, ${report.correlations} correlations, ${report.filters} filters; ${report.withoutIndex} are evaluated on every event of their log source.`,
  )
  for (const { level, rules } of report.levels) await output.write(`  ${level}: ${rules}`)
  for (const { logSource, rules } of report.logSources)
    await output.write(`  ${printable(logSource)}: ${rules}`)
  await output.write(`${faults.length} unsupported:`)
  for (const { file, because } of report.unsupported)
    await output.write(`  ${printable(file, 500)}: ${printable(because)}`)
}
