// The words of four languages for the clinical role and the network exposure of an asset.
// SPDX-License-Identifier: EUPL-1.2
import { plainWords, wordsOf } from './headings.ts'
import type { ClinicalRole, NetworkExposure } from './item.ts'

const roleWords: Readonly<Record<ClinicalRole, string>> = {
  'life-supporting': `
    life supporting, life support, life sustaining, life critical, therapy, critical, very high,
    lebenserhaltend, lebenswichtig, lebensnotwendig, therapie, kritisch, sehr hoch, vital, maintien en
    vie, support vital, therapie vitale, critique, tres eleve, tres elevee, salvavita, supporto vitale,
    supporto delle funzioni vitali, critico, critica, molto alta, molto alto`,
  diagnostic: `
    diagnostic, diagnostics, diagnosis, imaging, monitoring, laboratory, lab, diagnostik, diagnose,
    diagnostisch, bildgebung, ueberwachung, labor, diagnostique, imagerie, surveillance, laboratoire,
    diagnostica, diagnostico, imaging diagnostico, monitoraggio, laboratorio`,
  records: `
    records, patient records, medical records, clinical records, documentation, ehr, emr, pacs, his,
    patientenakte, krankenakte, dokumentation, akte, kis, ris, lis, dossier patient, dossier medical,
    documentation clinique, dpi, cartella clinica, cartelle cliniche, documentazione, fascicolo
    sanitario`,
  support: `
    support, supporting, logistics, building, building services, infrastructure, facility,
    unterstuetzend, unterstuetzung, haustechnik, gebaeudetechnik, infrastruktur, logistik, versorgung,
    soutien, logistique, technique du batiment, assistance, supporto, logistica, impianti,
    infrastruttura`,
  office: `
    office, administration, administrative, back office, low, none, non clinical, buero, verwaltung,
    administrativ, niedrig, gering, keine, nicht klinisch, bureau, bureautique, administratif, faible,
    non clinique, ufficio, amministrazione, amministrativo, bassa, basso, non clinico`,
}

const exposureWords: Readonly<Record<NetworkExposure, string>> = {
  internet: `
    internet, public, internet facing, external, exposed, dmz, online, cloud, oeffentlich, extern, aus
    dem internet erreichbar, internetzugang, expose, externe, publique, esposto, esterno, esterna,
    pubblico, pubblica`,
  'hospital-network': `
    hospital network, network, networked, lan, wlan, wifi, intranet, internal, connected, yes, ja,
    krankenhausnetz, kliniknetz, hausnetz, netzwerk, netz, vernetzt, intern, internes netz, reseau,
    reseau hospitalier, reseau interne, interne, connecte, oui, rete, rete ospedaliera, rete interna,
    interno, interna, connesso, collegato, in rete, si`,
  isolated: `
    isolated, segmented, segregated, separate network, medical network, device network, isoliert,
    segmentiert, abgeschottet, eigenes netz, separates netz, medizingeraetenetz, medizinnetz, isole,
    segmente, reseau isole, reseau separe, reseau biomedical, isolato, isolata, segmentato, segmentata,
    rete separata, rete isolata`,
  offline: `
    offline, standalone, stand alone, not connected, no network, air gapped, no, none, off line, ohne
    netz, ohne netzwerk, kein netz, kein netzwerk, nicht vernetzt, unvernetzt, nein, keine, hors ligne,
    non connecte, sans reseau, autonome, non, aucun, non connesso, non collegato, fuori rete, senza
    rete, autonomo, nessuna`,
}

const roles = index(roleWords)
const exposures = index(exposureWords)

/** Null when the word is not one of the closed list in any of the languages. */
export function clinicalRoleOf(text: string): ClinicalRole | null {
  return roles.get(plainWords(text)) ?? null
}

export function networkExposureOf(text: string): NetworkExposure | null {
  return exposures.get(plainWords(text)) ?? null
}

function index<T extends string>(words: Readonly<Record<T, string>>): Map<string, T> {
  // The keys of the record are the closed list; `Object.entries` only says string.
  const entries = Object.entries(words) as [T, string][]
  return new Map(entries.flatMap(([value, said]) => wordsOf(said).map((word): [string, T] => [word, value])))
}
