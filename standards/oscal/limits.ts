// How large an OSCAL document from outside may be.
// SPDX-License-Identifier: EUPL-1.2
import type { JsonLimits } from '../json/index.ts'

/** The largest catalogue that is published (SP 800-53) has about 11 MB and nests 14 deep. */
export const oscalJsonLimits: JsonLimits = { maxBytes: 24 * 1024 * 1024, maxDepth: 64 }
export const maxControls = 5000
/** Controls and groups together. */
export const maxEntries = 2 * maxControls
/** Groups in groups and controls in controls. */
export const maxNesting = 12
export const maxProseCharacters = 4000
/** Of a parameter, as it is put into the prose: otherwise a few insertions of a long name would stand for gigabytes. */
export const maxParameterNameCharacters = 1000
