// The one shape of every advisory format (CSAF, CVE, OSV, OpenVEX, CycloneDX VEX, KEV), and the reader of any such document.
// SPDX-License-Identifier: EUPL-1.2
export type {
  Advisory,
  AdvisoryFormat,
  CvssScore,
  ProductStatus,
  PublisherCategory,
  Reference,
  Remediation,
  StatedHash,
  StatedProduct,
  StatedVersion,
  Statement,
  StatusReason,
  Tlp,
  Vulnerability,
} from './advisory.ts'
export { type DocumentFormat, detectAdvisoryFormat, documentFormats } from './detect.ts'
export { type DocumentReading, readAdvisory } from './read.ts'
