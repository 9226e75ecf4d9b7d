// The gate to the outside: whatever is asked, an exercise never gets an authority's address, and a real filing gets no other.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { directory } from '../../../authorities/index.ts'
import { firstExerciseNumber } from '../../incident.ts'
import { gateMail, isOfAnAuthority, mayLeave } from './gate.ts'
import { authorityByKey } from './receivers.ts'

const authorities = [...directory.values()].flatMap((file) => file.authorities)
const mails = authorities.flatMap(({ channels }) =>
  channels.flatMap(({ kind, address }) => (kind === 'mail' && address ? [address] : [])),
)

const authority = fc.constantFrom(null, ...authorities)
const address = fc.oneof(
  fc.constantFrom(
    ...mails,
    ...mails.map((one) => one.toUpperCase()),
    ...mails.map((one) => one.replace(/^[^@]+/, 'other')),
  ),
  fc.constantFrom(
    ...mails.flatMap((one) => [
      `me@own.example,${one}`,
      `${one},me@own.example`,
      `"${one}"@own.example`,
      ` ${one}`,
      `<${one}>`,
    ]),
  ),
  fc.emailAddress(),
  fc.string(),
)
const exercise = fc.integer({ min: firstExerciseNumber, max: Number.MAX_SAFE_INTEGER })
const real = fc.integer({ min: 1, max: firstExerciseNumber - 1 })

test('there are authorities with mail addresses to be kept from', () => {
  assert.ok(mails.length > 10)
  assert.ok(mails.every(isOfAnAuthority))
})

test('the mail of an exercise goes to one mailbox that belongs to no authority, or nowhere', () => {
  fc.assert(
    fc.property(exercise, authority, fc.option(address), (incidentId, one, ownAddress) => {
      const gate = gateMail({ incidentId, authority: one, isInvented: false, ownAddress })
      if (!gate.open) return
      assert.equal(gate.recipient, ownAddress)
      for (const mail of mails)
        assert.ok(!gate.recipient.toLowerCase().includes(mail.toLowerCase()), gate.recipient)
      assert.equal(gate.recipient.split('@').length, 2)
    }),
    { numRuns: 3_000 },
  )
})

test('a real filing goes to an address that a source says takes filings, and never to whoever sends', () => {
  fc.assert(
    fc.property(real, authority, fc.option(address), (incidentId, one, ownAddress) => {
      const gate = gateMail({ incidentId, authority: one, isInvented: false, ownAddress })
      if (!gate.open) return
      const channel = one?.channels.find((channel_) => channel_.address === gate.recipient)
      assert.deepEqual([channel?.kind, channel?.purpose, channel?.filing], ['mail', 'file', 'accepted'])
      assert.notEqual(channel?.encryption, 'required')
    }),
    { numRuns: 3_000 },
  )
})

test('what was stored leaves only where the gate would have let it', () => {
  fc.assert(
    fc.property(
      fc.oneof(exercise, real),
      authority,
      address,
      fc.boolean(),
      (incidentId, one, recipient, isExerciseContent) => {
        const leaves = mayLeave({
          incidentId,
          authority: one,
          isInvented: false,
          recipient,
          isExerciseContent,
        })
        if (!leaves) return
        const isExercise = incidentId >= firstExerciseNumber
        assert.equal(isExercise, isExerciseContent)
        assert.equal(isOfAnAuthority(recipient), !isExercise)
      },
    ),
    { numRuns: 3_000 },
  )
})

test('both ways are open somewhere, so that the rules above are about something', () => {
  const csirt = authorityByKey('nl-ncsc')
  const own = 'jana.brandt@tannau.example'
  assert.deepEqual(gateMail({ incidentId: 7, authority: csirt, isInvented: false, ownAddress: own }), {
    open: true,
    recipient: 'cert@ncsc.nl',
  })
  assert.deepEqual(
    gateMail({ incidentId: firstExerciseNumber, authority: csirt, isInvented: false, ownAddress: own }),
    {
      open: true,
      recipient: own,
    },
  )
  assert.deepEqual(
    gateMail({ incidentId: firstExerciseNumber, authority: csirt, isInvented: false, ownAddress: null }),
    {
      open: false,
      because: 'no-own-address',
    },
  )
  assert.deepEqual(
    gateMail({
      incidentId: firstExerciseNumber,
      authority: csirt,
      isInvented: false,
      ownAddress: 'someone@ncsc.nl',
    }),
    {
      open: false,
      because: 'own-address-is-an-authority',
    },
  )
})

test('nothing of an invented hospital leaves by mail, whatever its case says it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(exercise, real),
      authority,
      address,
      fc.boolean(),
      (incidentId, one, own, isExerciseContent) => {
        const of = { incidentId, authority: one, isInvented: true }
        assert.deepEqual(gateMail({ ...of, ownAddress: own }), { open: false, because: 'invented-hospital' })
        assert.equal(mayLeave({ ...of, recipient: own, isExerciseContent }), false)
      },
    ),
    { numRuns: 500 },
  )
})
