// Tests of the unit of systemd that the operator's page gives: systemd understands it, and nothing of its hardening gets lost.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'operating')
const unit = readFileSync(join(folder, 'salus-sensor.service'), 'utf8')
const offline = readFileSync(join(folder, 'salus-sensor-offline.conf'), 'utf8')
const absent =
  spawnSync('systemd-analyze', ['--version']).status === 0 ? false : 'systemd-analyze is not on this machine'

describe('the unit of systemd', () => {
  const root = mkdtempSync(join(tmpdir(), 'sensor-unit-'))
  after(() => rmSync(root, { recursive: true, force: true }))
  const analyzed = (name: string, words: readonly string[], withOffline: boolean) => {
    const place = join(root, name)
    mkdirSync(join(place, 'salus-sensor.service.d'), { recursive: true })
    const file = join(place, 'salus-sensor.service')
    // The program of this machine: systemd looks whether it can be run.
    writeFileSync(file, unit.replace('/opt/salus-sensor/sensor', process.execPath))
    if (withOffline) writeFileSync(join(place, 'salus-sensor.service.d', 'offline.conf'), offline)
    const { status, stdout, stderr } = spawnSync('systemd-analyze', [...words, file], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  test('systemd finds no fault in it, with and without the network', { skip: absent }, () => {
    for (const withOffline of [false, true]) {
      const { status, said } = analyzed(`verify-${withOffline}`, ['verify', '--man=no'], withOffline)
      assert.deepEqual([status, said], [0, ''])
    }
  })

  test('systemd counts it as little exposed, and without the network as hardly at all', {
    skip: absent,
  }, () => {
    for (const [withOffline, most] of [
      [false, 20],
      [true, 10],
    ] as const) {
      const words = ['security', '--offline=true', '--no-pager', `--threshold=${most}`]
      const { status, said } = analyzed(`security-${withOffline}`, words, withOffline)
      assert.equal(status, 0, said.split('\n').slice(-3).join('\n'))
    }
  })

  test('it may write its state and the spool only, gains no rights, and cannot take all memory', () => {
    for (const line of [
      'ProtectSystem=strict',
      'NoNewPrivileges=yes',
      'PrivateTmp=yes',
      'CapabilityBoundingSet=',
      'RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK',
      'MemoryMax=2G',
      'StateDirectoryMode=0700',
      'KillMode=mixed',
    ])
      assert.ok(unit.split('\n').includes(line), line)
    assert.deepEqual(
      unit.split('\n').filter((line) => line.startsWith('ReadWritePaths=')),
      ['ReadWritePaths=-/var/spool/salus-sensor'],
    )
    assert.match(offline, /^PrivateNetwork=yes$/m)
  })
})
