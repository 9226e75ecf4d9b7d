// The codes of refusals about sensors, packs, sightings and warnings.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../platform/http/problem.ts'

export const problemCodes = [
  'sensors/code-not-valid',
  'sensors/unknown-token',
  'sensors/too-many-attempts',
  'sensors/too-many-sensors',
  'sensors/not-found',
  'sensors/no-such-file',
  'sensors/unknown-epoch',
  'sensors/epoch-token-given',
  'sensors/not-blinded',
  'sensors/not-anonymous',
  'sensors/unknown-signature',
  'sensors/pack-refused',
  'sensors/pack-not-newer',
  'sensors/no-pack-file',
  'sensors/unknown-item',
  'sensors/too-few-hospitals',
  'sensors/not-packaged',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export function refuse(options: { code: ProblemCode } & ConstructorParameters<typeof Refusal>[0]): Refusal {
  return new Refusal(options)
}
