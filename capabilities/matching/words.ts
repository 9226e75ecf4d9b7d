// How much a word of a product name tells: brand words tell all, class words little, filler nothing.
// SPDX-License-Identifier: EUPL-1.2
import { rememberByText } from './memo.ts'
import { wordKey } from './text.ts'

export type WordRank = 'brand' | 'edition' | 'class' | 'filler'

/** Words that say what kind of thing it is; two products of one maker may differ only in them. */
const classWords = `
  access acquisition app administration agent analysis analyzer anesthesia automation base battery board bridge cabinet cardiac
  cardiology cardiovascular care central center client clinical cloud collection communication configuration connect
  connectivity connector console control controller core dashboard data database desktop diagnostic dicom digital display
  driver ecg editor electronic emr enterprise firewall gateway guard health historian holter home hub imaging information
  integration interface laboratory ct mr mri pet management manager mobile module network nurse operating operator pack panel pc
  pharmacy platform player plugin portal printer processor programmer proxy radiology recorder recording remote reporter
  ris pacs lis his router runtime scan security sensor server service signs spot station storage studio switch telemetry terminal
  toolkit tool transmitter transport unit utility viewer vital web wireless wifi wlan workplace workspace workstation
  scada hmi plc rtu dcs mes erp alm os iot gui site robot
  resting electrocardiograph electrocardiogram holter stress testing testing surgical image images library maintenance
`

/** Words that nearly every name may carry or leave out. */
const fillerWords = `
  an and of the for by on in to or at from as its
  bed bedside build cable camera cardiograph component computer defibrillator device
  edition equipment family firmware generation generator group handheld hospital hardware host infusion insulin installation instrument
  line machine machines medical medic model models monitor monitoring number operated patient product program pump range
  release revision scanner series software standard suite syringe system type ultrasound ventilator version variants
  volume large various all certain any only used embedded included includes including incl variant specific selected
  slice diabetes glucose hemodialysis dialysis delivery fetal maternal small business
  rohrpost pneumatique
  sistema systeme gerat appareil dispositivo pompa pompe pumpe monitore moniteur
  und mit fur les pour avec logiciel programma ventilatore respirateur beatmungsgerat dialysegerat gamme serie
`

/** Words for a larger or smaller edition of one product: who has one of them has not surely the other. */
const editionWords =
  'plus pro premium lite light mini professional essential basic advanced express elite select xl xt'

/** Other forms of a class word, and what hospitals write for it in German, French and Italian; compounds as one word. */
const otherForms: readonly (readonly [form: string, word: string])[] = [
  ['application', 'app'],
  ['applikation', 'app'],
  ['controller', 'control'],
  ['programming', 'programmer'],
  ['recording', 'recorder'],
  ['reporting', 'reporter'],
  ['datenmodul', 'datamodule'],
  ['modul', 'module'],
  ['modulo', 'module'],
  ['akkupack', 'batterypack'],
  ['batterie', 'battery'],
  ['batteria', 'battery'],
  ['spritzenpumpe', 'syringepump'],
  ['infusionspumpe', 'infusionpump'],
  ['patientenmonitor', 'patientmonitor'],
  ['zentrale', 'central'],
  ['centrale', 'central'],
  ['arbeitsplatz', 'workplace'],
  ['arbeitsstation', 'workstation'],
  ['stazione', 'station'],
  ['programmiergerat', 'programmer'],
  ['programmateur', 'programmer'],
  ['programmatore', 'programmer'],
  ['steuerung', 'control'],
  ['netzwerk', 'network'],
  ['reseau', 'network'],
  ['rete', 'network'],
  ['drucker', 'printer'],
  ['imprimante', 'printer'],
  ['stampante', 'printer'],
  ['serveur', 'server'],
  ['passerelle', 'gateway'],
  ['visionneuse', 'viewer'],
  ['visualizzatore', 'viewer'],
  ['labor', 'laboratory'],
  ['laboratoire', 'laboratory'],
  ['laboratorio', 'laboratory'],
  ['radiologie', 'radiology'],
  ['radiologia', 'radiology'],
  ['kardiologie', 'cardiology'],
  ['cardiologie', 'cardiology'],
  ['cardiologia', 'cardiology'],
  ['apotheke', 'pharmacy'],
  ['pharmacie', 'pharmacy'],
  ['farmacia', 'pharmacy'],
  ['ekg', 'ecg'],
  ['mrt', 'mri'],
  ['irm', 'mri'],
  ['echographe', 'ultrasound'],
  ['ecografo', 'ultrasound'],
  ['ultraschall', 'ultrasound'],
  ['spritze', 'syringe'],
  ['seringue', 'syringe'],
  ['siringa', 'syringe'],
]
const synonyms = new Map(otherForms.map(([form, word]) => [wordKey(form), wordKey(word)]))

/** `pumps` and `pump` are one word. */
export const stemKey: (word: string) => string = rememberByText((word) => {
  const key = wordKey(word)
  const isPlural = key.length > 4 && key.endsWith('s') && !key.endsWith('us') && !key.endsWith('is')
  const stem = isPlural ? key.slice(0, -1) : key
  return synonyms.get(stem) ?? stem
})

const ranks = new Map<string, WordRank>([
  ...toKeys(classWords).map((key) => [key, 'class'] as const),
  ...toKeys(editionWords).map((key) => [key, 'edition'] as const),
  ...toKeys(fillerWords).map((key) => [key, 'filler'] as const),
])

function toKeys(list: string): string[] {
  return list.trim().split(/\s+/).map(stemKey)
}

export function rankOf(stem: string): WordRank {
  return ranks.get(stem) ?? 'brand'
}

export const rankWeight: Record<WordRank, number> = { brand: 1, edition: 0.3, class: 0.3, filler: 0 }
