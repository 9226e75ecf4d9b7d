// A judgement once the words of other documents were weighed against it.
// SPDX-License-Identifier: EUPL-1.2
import type { OverruledStep } from './explanation.ts'
import type { Judgement } from './judge.ts'
import type { Ruling } from './precedence.ts'
import type { Answer } from './verdict.ts'

/** `rulings` by the vulnerability's key in the judged document; null where they concern all that it names. */
export function overrule(judgement: Judgement, rulings: ReadonlyMap<string, Ruling>): Judgement {
  const steps: OverruledStep[] = []
  const perVulnerability = new Map(judgement.perVulnerability)
  for (const [vulnerability, ruling] of rulings) {
    const before = perVulnerability.get(vulnerability)
    if (ruling.answer === 'affected' || before === undefined || before === ruling.answer) continue
    perVulnerability.set(vulnerability, ruling.answer)
    steps.push(stepOf(vulnerability, ruling, ruling.answer))
  }
  if (steps.length === 0) return judgement
  const answers = [...perVulnerability.values()]
  const answer = order.find((one) => answers.includes(one)) ?? judgement.answer
  return {
    ...judgement,
    answer,
    perVulnerability,
    vulnerabilities: judgement.vulnerabilities.filter((key) => perVulnerability.get(key) === 'affected'),
    explanation: [...judgement.explanation, ...steps],
  }
}

const order: readonly Answer[] = ['affected', 'cannot_tell', 'not_affected', 'no_match']

function stepOf(
  vulnerability: string,
  { decidedBy, ground }: Ruling,
  answer: OverruledStep['answer'],
): OverruledStep {
  const { publisher, authority, status, reason, advisoryId, revisionId, pointer, sha256 } = decidedBy
  return {
    code: 'overruled',
    vulnerability,
    answer,
    ground,
    publisher,
    authority,
    status,
    justifications: reason?.justifications ?? [],
    impact: reason?.impact ?? null,
    advisoryId,
    revisionId,
    pointer,
    sha256,
  }
}

export function isOverruled({ explanation }: Pick<Judgement, 'explanation'>): boolean {
  return explanation.some((step) => step.code === 'overruled')
}
