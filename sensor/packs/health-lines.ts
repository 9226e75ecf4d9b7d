// The sensor's own rules for records, images and interfaces as lines of a pack, with their samples.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { healthRuleFiles, healthRuleFolder } from '../health/rules.ts'
import { healthSamples } from '../health/samples.ts'
import { type RuleLine, samplesShape } from './rule-lines.ts'

/** Where they stand among the paths of a pack's rules. */
const healthPath = 'health/'

export function healthLines(): readonly RuleLine[] {
  return healthRuleFiles().map((name) => ({
    path: `${healthPath}${name}.yml`,
    author: null,
    licence: null,
    source: readFileSync(join(healthRuleFolder, `${name}.yml`), 'utf8'),
    samples: samplesShape.parse(healthSamples(name)),
  }))
}
