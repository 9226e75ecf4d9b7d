// Blind RSA signatures (RFC 9474, RSABSSA-SHA384-PSS-Randomized): a signature whose signer cannot know it again.
// SPDX-License-Identifier: EUPL-1.2
export { type BlindFaultCode, BlindSignatureFault } from './fault.ts'
export { type BlindPublicKey, blindPublicKeyOf, readBlindPublicKey } from './key.ts'
export { maxBlindMessageBytes, maxKeyBytes, maxModulusBits, minModulusBits } from './limits.ts'
export {
  type Blinded,
  blind,
  blindFrom,
  blindSign,
  finalize,
  prefixBytes,
  prepare,
  seedBytes,
  verify,
} from './signature.ts'
