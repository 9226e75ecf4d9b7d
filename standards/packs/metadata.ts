// The four roles of The Update Framework 1.0 as they are in packs: closed shapes, every list bounded.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { keyIdOf, publicKeyShape } from './keys.ts'
import { packLimits } from './limits.ts'
import { maxBytesOfTarget } from './names.ts'

export const roleNames = ['root', 'timestamp', 'snapshot', 'targets'] as const
export type RoleName = (typeof roleNames)[number]

const hexHash = z.string().regex(/^[0-9a-f]{64}$/)
const version = z.number().int().min(1).max(packLimits.maxVersion)
const expires = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)), 'no instant')
const common = { spec_version: z.string().regex(/^1\.\d{1,3}(\.\d{1,3})?$/), version, expires }
const hashes = z.strictObject({ sha256: hexHash })

const roleShape = z
  .strictObject({
    keyids: z.array(hexHash).min(1).max(packLimits.maxKeys),
    threshold: z.number().int().min(1).max(packLimits.maxKeys),
  })
  .refine(({ keyids }) => new Set(keyids).size === keyids.length, 'a key id stands there twice')
  .refine(({ keyids, threshold }) => threshold <= keyids.length, 'the threshold is more than the keys')
export type RoleKeys = z.infer<typeof roleShape>

export const rootShape = z
  .strictObject({
    _type: z.literal('root'),
    ...common,
    consistent_snapshot: z.literal(true),
    keys: z.record(hexHash, publicKeyShape),
    roles: z.strictObject({ root: roleShape, timestamp: roleShape, snapshot: roleShape, targets: roleShape }),
  })
  .refine(({ keys }) => Object.keys(keys).length <= packLimits.maxKeys, 'too many keys')
  // A key under two names would be counted twice towards a threshold.
  .refine(
    ({ keys }) => Object.entries(keys).every(([id, key]) => keyIdOf(key) === id),
    'a key id is not the hash of its key',
  )
  .refine(
    ({ keys, roles }) =>
      Object.values(roles).every(({ keyids }) => keyids.every((id) => Object.hasOwn(keys, id))),
    'a role names a key that is not there',
  )
  .refine(
    ({ roles }) => roles.root.threshold >= packLimits.minRootThreshold,
    `the root's threshold is less than ${packLimits.minRootThreshold}`,
  )
export type Root = z.infer<typeof rootShape>

const metaFile = (maxBytes: number) =>
  z.strictObject({ version, length: z.number().int().min(1).max(maxBytes), hashes })

export const timestampShape = z.strictObject({
  _type: z.literal('timestamp'),
  ...common,
  meta: z.strictObject({ 'snapshot.json': metaFile(packLimits.maxSnapshotBytes) }),
})
export type Timestamp = z.infer<typeof timestampShape>

export const snapshotShape = z.strictObject({
  _type: z.literal('snapshot'),
  ...common,
  meta: z.strictObject({ 'targets.json': metaFile(packLimits.maxTargetsBytes) }),
})
export type Snapshot = z.infer<typeof snapshotShape>

const targetFile = z.strictObject({ length: z.number().int().min(0), hashes })
export type TargetFile = z.infer<typeof targetFile>

export const targetsShape = z
  .strictObject({
    _type: z.literal('targets'),
    ...common,
    targets: z.record(
      z.string().refine((name) => maxBytesOfTarget(name) !== null, 'no name of a target'),
      targetFile,
    ),
  })
  .refine(({ targets }) => Object.keys(targets).length <= packLimits.maxTargets, 'too many targets')
  .refine(
    ({ targets }) =>
      Object.entries(targets).every(([name, { length }]) => length <= (maxBytesOfTarget(name) ?? 0)),
    'a target is larger than its kind may be',
  )
export type Targets = z.infer<typeof targetsShape>

export interface MetadataOf {
  readonly root: Root
  readonly timestamp: Timestamp
  readonly snapshot: Snapshot
  readonly targets: Targets
}

export const shapes: { readonly [Role in RoleName]: z.ZodType<MetadataOf[Role]> } = {
  root: rootShape,
  timestamp: timestampShape,
  snapshot: snapshotShape,
  targets: targetsShape,
}

export const maxBytesOfRole: Readonly<Record<RoleName, number>> = {
  root: packLimits.maxRootBytes,
  timestamp: packLimits.maxTimestampBytes,
  snapshot: packLimits.maxSnapshotBytes,
  targets: packLimits.maxTargetsBytes,
}
