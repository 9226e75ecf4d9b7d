// Reads SPDX licence expressions by the grammar of SPDX 3.0.1, annex B.
// SPDX-License-Identifier: EUPL-1.2

export interface LicenseNames {
  /** Licence identifiers and `LicenseRef-…`, without a closing `+`. */
  readonly licenses: readonly string[]
  /** What follows `WITH`. */
  readonly exceptions: readonly string[]
}

const maxExpressionCharacters = 10_000
const idString = /^[A-Za-z0-9.-]+$/
const licenseReference = /^LicenseRef-[A-Za-z0-9.-]+$/
const additionReference = /^AdditionRef-[A-Za-z0-9.-]+$/
/** References are case sensitive; another writing of the prefix is no identifier either. */
const misspelledReference = /^(?:licenseref|additionref|documentref)-/i

/**
 * The names in an expression, or null if it is none. `DocumentRef-…` is refused: CSAF 2.1, 3.2.2.7, has no other
 * document to refer to.
 */
export function readLicenseExpression(text: string): LicenseNames | null {
  if (text.length > maxExpressionCharacters) return null
  const tokens = text.match(/[()]|[^\s()]+/g) ?? []
  const names = { licenses: [] as string[], exceptions: [] as string[] }
  let depth = 0
  let wantsName = true
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? ''
    if (wantsName && token === '(') depth += 1
    else if (wantsName) {
      const license = licenseOf(token)
      if (license === null) return null
      names.licenses.push(license)
      wantsName = false
    } else if (token === ')') {
      depth -= 1
      if (depth < 0) return null
    } else if (isOperator(token, 'WITH') && tokens[at - 1] !== ')') {
      const exception = tokens[at + 1] ?? ''
      if (!isException(exception) || isOperator(tokens[at + 2] ?? '', 'WITH')) return null
      names.exceptions.push(exception)
      at += 1
    } else if (isOperator(token, 'AND') || isOperator(token, 'OR')) wantsName = true
    else return null
  }
  return depth === 0 && !wantsName ? names : null
}

/** Operators are written in one case, upper or lower (SPDX 3.0.1, annex B.3). */
function isOperator(token: string, operator: string): boolean {
  return token === operator || token === operator.toLowerCase()
}

function licenseOf(token: string): string | null {
  if (licenseReference.test(token)) return token
  if (misspelledReference.test(token) || isAnyOperator(token)) return null
  const id = token.endsWith('+') ? token.slice(0, -1) : token
  return idString.test(id) ? id : null
}

function isException(token: string): boolean {
  if (additionReference.test(token)) return true
  return idString.test(token) && !misspelledReference.test(token) && !isAnyOperator(token)
}

function isAnyOperator(token: string): boolean {
  return ['AND', 'OR', 'WITH'].some((operator) => isOperator(token, operator))
}
