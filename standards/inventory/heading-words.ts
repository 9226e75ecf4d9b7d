// The words by which hospitals' lists head their columns, in English, German, French and Italian.
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryItem } from './item.ts'

export type InventoryField = Exclude<keyof InventoryItem, 'place'>
export type ColumnUse = InventoryField | 'leave-out'

/**
 * Lower case, without accents and punctuation (ä as ae), with commas between. Within a field the more telling words
 * come first: of two columns for one field the earlier word wins.
 */
export const headingWords: Readonly<Record<ColumnUse, string>> = {
  externalId: `
    inv nr, inventarnummer, inventarnr, inventar nr, invnr, inv nummer, anlagennummer, anlagennr,
    geraetenummer, geraetenr, geraete nr, geraete id, equipmentnummer, equipment nr, objektnummer, asset
    tag, asset id, asset number, asset no, inventory number, inventory no, equipment number, equipment
    id, equipment no, device id, ci id, ci number, control number, tag number, barcode, numero d
    inventaire, n d inventaire, n inventaire, no inventaire, numero inventaire, code inventaire, numero
    inventario, n inventario, nr inventario, codice inventario, codice cespite, inventario, bestands nr,
    anlagen id, sys id, id`,
  name: `
    bezeichnung, geraetebezeichnung, geraetename, benennung, objektbezeichnung, geraet, name, device
    name, asset name, ci name, equipment name, display name, device, asset, equipment, designation,
    libelle, denomination, nom, nom de l appareil, nom de l equipement, equipement, appareil,
    denominazione, nome, nome dispositivo, nome apparecchiatura, apparecchiatura, dispositivo,
    description, beschreibung, descrizione, device description, asset description, geraeteart,
    geraetetyp, device type, equipment type, type d appareil, tipo apparecchiatura`,
  vendor: `
    hersteller, herst, herstellername, hersteller name, herstellerfirma, fabrikat, marke, produzent,
    manufacturer, manufacturer name, mfr, mfg, mfgr, vendor, vendor name, make, maker, brand, fabricant,
    constructeur, marque, editeur, fabbricante, produttore, costruttore, marca, casa produttrice,
    publisher, lieferant, supplier, fournisseur, fornitore, firma, ditta`,
  product: `
    produkt, produktname, produktbezeichnung, product, product name, produit, nom du produit, prodotto,
    nome prodotto, nome commerciale, handelsname, trade name, nom commercial, software, softwarename,
    software name, anwendung, application, applikation, application name, logiciel, applicazione,
    package`,
  model: `
    modell, modellbezeichnung, typenbezeichnung, typbezeichnung, geraetemodell, typ, type, typ modell,
    model, model name, model number, model no, modell nr, modellnummer, modele, modele type, type
    modele, reference modele, modello, modello tipo, tipo, nome modello, product model, device model,
    baureihe, ref, catalog number, catalogue number, part number, artikelnummer`,
  version: `
    version, sw version, softwareversion, software version, softwarestand, sw stand, software stand,
    firmware, firmwareversion, firmware version, fw version, fw, firmwarestand, fw stand, release,
    programmversion, version logicielle, version logiciel, version du logiciel, version firmware,
    version du firmware, micrologiciel, versione, versione software, versione sw, versione firmware,
    release software, software release, sw release, app version, product version, build, sw`,
  serial: `
    seriennummer, seriennr, serien nr, serien nummer, serialnummer, fabriknummer, fabrik nr, sn, s n,
    serial, serial number, serial no, serialnumber, serial nr, ser no, ser nr, geraete sn, snr, numero
    de serie, n de serie, no de serie, no serie, n serie, nr serie, num serie, matricola, numero di
    serie, n di serie, numero seriale, seriale, numero di matricola, n matricola`,
  udiDi: `
    udi, udi di, udi code, gtin, ean, device identifier, iud, codice udi, code udi, udi
    nummer, udi number, udi nr`,
  purl: `
    purl, package url, packageurl`,
  cpe: `
    cpe, cpe name, cpe 2 3, cpe23, cpe uri, cpe id`,
  site: `
    standort, gebaeude, raum, aufstellort, aufstellungsort, einsatzort, ort, haus, klinik, station,
    abteilung, etage, bereich, site, location, building, room, ward, department, facility, campus,
    emplacement, lieu, localisation, batiment, salle, service, etablissement, ubicazione, sede,
    edificio, stanza, reparto, luogo, collocazione, unita operativa, presidio, locale`,
  networkExposure: `
    netzwerk, netz, netzanbindung, netzwerkanbindung, vernetzung, vernetzt, netzsegment, netzzone,
    network, network exposure, network connection, network zone, network segment, connectivity,
    exposure, vlan, reseau, connexion reseau, segment reseau, zone reseau, exposition, rete, connessione
    di rete, segmento di rete, esposizione, connected, internet, zone`,
  clinicalRole: `
    klinische rolle, klinische bedeutung, kritikalitaet, schutzbedarf, clinical role, clinical function,
    criticality, clinical criticality, criticite, role clinique, fonction clinique, criticita, ruolo
    clinico, funzione clinica, clinical use, verwendungszweck`,
  environment: `
    betriebssystem, os, bs, operating system, os version, os name, systeme d exploitation, plattform,
    sistema operativo, platform, plateforme, piattaforma, betriebssystemversion, version betriebssystem,
    betriebssystem version, operating system version, version os, os release, windows version`,
  'leave-out': `
    kostenstelle, kst, cost center, cost centre, centre de cout, centro di costo, preis, price, prix,
    prezzo, anschaffungswert, anschaffungsdatum, kaufdatum, purchase date, date d achat, data acquisto,
    ip, ip adresse, ip address, adresse ip, indirizzo ip, mac, mac adresse, mac address, adresse mac,
    indirizzo mac, basic udi, basic udi di, hostname, host name, rechnername, dns name, garantie, warranty, garanzia, wartung,
    naechste wartung, letzte wartung, stk, mtk, naechste stk, maintenance, last maintenance, baujahr,
    year, annee, anno, inbetriebnahme, datum, date, data, bemerkung, bemerkungen, kommentar, notiz,
    notes, remarks, comment, comments, remarques, note, osservazioni, anzahl, menge, quantity, qty,
    quantite, quantita, lfd nr, pos, position, zeile, row, status, stato, zustand, statut,
    verantwortlich, verantwortlicher, ansprechpartner, owner, responsible, benutzer, user, utilisateur,
    responsable, responsabile, telefon, phone, email, e mail, auftragsnummer, bestellnummer, order
    number, hersteller nr, herstellernummer, lieferantennummer, vertrag, contract, nr, no, n, number,
    nummer, numero, risikoklasse, klasse, class, classe, emdn, gmdn, umdns`,
}
