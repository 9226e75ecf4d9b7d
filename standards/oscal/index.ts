// OSCAL in: catalogues of controls, and profiles that name controls.
// SPDX-License-Identifier: EUPL-1.2
export type { OscalControl, OscalDocument } from './document.ts'
export { maxControls, oscalJsonLimits } from './limits.ts'
export { readOscal, readOscalJson } from './read.ts'
