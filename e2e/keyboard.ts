// Getting about a page with the keyboard alone, as somebody who has no mouse does.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** More than any of our pages has stops, so that a stop which is never reached is found out. */
const maxTabs = 250
const maxChoices = 60
const typedByKey = 8

export type Role = 'link' | 'button'

export async function tabTo(page: Page, target: Locator, name: string): Promise<void> {
  await target.waitFor({ state: 'attached' })
  // As many as the page says, in one go: asking after each where the focus is takes most of a journey's time.
  await pressTab(page, await stopsAhead(target))
  for (let tabs = 0; tabs < maxTabs; tabs++) {
    const { isFocused, ...seen } = await lookAtFocus(target)
    if (isFocused) return assertFocusIsSeen(seen, name)
    await pressTab(page, 1)
  }
  assert.fail(`${maxTabs} times Tab on ${page.url()} never reached ${name}`)
}

async function pressTab(page: Page, times: number): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => page.keyboard.press('Tab')))
}

/** How many stops lie between the focus and the target, as far as the page tells; 0 where the target lies behind. */
function stopsAhead(target: Locator): Promise<number> {
  return target.evaluate((element) => {
    const groups = new Set<string>()
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ].filter((one) => {
      if (one.tabIndex < 0 || one.matches(':disabled, [type=hidden]') || !one.checkVisibility()) return false
      if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
      const isFirst = !groups.has(one.name)
      groups.add(one.name)
      return isFirst
    })
    const [from, to] = [document.activeElement, element].map((one) => stops.indexOf(one as HTMLElement))
    return Math.max(0, (to ?? 0) - (from ?? 0))
  })
}

/** What stands there before is replaced. The beginning comes key by key, the rest at once, as from a clipboard. */
export async function type(page: Page, target: Locator, name: string, text: string): Promise<void> {
  await tabTo(page, target, name)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text.slice(0, typedByKey))
  if (text.length > typedByKey) await page.keyboard.insertText(text.slice(typedByKey))
}

/** Radio buttons of one question are one stop; the arrows choose among them. */
export async function chooseRadio(page: Page, target: Locator, name: string): Promise<void> {
  const group = await target.getAttribute('name')
  const buttons = page.locator(`input[type=radio][name="${group}"]`)
  const chosen = page.locator(`input[type=radio][name="${group}"]:checked`)
  await tabTo(page, (await chosen.count()) > 0 ? chosen : buttons.first(), name)
  if ((await chosen.count()) === 0) await page.keyboard.press('Space')
  for (let steps = 0; steps < maxChoices && !(await target.isChecked()); steps++)
    await page.keyboard.press('ArrowDown')
  assert.ok(await target.isChecked(), `the arrows never reached ${name}`)
  assertFocusIsSeen(await lookAtFocus(target), name)
}

interface Focus {
  readonly isFocused: boolean
  readonly isMarked: boolean
  readonly isUncovered: boolean
}

function lookAtFocus(target: Locator): Promise<Focus> {
  return target.evaluate((element) => {
    const isFocused = element === document.activeElement
    // The library draws its radio buttons and tick boxes beside the real ones.
    const marks = [getComputedStyle(element)]
    const label = (element as HTMLInputElement).labels?.[0]
    if (label) marks.push(getComputedStyle(label, '::before'))
    const isMarked = marks.some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
    )
    const box = element.getClientRects()[0]
    const [left, right] = [Math.max(box?.left ?? 0, 0), Math.min(box?.right ?? 0, innerWidth)]
    const [upper, lower] = [Math.max(box?.top ?? 0, 0), Math.min(box?.bottom ?? 0, innerHeight)]
    if (left >= right || upper >= lower) return { isFocused, isMarked, isUncovered: false }
    const top = document.elementFromPoint((left + right) / 2, (upper + lower) / 2)
    const isUncovered = top !== null && (element.contains(top) || top.contains(element) || top === label)
    return { isFocused, isMarked, isUncovered }
  })
}

/** WCAG 2.4.7 and 2.4.11: there is a mark of focus, on the screen, and nothing lies over it. */
function assertFocusIsSeen({ isMarked, isUncovered }: Omit<Focus, 'isFocused'>, name: string): void {
  assert.ok(isMarked, `${name} shows no mark when it has the focus`)
  assert.ok(isUncovered, `${name} has the focus but is off the screen or covered`)
}
