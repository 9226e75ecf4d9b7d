// Limits of keys and messages of blind signatures.
// SPDX-License-Identifier: EUPL-1.2

/** Length of the RSA modulus, in bits; longer ones cost a client time and buy nothing. */
export const minModulusBits = 2_048
export const maxModulusBits = 4_096

/** Bytes of a key as SubjectPublicKeyInfo. */
export const maxKeyBytes = 1_024

/** Bytes of a message to be signed, its random prefix left out. */
export const maxBlindMessageBytes = 1_024
