// Writes catalogues of public services in CPSV-AP 3.2.
// SPDX-License-Identifier: EUPL-1.2
export { type Concept, type PublicService, type ServiceCatalogue, writeCatalogue } from './write.ts'
