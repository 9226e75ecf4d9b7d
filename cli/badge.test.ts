// The command `badge verify` on files: genuine, changed, and a file of keys that is none.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { badgeCredential, jwkOf, signBadge, thumbprintOf } from '@salus/standards/open-badges'
import { badgeVerify } from './badge.ts'
import { UsageError } from './command.ts'

let folder: string
let token: string
const issuer = 'https://salus.lakeland.example'

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'salus-badge-'))
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const kid = `${issuer}/learn/keys/${thumbprintOf(publicKey)}`
  const credential = badgeCredential({
    id: 'urn:uuid:6e2b9f7a-31a5-4d56-8b0c-6a6c9f6f3b10',
    subjectId: 'urn:uuid:0a4c4a5e-0a63-4a35-9d0b-7f4c1d2e3f40',
    holderName: 'Ana Ferreira',
    issuer: { id: issuer, name: 'Lakeland Health Security Centre' },
    validFrom: new Date('2020-01-01T00:00:00Z'),
    validUntil: null,
    achievement: {
      id: `${issuer}/learn/about/course-ward`,
      achievementType: 'CertificateOfCompletion',
      name: 'On the ward',
      description: 'A course.',
      criteria: { narrative: 'Four of five.' },
    },
  })
  token = signBadge(credential, { privateKey, kid })
  writeFileSync(join(folder, 'badge.jwt'), `${token}\n`)
  writeFileSync(join(folder, 'changed.jwt'), token.replace(/\.(.)/, '.X'))
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys: [jwkOf(publicKey, kid)] }))
  writeFileSync(join(folder, 'none.json'), '{')
})
after(() => rmSync(folder, { recursive: true }))

async function run(file: string, keys: string) {
  const lines: string[] = []
  const output = {
    print: (line: string) => lines.push(line),
    say: () => undefined,
    progress: () => undefined,
  }
  const code = await badgeVerify.run([join(folder, file), '--keys', join(folder, keys)], output)
  return { code, text: lines.join('\n') }
}

test('a genuine badge is said with holder, course and issuer, a changed one with none of them', async () => {
  const good = await run('badge.jwt', 'keys.json')
  assert.equal(good.code, 0)
  for (const part of ['Ana Ferreira', 'On the ward', issuer, 'Genuine'])
    assert.ok(good.text.includes(part), part)
  const bad = await run('changed.jwt', 'keys.json')
  assert.equal(bad.code, 1)
  assert.doesNotMatch(bad.text, /Ana/)
  await assert.rejects(run('badge.jwt', 'none.json'), UsageError)
})
