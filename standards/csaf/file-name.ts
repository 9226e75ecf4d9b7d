// The name that a CSAF document's file must have (CSAF 2.0 and 2.1, 5.1).
// SPDX-License-Identifier: EUPL-1.2

/** Lower case, everything but letters, digits, plus and minus as one underscore, `.json`. */
export function csafFileName(trackingId: string): string {
  return `${trackingId.toLowerCase().replaceAll(/[^+a-z0-9-]+/g, '_')}.json`
}

/** A document that is known to be invalid may say so in its name. */
export function isCsafFileName(fileName: string, trackingId: string): boolean {
  const name = csafFileName(trackingId)
  return fileName === name || fileName === name.replace(/\.json$/, '_invalid.json')
}
