// Cases of the CSAF suites that come out otherwise than labelled, each with its reason.
// SPDX-License-Identifier: EUPL-1.2
import type { CsafVersion } from '../../standards/csaf/validate.ts'

const network =
  'Not done: the test fetches addresses that a document names; a reader of hostile documents does not.'
const spelling = 'Not done: the test needs dictionaries of every language.'
const grammar = 'Not done: the test needs a grammar checker for every language.'
const hashes =
  'The document breaks mandatory test 6.1.25 (one algorithm twice) and is labelled valid; the test itself answers as wanted.'
const schemaOutside =
  'Cannot be decided offline: what the extension allows is written where its $schema points, and nothing is fetched.'

function each(ids: string, reason: string): (readonly [id: string, reason: string])[] {
  return ids.split(', ').map((id) => [id, reason] as const)
}

export const csafExceptions: Readonly<Record<CsafVersion, ReadonlyMap<string, string>>> = {
  '2.0': new Map([
    ...each('6.2.9 6-2-09-02', hashes),
    ...each('6.3.6 6-3-06-01, 6.3.6 6-3-06-02, 6.3.6 6-3-06-11, 6.3.7 6-3-07-11', network),
    ...each('6.3.8 6-3-08-01, 6.3.8 6-3-08-11, 6.3.8 6-3-08-12', spelling),
  ]),
  '2.1': new Map([
    ...each(
      '6.1.10 6-1-10-13',
      'The base score of the CVSS 2 vector is 10.0; the document says 9.0 and breaks 6.1.9, but is labelled valid.',
    ),
    ...each(
      '6.1.27.13 6-1-27-13-16',
      'The document defines one product id twice and another not at all (6.1.1, 6.1.2), but is labelled valid.',
    ),
    ...each(
      '6.1.48 6-1-48-16',
      'The registry of SSVC has no version 3.0.1 of the CVSS decision point E, so that the selection cannot be valid.',
    ),
    ...each(
      '6.1.48 6-1-48-19',
      'The values M, C, R are out of the order of their definition, as in case 09 of the same test, labelled invalid.',
    ),
    ...each('6.1.50 6-1-50-15', 'The document defines one product id twice (6.1.2), but is labelled valid.'),
    ...each('6.1.60.2 6-1-60-02-01, 6.1.60.3 6-1-60-03-01, 6.1.60.3 6-1-60-03-02', schemaOutside),
    ...each('6.2.8 6-2-08-02, 6.2.9 6-2-09-02', hashes),
    ...each(
      '6.2.21 6-2-21-02',
      'The revision history is out of order and has no first version (6.1.14, 6.1.21), but is labelled valid.',
    ),
    ...each(
      '6.2.39.2 6-2-39-02-01, 6.2.39.3 6-2-39-03-01',
      'The document has no note of the category description (6.1.27.14), but is labelled valid.',
    ),
    ...each('6.2.44 6-2-44-02', 'Cannot be decided offline: which references of LicenseDB are deprecated.'),
    ...each('6.3.6 6-3-06-01, 6.3.6 6-3-06-11, 6.3.7 6-3-07-01, 6.3.7 6-3-07-11', network),
    ...each('6.3.8 6-3-08-01, 6.3.8 6-3-08-02, 6.3.8 6-3-08-11, 6.3.8 6-3-08-12', spelling),
    ...each('6.3.16 6-3-16-01, 6.3.16 6-3-16-11', grammar),
  ]),
}
