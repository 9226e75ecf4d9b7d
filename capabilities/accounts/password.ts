// Passwords: the rule for a new one, and argon2id in the PHC string form.
// SPDX-License-Identifier: EUPL-1.2
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

export const passwordMinLength = 12
/** argon2 reads all of it, so that a stranger must not choose how much. */
export const passwordMaxLength = 200

// Above the minimum of OWASP (19 MiB, 2 passes); less than a tenth of a second on a small server.
const parameters = { memory: 32_768, passes: 2, parallelism: 1, tagLength: 32 } as const
const saltBytes = 16
/** Bounds for hashes written by later parameters, so that a broken row cannot ask for all memory. */
const limits = { memory: 1_048_576, passes: 20, parallelism: 8 } as const

const derive = promisify(argon2)

export function isAcceptablePassword(password: string): boolean {
  const length = Array.from(password).length
  return length >= passwordMinLength && length <= passwordMaxLength
}

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltBytes)
  const hash = await derive('argon2id', { ...parameters, message: normal(password), nonce })
  return `$argon2id$v=19$m=${parameters.memory},t=${parameters.passes},p=${parameters.parallelism}$${unpadded(nonce)}$${unpadded(hash)}`
}

/** Takes the same work when there is no hash, so that the time does not tell which addresses have an account. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parsed = stored === null ? null : parseHash(stored)
  const nonce = parsed?.nonce ?? Buffer.alloc(saltBytes)
  const derived = await derive('argon2id', {
    ...(parsed?.parameters ?? parameters),
    message: normal(password.slice(0, passwordMaxLength * 2)),
    nonce,
  })
  return parsed !== null && derived.length === parsed.hash.length && timingSafeEqual(derived, parsed.hash)
}

const phc =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

function parseHash(stored: string) {
  const [, memory, passes, parallelism, salt = '', tag = ''] = phc.exec(stored.slice(0, 300)) ?? []
  if (!memory) return null
  const hash = Buffer.from(tag, 'base64')
  const given = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  if (given.memory > limits.memory || given.passes > limits.passes || given.parallelism > limits.parallelism)
    return null
  return { parameters: { ...given, tagLength: hash.length }, nonce: Buffer.from(salt, 'base64'), hash }
}

/** The same letters typed on two keyboards must be the same password (NIST SP 800-63B, 5.1.1.2). */
function normal(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8')
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
