// An OpenBadgeCredential (Open Badges 3.0) as a W3C Verifiable Credential (data model 2.0): how it is made.
// SPDX-License-Identifier: EUPL-1.2

/** In this order (VC data model 2.0, 4.3; Open Badges 3.0, B.1.1). */
export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const
export const credentialTypes = ['VerifiableCredential', 'OpenBadgeCredential'] as const

export interface Alignment {
  readonly type: readonly ['Alignment']
  readonly targetName: string
  readonly targetUrl: string
  readonly targetFramework?: string
  readonly targetCode?: string
}

export interface Achievement {
  readonly id: string
  readonly type: readonly ['Achievement']
  /** From the list of Open Badges: `CertificateOfCompletion`, `Course`. */
  readonly achievementType: string
  readonly name: string
  readonly description: string
  readonly criteria: { readonly id?: string; readonly narrative?: string }
  readonly inLanguage?: string
  readonly version?: string
  readonly alignment?: readonly Alignment[]
}

/** Open Badges 3.0, IdentityObject; a name that stands readable, not as a hash. */
export interface Identity {
  readonly type: 'IdentityObject'
  readonly identityHash: string
  readonly identityType: 'name'
  readonly hashed: false
}

export interface OpenBadgeCredential {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly name?: string
  readonly issuer: {
    readonly id: string
    readonly type: readonly ['Profile']
    readonly name: string
  }
  /** RFC 3339 in UTC, whole seconds. */
  readonly validFrom: string
  readonly validUntil?: string
  readonly credentialSubject: {
    readonly id: string
    readonly type: readonly ['AchievementSubject']
    readonly identifier?: readonly Identity[]
    readonly achievement: Achievement
  }
}

export interface NewBadge {
  /** `urn:uuid:…` */
  readonly id: string
  readonly subjectId: string
  /** Null: the badge is anybody's who holds it. */
  readonly holderName: string | null
  readonly issuer: { readonly id: string; readonly name: string }
  readonly validFrom: Date
  readonly validUntil: Date | null
  readonly achievement: Omit<Achievement, 'type'>
}

export function badgeCredential(badge: NewBadge): OpenBadgeCredential {
  const { holderName, achievement } = badge
  return {
    '@context': contexts,
    id: badge.id,
    type: credentialTypes,
    issuer: { id: badge.issuer.id, type: ['Profile'], name: badge.issuer.name },
    validFrom: wholeSecond(badge.validFrom),
    ...(badge.validUntil ? { validUntil: wholeSecond(badge.validUntil) } : {}),
    credentialSubject: {
      id: badge.subjectId,
      type: ['AchievementSubject'],
      ...(holderName === null ? {} : { identifier: [identityOf(holderName)] }),
      achievement: { ...achievement, type: ['Achievement'] },
    },
  }
}

export function holderNameOf({ credentialSubject }: OpenBadgeCredential): string | null {
  return (
    credentialSubject.identifier?.find(({ identityType }) => identityType === 'name')?.identityHash ?? null
  )
}

function identityOf(name: string): Identity {
  return { type: 'IdentityObject', identityHash: name, identityType: 'name', hashed: false }
}

/** Claims count whole seconds, and both must say the same. */
function wholeSecond(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
