// Invented events of Windows in XML and JSON with what is read of them, for tests.
// SPDX-License-Identifier: EUPL-1.2
import type { FormatSample } from './samples.ts'

const windows = ['windows', null, null] as const

const windowsXml = (data: string): string =>
  `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385F-C22A-43E0-BF4C-06F5698FFBD9}'/><EventID>1</EventID><Level>4</Level><TimeCreated SystemTime='2026-11-27T10:00:00.1234567Z'/><Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>ws1.invented.example</Computer></System><EventData>${data}</EventData></Event>`

export const windowsSamples: readonly FormatSample[] = [
  {
    name: 'an event of Windows as XML',
    text: `<?xml version="1.0"?>\n<Events>\n${windowsXml("<Data Name='Image'>C:\\a &amp; b.exe</Data><Data Name='Empty'></Data><Data>one</Data><Data>two</Data>")}\n${windowsXml('')}\n</Events>`,
    parser: 'xml',
    events: 2,
    at: '2026-11-27T10:00:00.123Z',
    logSource: windows,
    fields: {
      EventID: 1,
      Provider_Name: 'Microsoft-Windows-Sysmon',
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      Image: 'C:\\a & b.exe',
      Empty: '',
      Data: ['one', 'two'],
    },
    raw: null,
  },
  {
    name: 'Winlogbeat',
    text: '{"@timestamp":"2026-11-27T10:00:00.000Z","message":"m","winlog":{"channel":"Security","event_id":"4688","provider_name":"P","computer_name":"ws1","event_data":{"NewProcessName":"C:\\\\x.exe","Channel":"own"}}}\n',
    parser: 'json',
    at: '2026-11-27T10:00:00.000Z',
    logSource: windows,
    fields: {
      EventID: 4688,
      Channel: 'Security',
      NewProcessName: 'C:\\x.exe',
      EventData_Channel: 'own',
      Message: 'm',
    },
    raw: null,
  },
  {
    name: 'NXLog',
    text: '{"EventTime":"2026-11-27 11:00:00","Hostname":"ws1","EventID":4625,"SourceName":"Microsoft-Windows-Security-Auditing","Channel":"Security","TargetUserName":"invented","Nothing":null}\n{"EventTime":"2026-11-27 11:00:00","EventID":1,"Channel":"X"}\n',
    context: { timeZone: 'Europe/Berlin' },
    parser: 'json',
    events: 2,
    at: '2026-11-27T10:00:00.000Z',
    logSource: windows,
    fields: {
      EventID: 4625,
      Computer: 'ws1',
      Provider_Name: 'Microsoft-Windows-Security-Auditing',
      TargetUserName: 'invented',
      Nothing: null,
    },
    raw: null,
  },
  {
    name: 'Sysmon as a JSON document',
    text: JSON.stringify(
      {
        Event: {
          System: {
            Provider: { '#attributes': { Name: 'Microsoft-Windows-Sysmon' } },
            EventID: { '#text': '1', '#attributes': { Qualifiers: 0 } },
            TimeCreated: { '#attributes': { SystemTime: '2026-11-27T10:00:00.5Z' } },
            Channel: 'Microsoft-Windows-Sysmon/Operational',
          },
          EventData: { Image: 'C:\\x.exe', ProcessId: 7 },
        },
      },
      null,
      2,
    ),
    parser: 'json',
    at: '2026-11-27T10:00:00.500Z',
    logSource: windows,
    fields: { EventID: 1, Provider_Name: 'Microsoft-Windows-Sysmon', Image: 'C:\\x.exe', ProcessId: 7 },
    raw: null,
  },
]
