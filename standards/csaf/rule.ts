// What one test of the CSAF standard is: an id, and a function from a document to findings.
// SPDX-License-Identifier: EUPL-1.2

export interface RuleFinding {
  /** JSON pointer (RFC 6901) of the place. */
  readonly instancePath: string
  readonly message?: string
}

/** One test of the standard; no findings means that the document passes. */
export interface CsafRule {
  /** `schema`, `6.1.1`, `6.1.27.3`. */
  readonly id: string
  readonly check: (document: unknown) => readonly RuleFinding[] | Promise<readonly RuleFinding[]>
}

/** A test whose findings are advice. `now` is an ISO 8601 instant in UTC; few ask for it. */
export interface CsafAdvice {
  readonly id: string
  readonly check: (document: unknown, now: string) => readonly RuleFinding[] | Promise<readonly RuleFinding[]>
}

/** Loads once, when first asked. */
export function remember<Rule>(load: () => Promise<readonly Rule[]>): () => Promise<readonly Rule[]> {
  let rules: Promise<readonly Rule[]> | null = null
  return () => {
    rules ??= load()
    return rules
  }
}
