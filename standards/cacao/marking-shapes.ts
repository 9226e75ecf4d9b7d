// What data markings of a CACAO playbook must look like (CACAO 2.0, section 9).
// SPDX-License-Identifier: EUPL-1.2
import { typeOfIdentifier } from './identifier.ts'
import { tlpLevels } from './marking.ts'
import { extensions, openObject, reference } from './part-shapes.ts'
import {
  boolean,
  dictionary,
  identifier,
  integer,
  list,
  object,
  oneOf,
  type Shape,
  text,
  timestamp,
} from './shape.ts'

const texts = list(text)

const markingBase = {
  type: text,
  id: identifier(),
  name: text,
  description: text,
  created_by: identifier(),
  created: timestamp,
  revoked: boolean,
  valid_from: timestamp,
  valid_until: timestamp,
  labels: texts,
  marking_extensions: extensions,
}
const markingRequired = ['type', 'id', 'created_by', 'created']
const references = list(reference)
const policyWords = [
  'encrypt_in_transit',
  'permitted_actions',
  'affected_party_notifications',
  'attribution',
  'unmodified_resale',
]
const timestampOrNull: Shape = (value, at, faults) => {
  if (value !== null) timestamp(value, at, faults)
}
const markingShapes: Readonly<Record<string, Shape>> = {
  'marking-tlp': object(
    {
      ...markingBase,
      type: oneOf('marking-tlp'),
      external_references: references,
      tlpv2_level: oneOf(...tlpLevels),
    },
    [...markingRequired, 'tlpv2_level'],
  ),
  'marking-statement': object(
    { ...markingBase, type: oneOf('marking-statement'), external_references: references, statement: text },
    [...markingRequired, 'statement'],
  ),
  'marking-iep': object(
    {
      ...markingBase,
      type: oneOf('marking-iep'),
      tlp: text,
      iep_version: integer(0),
      start_date: timestamp,
      end_date: timestampOrNull,
      ...Object.fromEntries(policyWords.map((name) => [name, text])),
      // The schema asks for texts here, unlike everywhere else.
      external_references: list(text, 0),
    },
    [
      ...markingRequired,
      ...['name', 'description', 'tlp', 'iep_version', 'start_date', 'end_date', 'external_references'],
      ...policyWords,
    ],
  ),
}
export const markings = dictionary(
  identifier(...Object.keys(markingShapes)),
  (key) => markingShapes[typeOfIdentifier(key) ?? ''] ?? openObject,
)
