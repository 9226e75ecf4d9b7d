// A signed file of a role: read within its limits, checked against the keys and the threshold of that role.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { readJson } from '../json/index.ts'
import { canonicalJson, NotCanonical } from './canonical.ts'
import { isSignedBy, type Signer, signBytes } from './keys.ts'
import { packLimits } from './limits.ts'
import {
  type MetadataOf,
  maxBytesOfRole,
  type RoleKeys,
  type RoleName,
  type Root,
  shapes,
} from './metadata.ts'
import { askPublisher, PackRefusal, tooLarge } from './refusal.ts'

const signatureShape = z.strictObject({
  keyid: z.string().regex(/^[0-9a-f]{64}$/),
  sig: z.string().regex(/^[0-9a-f]{128}$/),
})
const envelopeShape = z.strictObject({
  signed: z.looseObject({}),
  signatures: z.array(signatureShape).max(packLimits.maxSignatures),
})

export interface SignedFile<Role extends RoleName> {
  readonly role: Role
  readonly signed: MetadataOf[Role]
  readonly signatures: readonly z.infer<typeof signatureShape>[]
  /** What the signatures are over. */
  readonly canonical: Uint8Array
  readonly bytes: Uint8Array
}

/** Reads the form only; nothing of it may be believed before `requireSignatures`. Throws `PackRefusal`. */
export function readSigned<Role extends RoleName>(
  role: Role,
  bytes: Uint8Array,
  place: string,
): SignedFile<Role> {
  const maxBytes = maxBytesOfRole[role]
  if (bytes.length > maxBytes) throw tooLarge(place, maxBytes)
  const json = readJson(bytes, { maxBytes, maxDepth: packLimits.maxMetadataDepth })
  if (json.outcome === 'refused') throw malformed(place, json.faults[0].detail)
  // Two members of one name, or `__proto__`: what one reader sees, another would not.
  const [warning] = json.warnings
  if (warning) throw malformed(place, warning.detail)
  const envelope = envelopeShape.safeParse(json.value)
  if (!envelope.success) throw malformed(place, reasonOf(envelope.error))
  const signed = shapes[role].safeParse(envelope.data.signed)
  if (!signed.success) throw malformed(place, reasonOf(signed.error))
  try {
    const canonical = canonicalJson(envelope.data.signed)
    return { role, signed: signed.data, signatures: envelope.data.signatures, canonical, bytes }
  } catch (error) {
    if (error instanceof NotCanonical) throw malformed(place, `It holds ${error.message}.`)
    throw error
  }
}

/** Each key counts once, however often it signed; keys that the role does not name do not count. */
export function signingKeys(
  file: Pick<SignedFile<RoleName>, 'signatures' | 'canonical'>,
  { keyids }: RoleKeys,
  keys: Root['keys'],
): ReadonlySet<string> {
  const valid = new Set<string>()
  for (const { keyid, sig } of file.signatures) {
    const key = keyids.includes(keyid) && Object.hasOwn(keys, keyid) ? keys[keyid] : undefined
    if (key && !valid.has(keyid) && isSignedBy(file.canonical, sig, key)) valid.add(keyid)
  }
  return valid
}

/** Throws `PackRefusal` unless enough keys of the role, as this root names them, have signed the file. */
export function requireSignatures<Role extends RoleName>(
  file: SignedFile<Role>,
  root: Root,
  place: string,
): void {
  const keys = root.roles[file.role]
  const valid = signingKeys(file, keys, root.keys).size
  if (valid >= keys.threshold) return
  throw new PackRefusal(
    'packs/signatures',
    place,
    `${place} has ${valid} valid signatures of the keys that root ${root.version} names for it; ${keys.threshold} are needed.`,
    'The file is not from the centre that you trust, or was changed on the way. Fetch it again from the centre itself; if it stays so, tell the centre.',
  )
}

export function writeSigned<Role extends RoleName>(
  signed: MetadataOf[Role],
  signers: readonly Signer[],
): Uint8Array {
  const canonical = canonicalJson(signed)
  const signatures = signers.map((signer) => ({ keyid: signer.keyId, sig: signBytes(canonical, signer) }))
  return new TextEncoder().encode(`${JSON.stringify({ signed, signatures }, null, 1)}\n`)
}

function malformed(place: string, because: string): PackRefusal {
  return new PackRefusal('packs/format', place, `${place} cannot be read: ${because}`, askPublisher)
}

export function reasonOf({ issues }: z.ZodError): string {
  const [issue] = issues
  return `${issue?.path.map(String).join('/').slice(0, 100) ?? ''}: ${issue?.message.slice(0, 200) ?? 'another form'}`
}
