// Whole numbers and bytes for RSA: conversion, inverse and common divisor (RFC 8017, 4; RFC 9474, 3).
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'

export function bytesToInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

/** Big-endian, exactly `length` bytes. A number that needs more is a fault of the caller. */
export function intToBytes(value: bigint, length: number): Buffer {
  const hex = value.toString(16)
  if (value < 0n || hex.length > length * 2)
    throw new RangeError(`The number needs more than ${length} bytes.`)
  return Buffer.from(hex.padStart(length * 2, '0'), 'hex')
}

export function greatestCommonDivisor(one: bigint, two: bigint): bigint {
  let [a, b] = [one, two]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** Null where the two share a factor. */
export function inverseModulo(value: bigint, modulus: bigint): bigint | null {
  let [rest, next] = [value % modulus, modulus]
  let [factor, nextFactor] = [1n, 0n]
  while (next !== 0n) {
    const quotient = rest / next
    ;[rest, next] = [next, rest - quotient * next]
    ;[factor, nextFactor] = [nextFactor, factor - quotient * nextFactor]
  }
  return rest === 1n ? ((factor % modulus) + modulus) % modulus : null
}

/** Uniform in 1 ≤ r < below, by drawing again what is outside; each draw fits with a chance above one half. */
export function randomBelow(below: bigint): bigint {
  const bits = below.toString(2).length
  const bytes = Math.ceil(bits / 8)
  const mask = 0xff >> (bytes * 8 - bits)
  for (;;) {
    const drawn = randomBytes(bytes)
    drawn[0] = (drawn[0] ?? 0) & mask
    const value = bytesToInt(drawn)
    if (value >= 1n && value < below) return value
  }
}
