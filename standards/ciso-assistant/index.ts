// Library files of CISO Assistant in: a framework with its requirements, and mappings between frameworks.
// SPDX-License-Identifier: EUPL-1.2
export {
  type CisoFramework,
  type CisoLibrary,
  type CisoMapping,
  type CisoNode,
  lastOfUrn,
  localPart,
  type Relationship,
} from './library.ts'
export { maxLibraryBytes } from './limits.ts'
export { readCisoLibrary, readCisoValue } from './read.ts'
