// Reads and writes CACAO 2.0 playbooks.
// SPDX-License-Identifier: EUPL-1.2
export { waysOn } from './flow.ts'
export { isCacaoIdentifier, nameUuid, typeOfIdentifier } from './identifier.ts'
export { cacaoJsonLimits } from './limits.ts'
export { isShareable, type TlpLevel, tlpLevels, tlpOf } from './marking.ts'
export type {
  CacaoAgent,
  CacaoCommand,
  CacaoMarking,
  CacaoPlaybook,
  CacaoSignature,
  CacaoStep,
  CacaoStepType,
  Rest,
} from './playbook.ts'
export { readCacao, readCacaoBytes } from './read.ts'
export { writeCacao } from './write.ts'
