// Version range specifiers (vers:npm/>=1.2|<2): parsed, validated, printed, asked whether they hold a version.
// SPDX-License-Identifier: EUPL-1.2

export { versContains } from './contains.ts'
export { fromGitlab, fromNative, type NativeReading } from './native.ts'
export { maxConstraints, maxVersLength, normaliseVers, parseVers, readConstraintList } from './parse.ts'
export { printVers } from './print.ts'
export { simplifyVers } from './simplify.ts'
export { schemeOfVersType, versTypes } from './types.ts'
export type { Comparator, Constraint, Vers } from './vers.ts'
