// The playbooks of others and the published schemas: each document is read or refused with reasons, and what we accept or write is valid.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { extract } from 'tar-stream'
import { mutationsOf } from '../json/builders.ts'
import { cacaoDocument, cacaoPlaybooks } from './builders.ts'
import { readCacao, readCacaoBytes, writeCacao } from './index.ts'

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
const archive = join(dataFolder, 'cacao-playbooks/cacao-playbooks.tar.gz')
const skip = existsSync(archive) ? false : 'cacao-playbooks is not there (set SALUS_TEST_DATA)'
const schemaFolder = 'cacao-roaster/lib/cacao-json-schemas/schemas'

const files = new Map<string, Buffer>()
let isValid: (document: unknown) => boolean

async function unpack(): Promise<void> {
  const entries = extract()
  entries.end(gunzipSync(readFileSync(archive)))
  for await (const entry of entries) {
    const parts: Buffer[] = []
    // The stream of a tar entry gives buffers only.
    for await (const part of entry) parts.push(part as Buffer)
    files.set(posix.normalize(entry.header.name), Buffer.concat(parts))
  }
}

/** The files all call themselves by the name of their folder, so they are known here by their place. */
function compileSchemas(): void {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const base = 'https://schemas.example/'
  for (const [name, content] of files) {
    if (!name.startsWith(`${schemaFolder}/`)) continue
    // A schema of the data set is an object.
    const schema = JSON.parse(content.toString('utf8')) as Record<string, unknown>
    const { $schema: _dialect, ...rest } = schema
    ajv.addSchema({ ...rest, $id: `${base}${name.slice(schemaFolder.length + 1)}` })
  }
  const check = ajv.getSchema(`${base}playbook.json`)
  isValid = (document) => check?.(document) === true
}

const isPlaybook = (name: string) => /(Examples|examples|test)\/.*\.json$/.test(name)

describe('real playbooks', { skip }, () => {
  before(async () => {
    await unpack()
    compileSchemas()
  })

  test('each of the set is read, or refused with reasons that hold', () => {
    const verdicts = [...files]
      .filter(([name]) => isPlaybook(name))
      .map(([name, bytes]) => {
        const reading = readCacaoBytes(bytes)
        const codes =
          reading.outcome === 'refused'
            ? [...new Set(reading.faults.map(({ code }) => code))].filter((code) => !isRemark.has(code))
            : []
        return `${posix.basename(name)}: ${reading.outcome} ${codes.join(' ')}`.trim()
      })
    assert.deepEqual(verdicts.sort(), expected)
  })

  test('whatever is read is valid by the published schema, and stays so when written again', () => {
    for (const [name, bytes] of files) {
      if (!isPlaybook(name)) continue
      const reading = readCacaoBytes(bytes)
      if (reading.outcome === 'refused') continue
      assert.ok(isValid(JSON.parse(bytes.toString('utf8'))), name)
      const written = JSON.parse(JSON.stringify(writeCacao(reading.value)))
      assert.ok(isValid(written), `${name}, written`)
      const again = readCacao(written)
      assert.deepEqual(again.outcome === 'read' ? again.value : again, reading.value, name)
    }
  })

  test('no mutilated document that the schema refuses is read by us', () => {
    let read = 0
    fc.assert(
      fc.property(mutationsOf(cacaoDocument()), (mutated) => {
        if (readCacao(mutated).outcome === 'refused') return
        read += 1
        assert.ok(isValid(mutated))
      }),
      { numRuns: 1_000 },
    )
    assert.ok(read > 0)
  })

  test('every playbook that we can write is valid by the schema', () => {
    fc.assert(
      fc.property(cacaoPlaybooks, (playbook) =>
        assert.ok(isValid(JSON.parse(JSON.stringify(writeCacao(playbook))))),
      ),
      { numRuns: 100 },
    )
  })
})

/** Codes that alone refuse nothing. */
const isRemark = new Set(
  [
    'signature',
    'credentials',
    'revoked',
    'exception',
    'unknown-agent',
    'unknown-target',
    'machine-command',
    'delay',
    'timeout',
    'start',
    'unreachable',
    'no-way-on',
    'circle',
  ].map((code) => `cacao/${code}`),
)

const expected: readonly string[] = [
  'basic-example-1.json: read',
  'changed-playbook.json: refused cacao/type cacao/unknown-step',
  'fin-playbook.json: refused cacao/identifier',
  'http-playbook.json: read',
  'identity-object.json: refused cacao/not-a-playbook',
  'infinite_playbook.json: refused cacao/unknown-step cacao/endless',
  'invalid_email_playbook.json: refused cacao/unknown-step',
  'invalid_playbook.json: refused cacao/type cacao/unknown-step',
  'locky-bart-mbc-examples.json: read',
  'manual-playbook.json: read',
  'missing_step_playbook.json: refused cacao/unknown-step',
  'openc2-playbook.json: read',
  'parallels_playbook.json: refused cacao/unknown-step',
  'playbook--aa1898b6-5251-49b4-aeb7-fd5e912583ff.json: refused cacao/missing',
  'playbook.json: refused cacao/unknown-step',
  'playbook.json: refused cacao/unknown-step',
  'powershell-playbook.json: read',
  'spec-3.1-example.json: read',
  'ssh-playbook.json: read',
]
