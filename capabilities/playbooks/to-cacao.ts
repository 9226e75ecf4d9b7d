// Our playbook as a CACAO 2.0 document in one language: people's steps become manual commands, decisions a question and a switch.
// SPDX-License-Identifier: EUPL-1.2
import { type CacaoAgent, type CacaoPlaybook, type CacaoStep, nameUuid } from '@salus/standards/cacao'
import { humanStepExtension } from './cacao-extension.ts'
import { flowOf } from './flow.ts'
import { textsIn, type WholePlaybook } from './playbook.ts'
import { bare, entryOf, type Names, namesOf, stepsFor, theEnd } from './to-cacao-steps.ts'

export function toCacao(whole: WholePlaybook, language: string): CacaoPlaybook {
  const { playbook } = whole
  const { texts, language: found } = textsIn(whole, language)
  const flow = flowOf(playbook)
  const names = namesOf(playbook.key)
  const makes = { flow, names, texts: texts.steps }
  const at = `${playbook.validFrom}T00:00:00.000Z`
  const start: CacaoStep = {
    ...bare(names.id('start', 'start')),
    type: 'start',
    onCompletion: entryOf(makes, playbook.start),
  }
  return {
    id: names.id('playbook', `${playbook.version}/${found}`),
    name: texts.name,
    description:
      [texts.summary, texts.useWhen, texts.notFor].filter((line) => line !== null).join('\n\n') || null,
    playbookTypes: ['mitigation', 'remediation'],
    createdBy: author,
    created: at,
    modified: at,
    revoked: false,
    validFrom: at,
    validUntil: null,
    labels: ['healthcare', playbook.key, `version:${playbook.version}`, `lang:${found}`],
    markings: [],
    signatures: [],
    workflowStart: start.id,
    workflowException: null,
    steps: [start, ...playbook.steps.flatMap((step) => stepsFor(makes, step)), theEnd(names)],
    agents: agentsOf(playbook.roles, texts.roles, names),
    targets: [],
    other: {
      industry_sectors: ['healthcare'],
      extension_definitions: {
        [humanStepExtension.id]: { ...humanStepExtension.definition, created_by: author },
      },
    },
  }
}

const author = `identity--${nameUuid('author of the library')}`
function agentsOf(
  roles: readonly string[],
  texts: Readonly<Record<string, string>>,
  names: Names,
): readonly CacaoAgent[] {
  return roles.map((role) => ({
    ...{
      id: names.id('group', role),
      type: 'group',
      name: texts[role] ?? role,
      description: null,
      other: {},
    },
  }))
}
