// Binds a CPE name as a 2.2 URI (NISTIR 7695, 6.1.2).
// SPDX-License-Identifier: EUPL-1.2
import { any, type Cpe, type CpeAttribute, na } from './cpe.ts'

/** Software edition, target software, target hardware and other share the place of the edition where one is stated. */
export function printCpeUri(cpe: Cpe): string {
  const further = [cpe.swEdition, cpe.targetSw, cpe.targetHw, cpe.other]
  const edition = further.every((value) => value === any)
    ? bind(cpe.edition)
    : `~${[cpe.edition, ...further].map(bind).join('~')}`
  const parts = [cpe.part, cpe.vendor, cpe.product, cpe.version, cpe.update].map(bind)
  return `cpe:/${[...parts, edition, bind(cpe.language)].join(':').replace(/:+$/, '')}`
}

/** Escaped signs as percent codes but for `.` and `-`; `%01` and `%02` are the wildcards `?` and `*`. */
function bind(value: CpeAttribute): string {
  if (value === any) return ''
  if (value === na) return na
  return value.replaceAll(/\\(.)|[?*]/g, (whole: string, sign: string | undefined) => {
    if (sign === undefined) return whole === '?' ? '%01' : '%02'
    return /[.-]/.test(sign) ? sign : `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
}
