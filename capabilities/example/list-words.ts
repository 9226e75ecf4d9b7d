// The headings and closed words of hospitals' lists in four languages, as their exports write them.
// SPDX-License-Identifier: EUPL-1.2
import type { ClinicalRole, NetworkExposure } from '@salus/standards/inventory'
import type { ExampleLanguage } from './centre.ts'

export const columns = [
  'number',
  'name',
  'vendor',
  'model',
  'version',
  'serial',
  'site',
  'exposure',
  'role',
  'cost',
] as const
export type Column = (typeof columns)[number]

export interface ListWords {
  readonly separator: ';' | ','
  readonly headings: Readonly<Record<Column, string>>
  readonly exposures: Readonly<Record<NetworkExposure, string>>
  readonly roles: Readonly<Record<ClinicalRole, string>>
  /** Things that nobody can match: a name for anything, without maker and model. */
  readonly vagueNames: readonly [string, ...string[]]
}

export const listWords: Readonly<Record<ExampleLanguage, ListWords>> = {
  en: {
    separator: ',',
    headings: {
      number: 'Asset number',
      name: 'Device name',
      vendor: 'Manufacturer',
      model: 'Model',
      version: 'Software version',
      serial: 'Serial number',
      site: 'Location',
      exposure: 'Network exposure',
      role: 'Clinical role',
      cost: 'Cost centre',
    },
    exposures: {
      internet: 'internet',
      'hospital-network': 'hospital network',
      isolated: 'isolated',
      offline: 'offline',
    },
    roles: {
      'life-supporting': 'life supporting',
      diagnostic: 'diagnostic',
      records: 'records',
      support: 'support',
      office: 'office',
    },
    vagueNames: ['Old pump in store', 'Trolley computer', 'Box under the desk'],
  },
  de: {
    separator: ';',
    headings: {
      number: 'Inv.-Nr.',
      name: 'Bezeichnung',
      vendor: 'Hersteller',
      model: 'Modell',
      version: 'Softwarestand',
      serial: 'Seriennummer',
      site: 'Standort',
      exposure: 'Netzanbindung',
      role: 'Klinische Bedeutung',
      cost: 'Kostenstelle',
    },
    exposures: {
      internet: 'Internet',
      'hospital-network': 'Kliniknetz',
      isolated: 'Medizingerätenetz',
      offline: 'ohne Netz',
    },
    roles: {
      'life-supporting': 'lebenserhaltend',
      diagnostic: 'Diagnostik',
      records: 'Patientenakte',
      support: 'Infrastruktur',
      office: 'Büro',
    },
    vagueNames: ['Altgerät Lager', 'Rechner Visitenwagen', 'Leihgerät', 'Kasten Keller'],
  },
  fr: {
    separator: ';',
    headings: {
      number: 'N° d’inventaire',
      name: 'Désignation',
      vendor: 'Fabricant',
      model: 'Nom commercial',
      version: 'Version logicielle',
      serial: 'N° de série',
      site: 'Emplacement',
      exposure: 'Réseau',
      role: 'Criticité',
      cost: 'Centre de coût',
    },
    exposures: {
      internet: 'Internet',
      'hospital-network': 'réseau interne',
      isolated: 'réseau biomédical',
      offline: 'hors ligne',
    },
    roles: {
      'life-supporting': 'support vital',
      diagnostic: 'diagnostique',
      records: 'dossier patient',
      support: 'soutien',
      office: 'bureautique',
    },
    vagueNames: ['Ancien appareil réserve', 'Ordinateur chariot'],
  },
  it: {
    separator: ';',
    headings: {
      number: 'N. inventario',
      name: 'Denominazione',
      vendor: 'Fabbricante',
      model: 'Nome commerciale',
      version: 'Versione software',
      serial: 'Matricola',
      site: 'Ubicazione',
      exposure: 'Rete',
      role: 'Criticità',
      cost: 'Centro di costo',
    },
    exposures: {
      internet: 'internet',
      'hospital-network': 'rete ospedaliera',
      isolated: 'rete separata',
      offline: 'senza rete',
    },
    roles: {
      'life-supporting': 'supporto vitale',
      diagnostic: 'diagnostica',
      records: 'cartella clinica',
      support: 'infrastruttura',
      office: 'ufficio',
    },
    vagueNames: ['Vecchio apparecchio magazzino', 'Computer carrello', 'Apparecchio in prestito'],
  },
}
