// The example's advisories, in the order in which the centre learns of them.
// SPDX-License-Identifier: EUPL-1.2
import type { ExampleAdvisory } from './advisory.ts'

const weaknesses = {
  authentication: { id: 'CWE-306', name: 'Missing Authentication for Critical Function' },
  credentials: { id: 'CWE-798', name: 'Use of Hard-coded Credentials' },
  command: {
    id: 'CWE-78',
    name: "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')",
  },
  traversal: {
    id: 'CWE-22',
    name: "Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')",
  },
  sql: {
    id: 'CWE-89',
    name: "Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')",
  },
  overflow: { id: 'CWE-787', name: 'Out-of-bounds Write' },
  privilege: { id: 'CWE-269', name: 'Improper Privilege Management' },
  cleartext: { id: 'CWE-319', name: 'Cleartext Transmission of Sensitive Information' },
  consumption: { id: 'CWE-400', name: 'Uncontrolled Resource Consumption' },
} as const

const remoteWithoutPassword = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'

export const advisories: readonly ExampleAdvisory[] = [
  {
    id: 'VM-2026-014',
    vendor: 'velora',
    title: 'InfuLine Gateway G4: strangers can change the settings of pumps',
    summary:
      'The web service of the gateway takes settings for connected infusion pumps from anybody who can reach port 8443. No password is needed.',
    released: '2026-11-12T09:00:00.000Z',
    hoursAgo: 92,
    products: [{ name: 'InfuLine Gateway G4', affected: '< 4.2.0', fixed: '4.2.0' }],
    cve: 'CVE-2026-99401',
    weakness: weaknesses.authentication,
    vector: remoteWithoutPassword,
    attacks:
      'Exploited: Yes. Attacks on gateways that are open to the internet have been seen since 12 November 2026.',
    remediations: [
      {
        category: 'mitigation',
        text: 'Close port 8443 from the internet to the gateways at your firewall. Running infusions are not affected; updates of the drug library pause until the port is open again.',
      },
      {
        category: 'vendor_fix',
        text: 'Install version 4.2.0 (about 40 minutes for each gateway). Pumps run on their own during the update; agree on the time with the wards.',
      },
    ],
  },
  {
    id: 'LMB-26-07',
    vendor: 'lumbrask',
    title: 'Vigil monitors: a malformed network message stops the display',
    summary:
      'A malformed message on the monitoring network restarts the monitor. For up to a minute neither curves nor alarms are shown.',
    released: '2026-11-11T08:00:00.000Z',
    hoursAgo: 90,
    products: [
      { name: 'Vigil M50', affected: 'prior to 3.4.2', fixed: '3.4.2' },
      { name: 'Vigil Central Station', affected: 'all versions before 5.3', fixed: '5.3.0' },
    ],
    cve: 'CVE-2026-99402',
    weakness: weaknesses.consumption,
    vector: 'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    attacks: 'Proof-of-concept code has been published. Attacks are not known.',
    remediations: [
      {
        category: 'workaround',
        text: 'Keep the monitoring network apart from all others, and let staff know that a monitor may restart by itself.',
      },
      {
        category: 'vendor_fix',
        text: 'Version 3.4.2 of the monitors and 5.3.0 of the central station refuse such messages. The update needs 10 minutes at each bed.',
      },
    ],
  },
  {
    id: 'BRI-SN-2026-03',
    vendor: 'brisalon',
    title: 'Brisa V400: service interface without a password on some devices',
    summary:
      'On devices with a main board of an early revision, the service interface accepts commands without a password. The revision is printed on the board and shown in the service menu.',
    released: '2026-11-10T10:00:00.000Z',
    hoursAgo: 88,
    products: [{ name: 'Brisa V400', affected: 'units with main board revision C or lower', fixed: null }],
    cve: 'CVE-2026-99403',
    weakness: weaknesses.authentication,
    vector: 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H',
    attacks: 'Not known to be exploited.',
    remediations: [
      {
        category: 'mitigation',
        text: 'Look up the board revision in the service menu (Service, Hardware). Seal the service port of devices with revision C or lower until the board is replaced at the next maintenance.',
      },
    ],
  },
  {
    id: 'MC-2026-21',
    vendor: 'medicorda',
    title: 'Medicorda Clinic: users can read the records of other departments',
    summary:
      'Somebody who is signed in can reach the records of every department through the search of the appointment book.',
    released: '2026-11-13T07:30:00.000Z',
    hoursAgo: 76,
    products: [{ name: 'Medicorda Clinic', affected: '2024.1 through 2025.2', fixed: '2025.3' }],
    cve: 'CVE-2026-99404',
    weakness: weaknesses.sql,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N',
    attacks: null,
    remediations: [
      {
        category: 'workaround',
        text: 'Switch off the free-text search of the appointment book (Administration, Appointments, Search).',
      },
      { category: 'vendor_fix', text: 'Update to 2025.3 in the next maintenance window.' },
    ],
  },
  {
    id: 'LAB-2026-04',
    vendor: 'labrenta',
    title: 'Labrenta LIS: maintenance account with a known password',
    summary: 'All installations before 6.0 share one maintenance account, whose password has become public.',
    released: '2026-11-09T12:00:00.000Z',
    hoursAgo: 70,
    products: [{ name: 'Labrenta LIS', affected: 'all versions before 6.0', fixed: '6.0' }],
    cve: 'CVE-2026-99405',
    weakness: weaknesses.credentials,
    vector: remoteWithoutPassword,
    attacks: 'A public exploit is not needed: the password can be found on the internet (proof of concept).',
    remediations: [
      { category: 'mitigation', text: 'Lock the account "labservice" in the user administration.' },
      {
        category: 'vendor_fix',
        text: 'Version 6.0 no longer has this account. Versions 6.0 and later are not affected.',
      },
    ],
  },
  {
    id: 'TES-0031',
    vendor: 'tessolin',
    title: 'BadgePrint 20: printed names can be read on the network',
    summary: 'The printer receives the names on badges without encryption.',
    released: '2026-10-28T09:00:00.000Z',
    hoursAgo: 66,
    products: [{ name: 'Tessolin BadgePrint 20', affected: '3.x', fixed: '4.0' }],
    cve: 'CVE-2026-99406',
    weakness: weaknesses.cleartext,
    vector: 'CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N',
    attacks: 'Not known to be exploited.',
    remediations: [{ category: 'vendor_fix', text: 'Version 4.0 encrypts print jobs. No hurry.' }],
  },
  {
    id: 'WG-PSA-118',
    vendor: 'wintergrau',
    title: 'Klimara BC2: settings can be changed at the device without a password',
    summary: 'Whoever stands at the controller can change its settings from the keypad while it starts.',
    released: '2026-11-02T09:00:00.000Z',
    hoursAgo: 64,
    products: [{ name: 'Klimara BC2', affected: '4.6 and earlier', fixed: '4.7' }],
    cve: 'CVE-2026-99407',
    weakness: weaknesses.authentication,
    vector: 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:L/A:L',
    attacks: 'Not known to be exploited.',
    remediations: [
      { category: 'workaround', text: 'Keep the cabinets of the controllers locked.' },
      { category: 'vendor_fix', text: 'Firmware 4.7 asks for the password at start.' },
    ],
  },
  {
    id: 'RUF-26-1',
    vendor: 'rufenta',
    title: 'CareCall: calls are lost when the list of rooms is very long',
    summary: 'Installations with more than 400 rooms can lose calls for some seconds.',
    released: '2026-11-13T10:00:00.000Z',
    hoursAgo: 58,
    products: [{ name: 'Rufenta CareCall', affected: '< 6.5', fixed: '6.5' }],
    cve: 'CVE-2026-99415',
    weakness: weaknesses.consumption,
    vector: 'CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:N/I:N/A:L',
    attacks: 'Not known to be exploited.',
    remediations: [{ category: 'vendor_fix', text: 'Update to 6.5 or later.' }],
  },
  {
    id: 'SOL-2026-1107',
    vendor: 'sollentra',
    title: 'Directory Server: every user can become domain administrator',
    summary:
      'A flaw in the delegation of rights gives any signed-in user the rights of the domain administrator.',
    released: '2026-11-17T17:00:00.000Z',
    hoursAgo: 29,
    products: [{ name: 'Sollentra Directory Server', affected: 'vers:generic/<2022.12', fixed: '2022.12' }],
    cve: 'CVE-2026-99409',
    weakness: weaknesses.privilege,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H',
    attacks: null,
    remediations: [
      {
        category: 'vendor_fix',
        text: 'Install the December level 2022.12 on every domain controller, one after the other.',
      },
    ],
  },
  {
    id: 'OSK-2026-09',
    vendor: 'oskarin',
    title: 'PraxView: images of all patients can be fetched without signing in',
    summary:
      'The web viewer gives out files of the archive to anybody who knows how they are named, and the names can be guessed.',
    released: '2026-11-18T11:00:00.000Z',
    hoursAgo: 28,
    products: [{ name: 'PraxView', affected: 'versions prior to 7.3', fixed: '7.3' }],
    cve: 'CVE-2026-99410',
    weakness: weaknesses.traversal,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
    attacks: 'Active exploitation has been detected on archives that are open to the internet.',
    remediations: [
      {
        category: 'workaround',
        text: 'Take the web viewer off the internet. Inside the hospital, let only reading rooms reach port 8090.',
      },
      {
        category: 'vendor_fix',
        text: 'Version 7.3 asks for a sign-in before each file. Image reading stops for about one hour.',
      },
    ],
  },
  {
    id: 'ARC-26-015',
    vendor: 'arcadune',
    title: 'Vault Server: commands can be run through the restore service',
    summary: 'The restore service runs commands that are hidden in the name of a backup set.',
    released: '2026-11-16T06:00:00.000Z',
    hoursAgo: 26,
    products: [{ name: 'Arcadune Vault Server', affected: '11.0.0 - 12.1.4', fixed: '12.1.5' }],
    cve: 'CVE-2026-99411',
    weakness: weaknesses.command,
    vector: remoteWithoutPassword,
    attacks: 'Proof-of-concept code has been published.',
    remediations: [
      {
        category: 'workaround',
        text: 'Let only the administrators’ machines reach port 7420 of the backup server.',
      },
      {
        category: 'vendor_fix',
        text: 'Update the server to 12.1.5. Running backups are repeated afterwards.',
      },
    ],
  },
  {
    id: 'KES-SA-2026-19',
    vendor: 'kestolan',
    title: 'Pontegate Remote Access: sign-in can be passed by',
    summary:
      'A crafted request to the sign-in page of the remote access gateway opens a session without a password. Criminal groups use it to get into networks and encrypt data.',
    released: '2026-11-19T18:00:00.000Z',
    hoursAgo: 20,
    products: [{ name: 'Pontegate Remote Access', affected: '>= 9.1.0 | < 9.1.7', fixed: '9.1.7' }],
    cve: 'CVE-2026-99408',
    weakness: weaknesses.authentication,
    vector: remoteWithoutPassword,
    attacks: 'Exploited in the wild since 18 November 2026.',
    remediations: [
      {
        category: 'mitigation',
        text: 'If you cannot update today, switch the remote access off. Then end all open sessions: an attacker keeps a session over the update.',
      },
      {
        category: 'vendor_fix',
        text: 'Update to 9.1.7 (15 minutes, one restart), then change the passwords of everybody who signed in since 18 November.',
      },
    ],
  },
  {
    id: 'HLM-2026-33',
    vendor: 'holmvik',
    title: 'Holm S24: a flood of messages stops the switch',
    summary: 'Many short messages to the management address stop the switch until it is restarted.',
    released: '2026-11-14T09:00:00.000Z',
    hoursAgo: 14,
    products: [
      { name: 'Holm S24', affected: '12.4.3 and earlier', fixed: '12.4.4' },
      { name: 'Holm C8', affected: '<= 14.0.1', fixed: '14.0.2' },
    ],
    cve: 'CVE-2026-99412',
    weakness: weaknesses.consumption,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H',
    attacks: null,
    remediations: [
      {
        category: 'mitigation',
        text: 'Put the management addresses of switches into a network of their own.',
      },
      { category: 'vendor_fix', text: 'Version 12.4.4 for the S24 and 14.0.2 for the C8.' },
    ],
  },
  {
    id: 'ARD-2026-02',
    vendor: 'ardelune',
    title: 'Ardelune CX5: results can be changed from the analyser network',
    summary: 'The analyser takes corrections of results over the network without checking who sends them.',
    released: '2026-11-20T08:00:00.000Z',
    hoursAgo: 8,
    products: [{ name: 'Ardelune CX5', affected: 'all versions of V5', fixed: null }],
    cve: 'CVE-2026-99413',
    weakness: weaknesses.authentication,
    vector: 'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N',
    attacks: 'Not known to be exploited.',
    remediations: [
      {
        category: 'mitigation',
        text: 'Let only the laboratory information system reach the analyser. Compare results that are far from the previous ones with the printout of the analyser.',
      },
      { category: 'no_fix_planned', text: 'Version 5 gets no more updates; version 6 needs new hardware.' },
    ],
  },
  {
    id: 'VM-2026-016',
    vendor: 'velora',
    title: 'DoseBook Library Manager: overflow when a library is read',
    summary: 'A prepared drug library runs commands on the library server when somebody opens it.',
    released: '2026-11-20T15:00:00.000Z',
    hoursAgo: 3,
    products: [{ name: 'DoseBook Library Manager', affected: '3.0 to 3.2.4', fixed: '3.2.5' }],
    cve: 'CVE-2026-99414',
    weakness: weaknesses.overflow,
    vector: 'CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H',
    attacks: null,
    remediations: [
      { category: 'workaround', text: 'Open only libraries that your pharmacy has signed.' },
      { category: 'vendor_fix', text: 'Update to 3.2.5.' },
    ],
  },
]
