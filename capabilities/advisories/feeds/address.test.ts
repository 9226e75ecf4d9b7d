// Which addresses feeds may be fetched from.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayConnect, parseBlocks } from './address.ts'

const refused = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '198.18.0.1',
  '192.0.2.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  'fe80::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'localhost',
  '',
  '127.1',
  '0x7f.0.0.1',
]

test('special addresses are refused in every spelling', () => {
  for (const address of refused) assert.equal(mayConnect(address, 'https:', []), false, address)
})

test('public addresses are permitted with https only', () => {
  for (const address of ['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34']) {
    assert.equal(mayConnect(address, 'https:', []), true, address)
    assert.equal(mayConnect(address, 'http:', []), false, address)
  }
})

test('a listed private block is permitted, with http too, and nothing beside it', () => {
  const blocks = parseBlocks(['10.20.0.0/16', 'fd12::/32', '192.168.7.9'])
  for (const address of ['10.20.0.1', '10.20.255.255', '::ffff:10.20.1.1', 'fd12:0:1::1', '192.168.7.9']) {
    assert.equal(mayConnect(address, 'http:', blocks), true, address)
    assert.equal(mayConnect(address, 'ftp:', blocks), false, address)
  }
  for (const address of ['10.21.0.0', '10.19.255.255', 'fd13::1', '192.168.7.10'])
    assert.equal(mayConnect(address, 'https:', blocks), false, address)
})

test('a block that is none stops with its name', () => {
  assert.throws(() => parseBlocks(['10.0.0.0/33']), /10\.0\.0\.0\/33/)
  assert.throws(() => parseBlocks(['internal']), /internal/)
})

test('no IPv4 address of a private network is ever permitted unlisted', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(
      fc.constantFrom('10', '127', '0', '169.254', '192.168', '224'),
      byte,
      byte,
      byte,
      (head, a, b, c) => {
        const address = [...head.split('.'), a, b, c].slice(0, 4).join('.')
        assert.equal(mayConnect(address, 'https:', []), false)
        assert.equal(mayConnect(`::ffff:${address}`, 'https:', []), false)
      },
    ),
  )
})
