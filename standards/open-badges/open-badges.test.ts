// Tests of signed badges: our own verifier and an independent one (jose) agree on what counts and on what was changed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { calculateJwkThumbprint, createLocalJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import {
  badgeCredential,
  faultsOfCredential,
  holderNameOf,
  jwkOf,
  type NewBadge,
  readJwks,
  signBadge,
  thumbprintOf,
  verifyBadge,
} from './index.ts'

const issuer = 'https://salus.lakeland.example'
const from = new Date('2026-12-04T09:30:15.250Z')
const until = new Date('2027-12-04T09:30:15.250Z')
const between = new Date('2027-01-01T00:00:00Z')

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const kid = `${issuer}/learn/keys/${thumbprintOf(publicKey)}`
const keys = { keys: [jwkOf(publicKey, kid)] }
const other = generateKeyPairSync('ed25519')

const badge = (changes: Partial<NewBadge> = {}): NewBadge => ({
  id: 'urn:uuid:6e2b9f7a-31a5-4d56-8b0c-6a6c9f6f3b10',
  subjectId: 'urn:uuid:0a4c4a5e-0a63-4a35-9d0b-7f4c1d2e3f40',
  holderName: 'Ana Ferreira-Muñoz',
  issuer: { id: issuer, name: 'Lakeland Health Security Centre' },
  validFrom: from,
  validUntil: until,
  achievement: {
    id: `${issuer}/learn/about/course-ward`,
    achievementType: 'CertificateOfCompletion',
    name: 'On the ward',
    description: 'A course of ten minutes.',
    criteria: { narrative: 'At least 80 % of the questions answered rightly.' },
    inLanguage: 'en',
    version: '1.0.0',
    alignment: [
      {
        type: ['Alignment'],
        targetName: 'NIS2 Art. 21(2)(g)',
        targetUrl: 'http://data.europa.eu/eli/dir/2022/2555/oj',
      },
    ],
  },
  ...changes,
})
const signed = (changes: Partial<NewBadge> = {}) =>
  signBadge(badgeCredential(badge(changes)), { privateKey, kid })

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function signedAnyhow(header: unknown, payload: unknown): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`
}
const header = { alg: 'EdDSA', kid, typ: 'JWT' }
const payloadOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

const elsewhere = (token: string, at = between) =>
  jwtVerify(token, createLocalJWKSet({ keys: keys.keys.map((key) => ({ ...key })) }), {
    algorithms: ['EdDSA'],
    issuer,
    typ: 'JWT',
    currentDate: at,
  })

test('what we sign counts for us and for an independent verifier, which reads the same claims', async () => {
  const token = signed()
  const own = verifyBadge(token, keys, between)
  assert.ok(own.isValid)
  assert.equal(holderNameOf(own.credential), 'Ana Ferreira-Muñoz')
  const { payload, protectedHeader } = await elsewhere(token)
  assert.deepEqual(protectedHeader, header)
  assert.equal(payload.iss, issuer)
  assert.equal(payload.jti, badge().id)
  assert.equal(payload.sub, badge().subjectId)
  assert.equal(payload.nbf, Math.floor(from.getTime() / 1000))
  assert.equal(payload.exp, Math.floor(until.getTime() / 1000))
  assert.deepEqual(payload['@context'], [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ])
  assert.equal(payload.validFrom, '2026-12-04T09:30:15Z')
  assert.deepEqual(faultsOfCredential(payload), [])
})

test('the header has the three members that Open Badges 8.2 allows us, and the key its own thumbprint', async () => {
  assert.deepEqual(Object.keys(decodeProtectedHeader(signed())).toSorted(), ['alg', 'kid', 'typ'])
  assert.equal(await calculateJwkThumbprint({ ...keys.keys[0] }), thumbprintOf(publicKey))
  assert.ok(!JSON.stringify(keys).includes('"d"'))
})

test('before its first and after its last moment it does not count, for both', async () => {
  const before = new Date(from.getTime() - 60_000)
  assert.deepEqual(faultOf(signed(), before), 'not-yet')
  await assert.rejects(elsewhere(signed(), before), errors.JWTClaimValidationFailed)
  const end = new Date('2027-12-04T09:30:15Z')
  assert.equal(faultOf(signed(), new Date(end.getTime() - 1)), null)
  assert.equal(faultOf(signed(), end), 'expired')
  await assert.rejects(elsewhere(signed(), end), errors.JWTExpired)
  const old = verifyBadge(signed(), keys, end)
  assert.ok(!old.isValid && old.credential, 'who it was for can still be read')
  assert.equal(faultOf(signed({ validUntil: null }), new Date('2099-01-01T00:00:00Z')), null)
})

test('any changed character makes it worthless, for both', async () => {
  const token = signed()
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...'ABCxyz019-_'), async (at, letter) => {
      fc.pre(token[at] !== letter && token[at] !== '.')
      const changed = token.slice(0, at) + letter + token.slice(at + 1)
      assert.notEqual(faultOf(changed), null, `character ${at}`)
      // The last characters of a part carry bits that nobody reads; we refuse them, others may not.
      if (changed.split('.').every((part, index) => bytesOf(part) !== bytesOf(token.split('.')[index])))
        await assert.rejects(elsewhere(changed))
    }),
    { numRuns: 200 },
  )
})

test('another name, another key, no signature and another algorithm are refused', async () => {
  const token = signed()
  const [head, , signature] = token.split('.')
  const renamed = `${head}.${encode({ ...payloadOf(token), name: 'Another course' })}.${signature}`
  assert.equal(faultOf(renamed), 'signature')
  await assert.rejects(elsewhere(renamed), errors.JWSSignatureVerificationFailed)
  const foreign = signBadge(badgeCredential(badge()), { privateKey: other.privateKey, kid })
  assert.equal(faultOf(foreign), 'signature')
  await assert.rejects(elsewhere(foreign), errors.JWSSignatureVerificationFailed)
  const unknown = signBadge(badgeCredential(badge()), { privateKey, kid: `${kid}x` })
  assert.equal(faultOf(unknown), 'unknown-key')
  await assert.rejects(elsewhere(unknown), errors.JWKSNoMatchingKey)
  assert.equal(faultOf(signedAnyhow({ ...header, alg: 'none' }, payloadOf(token))), 'algorithm')
  assert.equal(faultOf(signedAnyhow({ ...header, alg: 'HS256' }, payloadOf(token))), 'algorithm')
  assert.equal(faultOf(`${token.split('.').slice(0, 2).join('.')}.`), 'unreadable')
})

test('a public key is no secret: what anybody can compute with it, or names itself, is refused', () => {
  const payload = payloadOf(signed())
  const publicForms = [
    publicKey.export({ format: 'pem', type: 'spki' }),
    publicKey.export({ format: 'der', type: 'spki' }),
    JSON.stringify(keys.keys[0]),
    Buffer.from(keys.keys[0]?.x ?? '', 'base64url'),
  ]
  for (const alg of ['HS256', 'EdDSA', 'none', 'eddsa', 'Ed25519', undefined])
    for (const secret of publicForms) {
      const input = `${encode({ ...header, alg })}.${encode(payload)}`
      const mac = createHmac('sha256', secret).update(input).digest()
      for (const end of [mac, Buffer.concat([mac, mac])])
        assert.ok(!verifyBadge(`${input}.${end.toString('base64url')}`, keys, between).isValid)
    }
  const own = jwkOf(other.publicKey, kid)
  for (const extra of [{ jwk: own }, { jku: `${issuer}/keys` }, { jwk: own, kid: undefined }]) {
    const input = `${encode({ ...header, ...extra })}.${encode(payload)}`
    const end = sign(null, Buffer.from(input), other.privateKey).toString('base64url')
    assert.ok(!verifyBadge(`${input}.${end}`, keys, between).isValid)
  }
  assert.equal(faultOf(signedAnyhow({ ...header, crit: ['b64'], b64: false }, payload)), 'algorithm')
})

test('a name of a key that is none, and a text far too long, are refused at once', () => {
  const payload = payloadOf(signed())
  for (const strange of [undefined, null, 0, '', '__proto__', 'constructor', [kid], { kid }])
    assert.equal(faultOf(signedAnyhow({ ...header, kid: strange }, payload)), 'unknown-key')
  const started = performance.now()
  for (const text of ['a'.repeat(20_000_000), '.'.repeat(20_000_000), `${signed()}${'A'.repeat(20_000_000)}`])
    assert.equal(faultOf(text), 'unreadable')
  const deep = Buffer.from('['.repeat(7000)).toString('base64url')
  assert.equal(faultOf(`${deep}.${deep}.AA`), 'algorithm')
  assert.ok(performance.now() - started < 5000)
})

test('claims that say something else than the credential are refused although the signature is right', () => {
  const payload = payloadOf(signed())
  const changes = [
    { iss: 'https://elsewhere.example' },
    { sub: 'urn:uuid:1' },
    { jti: 'urn:uuid:2' },
    { nbf: 0 },
    { exp: 4_102_444_800 },
    { validUntil: undefined },
  ]
  for (const change of changes)
    assert.equal(faultOf(signedAnyhow(header, { ...payload, ...change })), 'claims', JSON.stringify(change))
})

test('what is no badge is named with its place', () => {
  const credential = badgeCredential(badge())
  const faulty: readonly [unknown, string][] = [
    [{ ...credential, '@context': [credential['@context'][1], credential['@context'][0]] }, '/@context'],
    [{ ...credential, type: ['VerifiableCredential'] }, '/type'],
    [{ ...credential, validFrom: 'yesterday' }, '/validFrom'],
    [{ ...credential, issuer: issuer }, '/issuer/id'],
    [
      { ...credential, credentialSubject: { ...credential.credentialSubject, id: undefined } },
      '/credentialSubject/id',
    ],
    [null, '/@context'],
  ]
  for (const [value, pointer] of faulty) assert.equal(faultsOfCredential(value)[0]?.pointer, pointer)
  assert.deepEqual(faultsOfCredential(credential), [])
  const later = [credential['@context'][0], 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.4.json']
  assert.deepEqual(faultsOfCredential({ ...credential, '@context': later }), [])
})

test('a set of keys is read, and anything else is none', () => {
  assert.deepEqual(readJwks(JSON.parse(JSON.stringify(keys))), keys)
  for (const value of [null, {}, { keys: [] }, { keys: [{ kty: 'RSA' }] }, [], 'keys'])
    assert.equal(readJwks(value), null)
})

test('no text makes the verifier throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 400 }), fc.json().map(encode)), (text) => {
      for (const token of [text, `${text}.${text}.${text}`, `${encode(header)}.${text}.${text}`])
        assert.ok(!verifyBadge(token, keys, between).isValid)
    }),
    { numRuns: 200 },
  )
})

function faultOf(token: string, now = between): string | null {
  const verified = verifyBadge(token, keys, now)
  return verified.isValid ? null : verified.fault
}

function bytesOf(part: string | undefined): string {
  return Buffer.from(part ?? '', 'base64url').toString('hex')
}
