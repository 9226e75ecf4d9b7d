// What can go wrong with a blind signature, under the names of RFC 9474 (4.2 to 4.4).
// SPDX-License-Identifier: EUPL-1.2

export type BlindFaultCode =
  | 'invalid-key'
  | 'message-too-long'
  | 'encoding-error'
  | 'blinding-error'
  | 'invalid-input'
  | 'unexpected-input-size'
  | 'message-out-of-range'
  | 'signing-failure'
  | 'invalid-signature'

const texts: Readonly<Record<BlindFaultCode, string>> = {
  'invalid-key': 'The key is not an RSA public key that blind signatures can be made with.',
  'message-too-long': 'The message is longer than a blind signature takes.',
  'encoding-error': 'The modulus is too short for the hash and the salt.',
  'blinding-error': 'The random number that was drawn has no inverse. Blind the message again.',
  'invalid-input': 'The message shares a factor with the modulus, so the key is broken. Ask for another key.',
  'unexpected-input-size': 'The bytes have not the length of the modulus.',
  'message-out-of-range': 'The blinded message is not smaller than the modulus.',
  'signing-failure': 'The private-key operation gave a wrong result; nothing was given out.',
  'invalid-signature': 'The signature does not fit to the message under this key.',
}

export class BlindSignatureFault extends Error {
  readonly code: BlindFaultCode

  constructor(code: BlindFaultCode, detail = '', options: ErrorOptions = {}) {
    super(detail === '' ? texts[code] : `${texts[code]} ${detail}`, options)
    this.name = 'BlindSignatureFault'
    this.code = code
  }
}
