// Keeps the time left young and counts ticked rows; every page is complete without it.
// SPDX-License-Identifier: EUPL-1.2

const minuteMs = 60_000
const { sent, ...templates } = document.currentScript?.dataset ?? {}

/** Days are left as the server wrote them: they need plurals, and change seldom. */
function sayLeft(dueAt, now) {
  const difference = dueAt - now
  const total = Math.floor(Math.abs(difference) / minuteMs)
  if (total >= 24 * 60 || total === 0) return undefined
  const size = total < 60 ? 'Minutes' : 'Hours'
  const template = templates[(difference < 0 ? 'over' : 'left') + size]
  return template?.replace('{hours}', Math.floor(total / 60)).replace('{minutes}', total % 60)
}

// By the server's clock: this device's own may be wrong.
function refreshLeft() {
  const now = Date.parse(sent) + performance.now()
  for (const element of document.querySelectorAll('[data-due]')) {
    const said = sayLeft(Date.parse(element.dataset.due), now)
    if (said) element.textContent = said
  }
}

function countTicked(form) {
  const place = form.querySelector('[data-ticked]')
  if (!place) return
  const count = form.querySelectorAll('.s-tick:checked').length
  place.textContent = place.dataset.ticked.replace('{count}', count)
}

document.addEventListener('change', (event) => {
  const form = event.target.closest?.('form')
  if (form && event.target.matches('.s-tick')) countTicked(form)
})
for (const place of document.querySelectorAll('form [data-ticked]')) countTicked(place.closest('form'))
if (sent) setInterval(refreshLeft, minuteMs)
