// What kind of situation an alert is, so that it leads to the measures, courses and services that answer it.
// SPDX-License-Identifier: EUPL-1.2
import type { Remediation } from '@salus/standards/advisory'
import type { Asset } from '../assets/index.ts'
import type { AlertSituation } from '../catalogue/index.ts'
import type { PathStep } from './urgency.ts'

export interface Situated {
  readonly path: readonly PathStep[]
  readonly remediations: readonly Pick<Remediation, 'category'>[]
  readonly assets: readonly Pick<Asset, 'facts'>[]
}

/** What was only assumed for the urgency is no reason here: advice rests on what is known. */
export function situationsOf({ path, remediations, assets }: Situated): readonly AlertSituation[] {
  const said = (question: PathStep['question'], answer: string) =>
    path.some((step) => step.question === question && step.answer === answer && !step.assumed)
  const has = (category: Remediation['category']) => remediations.some((one) => one.category === category)
  const found: readonly [AlertSituation, boolean][] = [
    ['exploited', said('exploitation', 'active')],
    ['reachable-from-internet', said('exposure', 'open')],
    ['old-system', has('no_fix_planned')],
    ['no-fix', has('none_available') && !has('vendor_fix')],
    [
      'medical-device',
      assets.some(({ facts }) => facts.udiDi !== null || isOnPatients(facts.clinicalRole)) ||
        path.some(
          ({ question, because, assumed }) => question === 'impact' && isOnPatients(because) && !assumed,
        ),
    ],
  ]
  return found.filter(([, holds]) => holds).map(([situation]) => situation)
}

/** Records and office computers are no medical devices. */
function isOnPatients(role: string | null): boolean {
  return role === 'life-supporting' || role === 'diagnostic'
}
