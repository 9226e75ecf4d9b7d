// What a house decided about an item: planned, done, put off, not for us; the newest choice counts, and each can be undone.
// SPDX-License-Identifier: EUPL-1.2

export const choiceKinds = ['planned', 'done', 'put-off', 'not-for-us', 'open'] as const
export type ChoiceKind = (typeof choiceKinds)[number]

export interface ItemChoice {
  readonly id: number
  readonly itemKey: string
  readonly itemVersion: string
  readonly choice: ChoiceKind
  /** By when it is planned, or until when it is put off. */
  readonly until: Date | null
  readonly reason: string | null
  /** Who does what is planned; null where it is the one who planned it. */
  readonly who: string | null
  readonly at: Date
  readonly byName: string
}

export type Choices = ReadonlyMap<string, ItemChoice>

/** Half a year: what is put off comes back, and nothing is put off for good. */
export const maxPutOffDays = 183
export const maxPlanDays = 366

/** How an item stands by the house's own choice; what was put off comes back when its day has come. */
export function choiceNow(choice: ItemChoice | undefined, now: Date): ItemChoice | null {
  if (!choice || choice.choice === 'open') return null
  if (choice.choice === 'put-off' && choice.until !== null && choice.until <= now) return null
  return choice
}

export function doerOf({ who, byName }: Pick<ItemChoice, 'who' | 'byName'>): string {
  return who ?? byName
}

/** Nothing more to do with it for now: put off, or not for us. */
export function isAside(choice: ItemChoice | undefined, now: Date): boolean {
  const current = choiceNow(choice, now)
  return current?.choice === 'put-off' || current?.choice === 'not-for-us'
}
