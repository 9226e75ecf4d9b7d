// Runs inside of the crisis pack's file, without network: asks for the code, opens what is sealed, draws it as text.
// SPDX-License-Identifier: EUPL-1.2

const { header, phone, sealed, words, info } = JSON.parse(document.getElementById('sealed').textContent)
const form = document.getElementById('ask')
const said = document.getElementById('said')
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataCharacters = 26
const curve = { name: 'ECDH', namedCurve: 'P-256' }

const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
const utf8 = (text) => new TextEncoder().encode(text)

// The same reading and checksum as on the server: envelope/code.ts.
function readCode(typed) {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (plain.length !== dataCharacters + 2) return null
  let sum = 0
  for (let at = 0; at < plain.length; at++) {
    const value = alphabet.indexOf(plain[at])
    if (value < 0) return null
    if (at < dataCharacters) sum = (sum + (at + 1) * value) % 1021
  }
  return plain.slice(dataCharacters) === alphabet[sum >> 5] + alphabet[sum & 31] ? plain : null
}

async function freeKey(code) {
  const { subtle } = crypto
  const base = await subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveKey'])
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(phone.wrapSalt), iterations: phone.iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const wrapped = { name: 'AES-GCM', iv: bytesOf(phone.wrapIv), additionalData: bytesOf(phone.publicKey) }
  const privateKey = await subtle.decrypt(wrapped, key, bytesOf(phone.wrappedKey))
  return subtle.importKey('pkcs8', privateKey, curve, false, ['deriveBits'])
}

async function unseal(privateKey) {
  const { subtle } = crypto
  const ephemeral = bytesOf(sealed.ephemeralKey)
  const theirs = await subtle.importKey('raw', ephemeral, curve, false, [])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256)
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const salt = new Uint8Array([...ephemeral, ...bytesOf(phone.publicKey)])
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const under = { name: 'AES-GCM', iv: bytesOf(sealed.iv), additionalData: utf8(header) }
  const content = await subtle.decrypt(under, key, bytesOf(sealed.ciphertext))
  return JSON.parse(new TextDecoder().decode(content))
}

function say(text) {
  said.textContent = text
}

function element(name, text, parent) {
  const made = document.createElement(name)
  if (text) made.textContent = text
  parent.append(made)
  return made
}

function drawFact({ term, value, phone: number }, list) {
  element('dt', term, list)
  const place = element('dd', '', list)
  const shown = number && value.startsWith(number) ? number : ''
  if (shown) element('a', shown, place).href = `tel:${number.replace(/[^+\d]/g, '')}`
  place.append(value.slice(shown.length))
}

function drawBlock(block, parent) {
  if (block.kind === 'text') element('p', block.text, parent)
  if (block.kind === 'list') {
    const list = element('ol', '', parent)
    for (const item of block.items) element('li', item, list)
  }
  if (block.kind === 'facts') {
    const list = element('dl', '', parent)
    for (const fact of block.facts) drawFact(fact, list)
  }
}

function draw(pack) {
  const place = document.getElementById('pack')
  for (const section of pack.sections) {
    const part = element('section', '', place)
    element('h2', section.heading, part)
    for (const block of section.blocks) drawBlock(block, part)
  }
  const proof = element('p', `${pack.openingHint} `, place)
  element('strong', pack.openingWord, proof)
  const button = element('button', words.print, place)
  button.type = 'button'
  button.addEventListener('click', () => print())
  place.hidden = false
  form.remove()
  const title = document.querySelector('h1')
  title.tabIndex = -1
  title.focus()
}

async function open(typed) {
  const code = readCode(typed)
  if (!code) return say(words.mistyped)
  if (!globalThis.crypto?.subtle) return say(words.oldBrowser)
  say(words.opening)
  let privateKey
  try {
    privateKey = await freeKey(code)
  } catch {
    return say(words.wrongCode)
  }
  try {
    const pack = await unseal(privateKey)
    say('')
    draw(pack)
  } catch {
    say(words.damaged)
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  open(document.getElementById('code').value)
})
