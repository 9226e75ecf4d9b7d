// Signed packs of rules and indicators: metadata as in The Update Framework 1.0, read, checked, written and signed.
// SPDX-License-Identifier: EUPL-1.2
export { openContainer, type RandomAccess, writeContainer } from './container.ts'
export { maskedIndexOf, maskText, packText, unmaskText, unpackText } from './encoding.ts'
export {
  keyIdOf,
  newSigner,
  type PackKey,
  publicKeyShape,
  readSigner,
  type Signer,
  sha256Of,
  signerOf,
  writeSigner,
} from './keys.ts'
export { packLimits } from './limits.ts'
export {
  type HealthSwitches,
  healthSwitchesShape,
  type ManifestList,
  type ManifestRule,
  manifestShape,
  type PackManifest,
  readHealthSwitches,
  readManifest,
  writeManifest,
} from './manifest.ts'
export type { RoleName, Root, Snapshot, TargetFile, Targets, Timestamp } from './metadata.ts'
export { roleNames } from './metadata.ts'
export {
  isRepositoryName,
  maxBytesOfFile,
  maxBytesOfTarget,
  rootName,
  snapshotName,
  targetFileName,
  targetsName,
  timestampName,
} from './names.ts'
export {
  type Announcement,
  announce,
  nextSequence,
  type Published,
  type RoleChoice,
  renewTimestamp,
  rootOf,
  signRoot,
  targetFileOf,
  usualDays,
} from './publish.ts'
export { refreshPack, type VerifiedPack } from './refresh.ts'
export { askPublisher, type PackFaultCode, PackRefusal, tooLarge } from './refusal.ts'
export {
  type PackRepository,
  readBounded,
  readTarget,
  repositoryInMemory,
  type TrustedMetadata,
  trustedInMemory,
} from './repository.ts'
export { readSigned, requireSignatures, type SignedFile, signingKeys } from './signed.ts'
export {
  isTellableIdsName,
  requireTellableIds,
  tellableAmong,
  tellableIdsNameOf,
  writeTellableIds,
} from './tellable-ids.ts'
