// A connection that lets PostgreSQL keep the plans of the statements that it has met before.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import pg from 'pg'

/** A statement takes its plan's memory on the server, on each connection; what comes after these is planned each time. */
const maxStatements = 300
/** Planning a short one takes no time that counts. */
const minLength = 200

/**
 * Most of an advisory's time at a small centre was the planning of two dozen long statements. They are constants with
 * parameters, so each is named by its text; PostgreSQL plans it anew where the parameters or the role ask for that.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>()

  // The driver's own signatures are overloads that end in `any`; the arguments are handed on as they came.
  override query(...given: unknown[]): never {
    const [text, values] = given
    const name = typeof text === 'string' && Array.isArray(values) ? this.#nameOf(text) : null
    const query = super.query as (...words: unknown[]) => never
    if (name === null) return query.apply(this, given)
    return query.apply(this, [{ name, text, values }, ...given.slice(2)])
  }

  #nameOf(text: string): string | null {
    if (text.length < minLength) return null
    const known = this.#names.get(text)
    if (known !== undefined) return known
    if (this.#names.size >= maxStatements) return null
    const name = createHash('sha256').update(text).digest('base64url')
    this.#names.set(text, name)
    return name
  }
}
