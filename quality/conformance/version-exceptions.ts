// Cases of the vers and univers corpora that come out otherwise than wanted, each with its reason.
// SPDX-License-Identifier: EUPL-1.2

const mavenReason =
  'Maven since 3.9 reads ".a" as "-a" (MNG-7714 and the comment "treat .X as -X" in ComparableVersion): 2.0.a is 2-a, which is before 2-1. The case shows an older Maven.'
const xReason =
  'node-semver reads ">=1.x" as ">=1.0.0" (its manual: a partial version behind a sign is filled with zeros). The case ends the range at the next major number, which would leave affected versions out.'
const bothReason =
  'Comparators in one row hold at once in node-semver (its manual: "joined by whitespace"): ">=5.0.3 >=4.2.1" is ">=5.0.3". The case keeps both, which reads as ">=4.2.1".'
const overlapReason =
  'The alternatives <2.8.30 and >=2.8.4,<18.10.8 overlap: together they are <18.10.8. The case prints their bounds in one row, which leaves out everything below 2.8.4.'
const emptyReason =
  'An empty range has no constraint, and vers-spec says that the constraints are not empty: "vers:conan/" is no vers.'
const goReason =
  'Four numbers are no Go version (golang.org/ref/mod#versions): it cannot be compared. The case turns the fourth into build metadata, which has no order.'
const composerReason =
  'Composer keeps four numbers (VersionParser::normalize) and "7.0.0.alpha" is an alpha. The case turns the fourth part into build metadata, which loses its order: <2.1.27.9 would mean <2.1.27.'

/** Numbers of the cases of composer_gitlab_range_from_native with four parts in a version. */
const fourPartCases = `
  24 25 26 27 28 29 30 31 33 34 35 36 37 39 40 41 148 154 155 158 161 163 167 168 169 172 175 176 177 180
  183 184 189 193 196 197 204 206 208 209 210 211 213 221 222 223 225 229 235 244 246 375 381 382 383 385
  390 395 472 1057 1058 1079 1081 1083 1087 1089 1092 1160 1161 1162 1163 1164 1165 1166 1167 1170 1171
  1172 1175 1176 1177 1180 1182 1186 1192 1193 1194 1195 1196 1199 1200 1202 1204 1206 1207 1210 1212
  1215 1219 1220 1221 1229 1231 1235 1236 1239 1251 1256 1258 1266 1269 1271 1273 1292 1465 1467 1468
  1480 1481 1487 1494 1496 1497 1504 1506 1508 1820 1827
`

function entries(file: string, numbers: readonly number[], reason: string): [string, string][] {
  return numbers.map((number) => [`${file}#${number}`, reason])
}

export const versExceptions: ReadonlyMap<string, string> = new Map([
  ...entries('maven_version_cmp_test', [131, 132, 348, 349], mavenReason),
  ...entries('npm_range_from_native_test', [129, 188], xReason),
  ...entries('npm_range_from_native_test', [180], bothReason),
  ...entries('conan_range_from_native_test', [43], emptyReason),
])

export const universExceptions: ReadonlyMap<string, string> = new Map([
  ...entries('maven_version_cmp', [131, 132, 348, 349], mavenReason),
  ...entries('npm_range_from_native', [226, 339, 564], xReason),
  ...entries('npm_range_from_native', [322], bothReason),
  ...entries('composer_gitlab_range_from_native', [48, 56], overlapReason),
  ...entries('conan_range_from_native', [88, 91], emptyReason),
  ...entries('conan_gitlab_range_from_native', [88, 91], emptyReason),
  ...entries('golang_gitlab_range_from_native', [99, 100, 306, 307], goReason),
  ...entries(
    'composer_gitlab_range_from_native',
    fourPartCases.trim().split(/\s+/).map(Number),
    composerReason,
  ),
  ...entries(
    'composer_gitlab_range_from_native',
    [372],
    'Composer reads 2020-09-14 as the date 2020.9.14, not as a pre-release of 2020.0.0.',
  ),
  ...entries(
    'composer_gitlab_range_from_native',
    [639],
    'Composer refuses 1.5.6d (no stability is called "d"): it cannot be compared.',
  ),
  ...entries(
    'composer_gitlab_range_from_native',
    [1434],
    'The case prints ">=1.5.0,<=1.5.0" as "<=1.5.0|>=1.5.0", which reads as everything from 1.4.0 to 1.6.2.',
  ),
])
