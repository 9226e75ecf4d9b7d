// What a start says to the operator: loads the example or founds the centre, and prints links to sign in.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { readFact } from '../../../platform/installation/facts.ts'
import { createSignInLink } from '../../accounts/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { dutyOfficer, exampleFact, loadedFact, removedFact } from '../centre.ts'
import { members } from '../members.ts'
import { ensureAdministrator } from './first-administrator.ts'
import { loadExample } from './load.ts'
import { removeExample } from './remove.ts'

export interface Greeting {
  readonly address: string
  /** The operator wants no example. */
  readonly empty: boolean
  readonly say: (text: string) => void
  /** Handles all events that are due. */
  readonly drain: () => Promise<number>
}

export async function greet(context: Context, { address, empty, say, drain }: Greeting): Promise<void> {
  if ((await lookAround(context)).isCutOff) {
    say('Loading the example was cut off last time; what there is of it is taken out first.')
    await removeExample(context, context.now(), { mayReturn: true })
  }
  const found = await lookAround(context)
  if (found.isExample) return printExampleLinks(context, address, say)
  if (found.isUntouched && !empty) {
    const startedAt = performance.now()
    await loadExample(context, context.now(), say)
    await drain()
    say(`The example was loaded in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
    return printExampleLinks(context, address, say)
  }
  if (empty || !found.hasCentre) return printAdministratorLink(context, address, say)
}

async function lookAround(context: Context) {
  return context.database.asEngine(async (scope) => {
    const organisations = await listOrganisations(scope)
    const isExample = (await readFact(scope, exampleFact)) !== null
    const wasRemoved = (await readFact(scope, removedFact)) !== null
    return {
      isUntouched: organisations.length === 0 && !wasRemoved,
      hasCentre: organisations.some((organisation) => organisation.kind === 'centre'),
      isExample,
      isCutOff: isExample && (await readFact(scope, loadedFact)) === null,
    }
  })
}

async function printExampleLinks(
  context: Context,
  address: string,
  say: (text: string) => void,
): Promise<void> {
  say('This is an example centre: its hospitals, people, vendors and advisories are invented.')
  say('Sign in with one of these links; each works once and soon expires, and every start prints new ones.')
  for (const { person, whose } of peopleToShow()) {
    const path = await createSignInLink(context, person, context.now())
    say(`  ${whose} (${person.name}):\n    ${address}${path}`)
  }
  say('Take the example out with: npm run salus -- example remove')
}

function peopleToShow() {
  const ofMember = (key: string, whose: string) => {
    const person = members.find((member) => member.key === key)?.people[0]
    return person ? [{ person, whose }] : []
  }
  return [
    ...ofMember('ballincreel', 'IT person of a small hospital'),
    { person: dutyOfficer, whose: 'Duty officer of the centre' },
    ...ofMember('erlenau', 'Security officer of a university hospital, in German'),
  ]
}

async function printAdministratorLink(
  context: Context,
  address: string,
  say: (text: string) => void,
): Promise<void> {
  const { centre, email } = await ensureAdministrator(
    context,
    context.config.adminEmail ?? undefined,
    context.now(),
  )
  const path = await createSignInLink(context, { email }, context.now())
  say(`${centre} is ready, without any example. Its administrator is ${email}.`)
  say(`Sign in with this link; it works once and soon expires:\n    ${address}${path}`)
  say('For a new link, start again with: npm start -- --empty')
}
