// A sheet on which a supplier answers: its state, what is answered, and what still lacks before it is handed in.
// SPDX-License-Identifier: EUPL-1.2

export const answers = ['yes', 'partly', 'no', 'not-applicable'] as const
export type Answer = (typeof answers)[number]

/** One question answered; words alone are an answer to come back to, never one of the four. */
export interface SheetAnswer {
  readonly answer: Answer | null
  readonly words: string | null
}
/** By the key of the question. */
export type SheetAnswers = Readonly<Record<string, SheetAnswer>>

export const revisionSteps = ['saved', 'handed-in', 'reopened'] as const
export type RevisionStep = (typeof revisionSteps)[number]

export interface SheetContact {
  readonly name: string | null
  /** Mail address or telephone. */
  readonly reach: string | null
}

export interface Revision {
  readonly id: number
  readonly step: RevisionStep
  readonly answers: SheetAnswers
  readonly contact: SheetContact
  readonly recordedAt: Date
  readonly recordedByName: string
}

export interface Sheet {
  readonly id: number
  readonly purchaseId: number
  readonly supplier: string
  /** In which the supplier reads it. */
  readonly language: string
  /** Keys of clauses, as they were asked then. */
  readonly questions: readonly string[]
  readonly recordedAt: Date
  readonly recordedByName: string
  /** The last one; null where nothing was saved yet. */
  readonly latest: Revision | null
}

export type SheetState = 'sent' | 'begun' | 'handed-in'

export function stateOf({ latest }: Pick<Sheet, 'latest'>): SheetState {
  if (latest === null) return 'sent'
  return latest.step === 'handed-in' ? 'handed-in' : 'begun'
}

export function answersOf(sheet: Pick<Sheet, 'latest'>): SheetAnswers {
  return sheet.latest?.answers ?? {}
}

/** What a form holds: the answers, and whom to reach. */
export type Filled = Pick<Revision, 'answers' | 'contact'>

const nothingFilled: Filled = { answers: {}, contact: { name: null, reach: null } }

/**
 * Two people may fill in one sheet, each on a page of their own: what this one changed of what its page showed goes onto
 * what is there by now, and what it left as it was undoes nothing. `shown` and `latest`: null where nothing was saved.
 */
export function mergeFilled(typed: Filled, shown: Filled | null, latest: Filled | null): Filled {
  const before = shown ?? nothingFilled
  const now = latest ?? nothingFilled
  const answers: Record<string, SheetAnswer> = {}
  for (const key of new Set([...Object.keys(typed.answers), ...Object.keys(now.answers)])) {
    const [mine, was, is] = [typed.answers[key], before.answers[key], now.answers[key]]
    const answer = changedOr(mine?.answer ?? null, was?.answer ?? null, is?.answer ?? null)
    const words = changedOr(mine?.words ?? null, was?.words ?? null, is?.words ?? null)
    if (answer !== null || words !== null) answers[key] = { answer, words }
  }
  const name = changedOr(typed.contact.name, before.contact.name, now.contact.name)
  const reach = changedOr(typed.contact.reach, before.contact.reach, now.contact.reach)
  return { answers, contact: { name, reach } }
}

function changedOr<T>(mine: T, was: T, is: T): T {
  return mine === was ? is : mine
}

export function isAnswered(given: SheetAnswer | undefined): boolean {
  return given !== undefined && given.answer !== null
}

export function unansweredOf(sheet: Pick<Sheet, 'questions' | 'latest'>): readonly string[] {
  const given = answersOf(sheet)
  return sheet.questions.filter((question) => !isAnswered(given[question]))
}

export interface SheetLink {
  readonly id: number
  readonly sheetId: number
  readonly until: Date
  readonly revokedAt: Date | null
  readonly recordedByName: string
}

export const linkDays = 30
export const most = {
  words: 2000,
  /** Savings of one sheet within an hour, and in its whole life. */
  savingsAnHour: 60,
  savings: 600,
  /** Files that one sheet takes or refuses within an hour, and in its whole life. */
  filesAnHour: 12,
  files: 60,
  /** Sheets of one purchase, and links of one sheet. */
  sheets: 30,
  links: 30,
  fileBytes: 5 * 1024 * 1024,
} as const

export function linkIsGood({ until, revokedAt }: Pick<SheetLink, 'until' | 'revokedAt'>, now: Date): boolean {
  return revokedAt === null && now < until
}

/** A bill of materials that was handed in, or a try that could not be read. */
export interface SheetFile {
  readonly id: number
  readonly sheetId: number
  readonly fileName: string
  readonly bytes: number
  readonly format: string | null
  readonly formatVersion: string | null
  readonly components: number
  readonly faults: number
  readonly sha256: string
  readonly recordedAt: Date
  readonly recordedByName: string
  /** The last import that was made of it. */
  readonly importId: number | null
}

export const isReadable = (file: Pick<SheetFile, 'format'>) => file.format !== null
