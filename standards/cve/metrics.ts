// Reads scores, SSVC decisions and the KEV mark from the metrics of a CVE record's containers.
// SPDX-License-Identifier: EUPL-1.2
import type { CvssScore, Vulnerability } from '../advisory/advisory.ts'
import { gravestOf, readAutomatableWord, readExploitationWord } from '../advisory/exploitation.ts'
import { readCvss, withoutRepeats } from '../advisory/scores.ts'
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../json/index.ts'

type Metrics = Pick<Vulnerability, 'scores' | 'exploitation' | 'automatable'>

const cvssKeys = ['cvssV4_0', 'cvssV3_1', 'cvssV3_0', 'cvssV2_0']

export function readMetrics(containers: readonly JsonNode[]): Metrics {
  const metrics = containers.flatMap((container) => objectsAt(container, 'metrics'))
  const others = metrics.flatMap((metric) => objectAt(metric, 'other') ?? [])
  const options = others.filter((other) => textAt(other, 'type') === 'ssvc').flatMap(readOptions)
  const isKnownExploited =
    others.some((other) => textAt(other, 'type') === 'kev') || containers.some(isTagged)
  return {
    scores: withoutRepeats(metrics.flatMap(readScores)),
    exploitation: gravestOf([
      isKnownExploited ? 'active' : null,
      ...options.flatMap((option) => readExploitationWord(textAt(option, 'Exploitation') ?? '')),
    ]),
    automatable: options.map(readAutomatable).find((answer) => answer !== null) ?? null,
  }
}

function readScores(metric: JsonNode): CvssScore[] {
  return cvssKeys.flatMap((key) => {
    const cvss = objectAt(metric, key)
    return cvss === null ? [] : (readCvss(cvss) ?? [])
  })
}

/** CISA writes `content.options` as a list of objects with one decision point each. */
function readOptions(other: JsonNode): JsonNode[] {
  const content = objectAt(other, 'content')
  return content === null ? [] : objectsAt(content, 'options')
}

function readAutomatable(option: JsonNode): boolean | null {
  return readAutomatableWord(textAt(option, 'Automatable') ?? '')
}

/** The tag that CISA used in CNA containers before it had a container of its own. */
function isTagged(container: JsonNode): boolean {
  return textsAt(container, 'tags').includes('x_known-exploited-vulnerability')
}
