// Open Badges 3.0: credentials of an achievement, signed so that they verify offline.
// SPDX-License-Identifier: EUPL-1.2
export {
  type Achievement,
  type Alignment,
  badgeCredential,
  holderNameOf,
  type NewBadge,
  type OpenBadgeCredential,
} from './credential.ts'
export { type Jwk, type Jwks, jwkOf, keyOfJwk, readJwks, thumbprintOf } from './jwk.ts'
export { faultsOfCredential, isCredential, type ShapeFault } from './shape.ts'
export { type SigningKey, signBadge } from './sign.ts'
export { type BadgeFault, type Verified, verifyBadge } from './verify.ts'
