// Names and relations of NISTIR 7695 and 7696 by table and line, for tests and the conformance run only.
// SPDX-License-Identifier: EUPL-1.2
import type { CpeAttribute } from './cpe.ts'
import type { AttributeRelation } from './match.ts'

/** NISTIR 7696, table 6-2: source attribute, target attribute, relation. */
export const attributeRelations: readonly (readonly [
  line: number,
  source: CpeAttribute,
  target: CpeAttribute,
  relation: AttributeRelation,
])[] = [
  [1, '*', '*', 'equal'],
  [2, '*', '-', 'superset'],
  [3, '*', 'pump', 'superset'],
  [4, '*', 'pump*', 'undefined'],
  [5, '-', '*', 'subset'],
  [6, '-', '-', 'equal'],
  [7, '-', 'pump', 'disjoint'],
  [8, '-', 'pump*', 'undefined'],
  [9, 'pump', 'pump', 'equal'],
  [10, 'pump', 'scanner', 'disjoint'],
  [11, 'pump', 'pump*', 'undefined'],
  [12, 'pump', '-', 'disjoint'],
  [13, 'pump', '*', 'subset'],
  [14, '4.*', '4.2', 'superset'],
  [14, '4.*', '5.2', 'disjoint'],
  [15, '4.*', '*', 'subset'],
  [16, '4.*', '-', 'disjoint'],
  [17, '4.*', '4.2*', 'undefined'],
  // 6.3: a star is any text, each question mark one sign or none; an escaped sign is a sign.
  [14, '8.??', '8.1', 'superset'],
  [14, '8.??', '8.12', 'superset'],
  [14, '8.??', '8.123', 'disjoint'],
  [14, '*net', 'cardionet', 'superset'],
  [14, '?net', 'cardionet', 'disjoint'],
  [14, '*net*', 'a\\!network', 'superset'],
  [9, 'what\\?', 'what\\?', 'equal'],
  [10, 'what\\?', 'whatx', 'disjoint'],
  [14, 'what?', 'what\\!', 'superset'],
]

/** NISTIR 7696, 6.2 (table 6-3): source name, target name, relation of the whole names. */
export const nameRelations: readonly (readonly [
  source: string,
  target: string,
  relation: AttributeRelation,
])[] = [
  ['cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'equal'],
  ['cpe:2.3:a:nordmed:view:*:*:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'superset'],
  ['cpe:2.3:a:nordmed:view:1.*:*:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:1.4:sp1:*:*:*:*:*:*', 'superset'],
  ['cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:*:*:*:*:*:*:*:*', 'subset'],
  ['cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:2:*:*:*:*:*:*:*', 'disjoint'],
  // One disjoint attribute is enough, whatever the others say.
  ['cpe:2.3:a:nordmed:view:*:*:*:*:*:*:*:*', 'cpe:2.3:o:nordmed:view:1:*:*:*:*:*:*:*', 'disjoint'],
  ['cpe:2.3:a:nordmed:view:-:*:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'disjoint'],
  // Wider here and narrower there: none of the named relations.
  ['cpe:2.3:a:nordmed:view:*:sp1:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'undefined'],
  ['cpe:2.3:a:nordmed:view:1:*:*:*:*:*:*:*', 'cpe:2.3:a:nordmed:view:1.*:*:*:*:*:*:*:*', 'undefined'],
]

/** NISTIR 7695, 6.1 and 6.2: the URI, and the formatted string of the same name. */
export const bindings: readonly (readonly [uri: string, formatted: string])[] = [
  ['cpe:/a:nordmed:monitor:8.0.6001:beta', 'cpe:2.3:a:nordmed:monitor:8.0.6001:beta:*:*:*:*:*:*'],
  ['cpe:/a:nordmed:monitor:8.%2a:sp%3f', 'cpe:2.3:a:nordmed:monitor:8.\\*:sp\\?:*:*:*:*:*:*'],
  ['cpe:/a:nordmed:monitor:8.%02:sp%01', 'cpe:2.3:a:nordmed:monitor:8.*:sp?:*:*:*:*:*:*'],
  ['cpe:/a:nordmed:view:7.4::~~online~win2003~x64~', 'cpe:2.3:a:nordmed:view:7.4:*:*:*:online:win2003:x64:*'],
  ['cpe:/a:nordmed:view:7.4.0.1570:-:~~-~linux~~', 'cpe:2.3:a:nordmed:view:7.4.0.1570:-:*:*:-:linux:*:*'],
  ['cpe:/a:nordmed:view:-', 'cpe:2.3:a:nordmed:view:-:*:*:*:*:*:*:*'],
  ['cpe:/a:nordmed:view:1:::de-at', 'cpe:2.3:a:nordmed:view:1:*:*:de-at:*:*:*:*'],
  ['cpe:/a:nord%24med:%21quick', 'cpe:2.3:a:nord\\$med:\\!quick:*:*:*:*:*:*:*:*'],
  ['cpe:/a:nord%5cmed:net%7eview%3a2', 'cpe:2.3:a:nord\\\\med:net\\~view\\:2:*:*:*:*:*:*:*:*'],
  ['cpe:/h:nordmed', 'cpe:2.3:h:nordmed:*:*:*:*:*:*:*:*:*'],
  ['cpe:/', 'cpe:2.3:*:*:*:*:*:*:*:*:*:*:*'],
]
