// One invented record of every log format with what is read of it, for tests.
// SPDX-License-Identifier: EUPL-1.2
import type { FieldValue } from '../event/event.ts'
import { auditSamples } from './audit-samples.ts'
import type { ReadingContext } from './parser.ts'
import { windowsSamples } from './windows-samples.ts'

export interface FormatSample {
  readonly name: string
  readonly text: string
  readonly context?: Partial<ReadingContext>
  readonly parser: string
  readonly events?: number
  readonly looksAt?: number
  readonly at: string | null
  /** Product, category, service. */
  readonly logSource: readonly [string | null, string | null, string | null]
  readonly fields: Readonly<Record<string, FieldValue | undefined>>
  /** null where the text must not be kept. */
  readonly raw?: null
}

export const formatSamples: readonly FormatSample[] = [
  ...windowsSamples,
  {
    name: 'syslog of RFC 3164 in local time',
    text: '<38>Nov 27 11:00:00 host1 sshd[123]: Failed password for invalid user x from 192.0.2.1 port 22 ssh2\n',
    context: { timeZone: 'Europe/Berlin' },
    parser: 'syslog',
    at: '2026-11-27T10:00:00.000Z',
    logSource: ['linux', null, 'sshd'],
    fields: {
      hostname: 'host1',
      program: 'sshd',
      pid: '123',
      facility: 4,
      severity: 6,
      message: 'Failed password for invalid user x from 192.0.2.1 port 22 ssh2',
    },
  },
  {
    name: 'syslog of RFC 5424 with structured data',
    text: '<165>1 2026-11-27T10:00:00.003Z host1 app 12 ID47 [ex@32473 key="a \\"b\\"" k2="v"][e2 x="y"] \uFEFFtext\n',
    parser: 'syslog',
    at: '2026-11-27T10:00:00.003Z',
    logSource: ['linux', null, 'syslog'],
    fields: {
      hostname: 'host1',
      program: 'app',
      msgid: 'ID47',
      'ex@32473.key': 'a "b"',
      'e2.x': 'y',
      message: 'text',
    },
  },
  {
    name: 'sudo in a file of syslog',
    text: '2026-11-27T11:00:00.5+01:00 host1 sudo:    alice : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=/usr/bin/id\n',
    parser: 'syslog',
    at: '2026-11-27T10:00:00.500Z',
    logSource: ['linux', null, 'sudo'],
    fields: { USER: 'root', COMMAND: '/usr/bin/id' },
  },
  {
    name: 'CEF',
    text: 'CEF:0|Invented|Wall|1.0|100|blocked \\| by rule|7|src=192.0.2.1 dst=198.51.100.2 dpt=445 act=deny msg=a\\=b and c cs1Label=Policy cs1=P 1 rt=1795773600000\n',
    parser: 'cef',
    at: '2026-11-27T10:00:00.000Z',
    logSource: ['invented', null, null],
    fields: {
      name: 'blocked | by rule',
      src_ip: '192.0.2.1',
      dst_port: 445,
      action: 'deny',
      msg: 'a=b and c',
      Policy: 'P 1',
    },
  },
  {
    name: 'CEF in syslog',
    text: '<13>Nov 27 10:00:00 host1 CEF:0|Invented|Wall|1.0|100|n|7|src=192.0.2.1\n',
    parser: 'syslog',
    at: '2026-11-27T10:00:00.000Z',
    logSource: ['invented', null, null],
    fields: { hostname: 'host1', src_ip: '192.0.2.1', severity: '7', syslog_severity: 5 },
  },
  {
    name: 'LEEF 2.0 with a delimiter',
    text: 'LEEF:2.0|Invented|IDS|3|42|^|src=192.0.2.1^dstPort=80^devTime=Nov 27 2026 10:00:00 UTC\n',
    parser: 'leef',
    at: '2026-11-27T10:00:00.000Z',
    logSource: ['invented', null, null],
    fields: { deviceEventClassId: '42', src_ip: '192.0.2.1', dst_port: 80 },
  },
  {
    name: 'LEEF 1.0',
    text: 'LEEF:1.0|Invented|IDS|3|42|src=192.0.2.1\tusrName=invented user\n',
    parser: 'leef',
    at: null,
    logSource: ['invented', null, null],
    fields: { src: '192.0.2.1', usrName: 'invented user' },
  },
  {
    name: 'Zeek',
    text: '#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tdns\n#fields\tts\tuid\tid.orig_h\tid.resp_p\tquery\tanswers\trejected\tnone\tempty\n#types\ttime\tstring\taddr\tport\tstring\tset[string]\tbool\tstring\tstring\n1795773600.5\tC1\t192.0.2.1\t53\tb\\xc3\\xbc.example\ta,b\tF\t-\t(empty)\n#close\t2026\n',
    parser: 'zeek',
    at: '2026-11-27T10:00:00.500Z',
    logSource: ['zeek', 'dns', 'dns'],
    fields: {
      'id.orig_h': '192.0.2.1',
      'id.resp_p': 53,
      query: 'bü.example',
      answers: ['a', 'b'],
      rejected: false,
      none: null,
      empty: '',
    },
  },
  {
    name: 'Zeek in JSON',
    text: '{"ts":1795773600.5,"uid":"C1","id.orig_h":"192.0.2.1","method":"GET"}\n',
    context: { source: '/logs/http.10:00.log' },
    parser: 'json',
    at: '2026-11-27T10:00:00.500Z',
    logSource: ['zeek', null, 'http'],
    fields: { 'id.orig_h': '192.0.2.1', method: 'GET' },
    raw: null,
  },
  {
    name: 'Suricata EVE',
    text: '{"timestamp":"2026-11-27T10:00:00.000001+0000","flow_id":1,"event_type":"dns","src_ip":"192.0.2.1","dest_ip":"198.51.100.2","dns":{"rrname":"x.example","rrtype":"A","answers":[{"rdata":"198.51.100.3"}]}}\n',
    parser: 'json',
    at: '2026-11-27T10:00:00.000Z',
    logSource: ['suricata', 'dns', 'dns'],
    fields: {
      query: 'x.example',
      record_type: 'A',
      dst_ip: '198.51.100.2',
      'dns.rrname': 'x.example',
      answer: ['198.51.100.3'],
    },
    raw: null,
  },
  {
    name: 'the W3C format of IIS',
    text: '#Software: Microsoft Internet Information Services 10.0\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status\n2026-11-27 10:00:00 192.0.2.9 GET /a.aspx id=1 192.0.2.1 Mozilla/5.0+(x) 200\n',
    parser: 'w3c',
    at: '2026-11-27T10:00:00.000Z',
    logSource: [null, 'webserver', null],
    fields: {
      'cs-uri-stem': '/a.aspx',
      'cs-uri-query': 'id=1',
      'cs-user-agent': 'Mozilla/5.0 (x)',
      'sc-status': 200,
    },
  },
  {
    name: 'Squid',
    text: '1795773600.123    456 192.0.2.1 TCP_TUNNEL/200 1234 CONNECT x.example:443 alice HIER_DIRECT/198.51.100.2 -\n1795773600.123      4 192.0.2.1 TCP_MISS/404 99 GET http://x.example/a/b.exe?q=1 - HIER_NONE/- text/html\n',
    parser: 'squid',
    events: 2,
    looksAt: 1,
    at: '2026-11-27T10:00:00.123Z',
    logSource: ['squid', 'proxy', null],
    fields: {
      'c-uri': 'http://x.example/a/b.exe?q=1',
      'cs-host': 'x.example',
      'c-uri-extension': 'exe',
      'c-uri-query': 'q=1',
      'sc-status': 404,
      'cs-username': null,
    },
  },
  {
    name: 'the combined log of nginx',
    text: '192.0.2.1 - alice [27/Nov/2026:11:00:00 +0100] "GET /a?b=%27 HTTP/1.1" 200 612 "https://r.example/" "curl/8 \\"x\\""\n',
    parser: 'combined',
    at: '2026-11-27T10:00:00.000Z',
    logSource: [null, 'webserver', null],
    fields: {
      'c-ip': '192.0.2.1',
      'cs-username': 'alice',
      'cs-method': 'GET',
      'cs-uri-stem': '/a',
      'cs-uri-query': 'b=%27',
      'sc-status': 200,
      'cs-referer': 'https://r.example/',
    },
  },
  {
    name: 'the query log of BIND',
    text: '27-Nov-2026 10:00:00.123 queries: info: client @0x7f8 192.0.2.1#5353 (x.example): query: x.example IN TXT +E(0)K (198.51.100.53)\n',
    parser: 'bind',
    at: '2026-11-27T10:00:00.123Z',
    logSource: ['bind', 'dns', null],
    fields: {
      src_ip: '192.0.2.1',
      src_port: 5353,
      query: 'x.example',
      record_type: 'TXT',
      dst_ip: '198.51.100.53',
    },
  },
  {
    name: 'the debug log of the DNS server of Windows',
    text: 'DNS Server log file creation at 11/27/2026 9:00:00 AM\n\n11/27/2026 10:00:00 AM 0E6C PACKET  000001A2B3C4D5E6 UDP Rcv 192.0.2.1       1a2b   Q [0001   D   NOERROR] A      (3)www(7)invented(7)example(0)\n',
    parser: 'windows-dns',
    at: '2026-11-27T10:00:00.000Z',
    logSource: ['windows', 'dns', 'dns-server-debug'],
    fields: {
      query: 'www.invented.example',
      record_type: 'A',
      src_ip: '192.0.2.1',
      response_code: 'NOERROR',
    },
  },
  {
    name: 'netfilter in syslog',
    text: 'Nov 27 10:00:00 fw1 kernel: [123.456] DROP-IN: IN=eth0 OUT= MAC=00:11 SRC=192.0.2.1 DST=198.51.100.2 LEN=60 PROTO=TCP SPT=50000 DPT=3389 SYN\n',
    parser: 'syslog',
    at: '2026-11-27T10:00:00.000Z',
    logSource: [null, 'firewall', null],
    fields: { src_ip: '192.0.2.1', dst_port: 3389, action: 'drop', blocked: 'true', hostname: 'fw1' },
  },
  {
    name: 'a firewall of the FortiGate kind',
    text: 'date=2026-11-27 time=11:00:00 devname="fw 1" devid="F1" tz="+0100" logid="0000000013" type="traffic" srcip=192.0.2.1 dstip=198.51.100.2 dstport=445 action="deny"\n',
    parser: 'firewall',
    at: '2026-11-27T10:00:00.000Z',
    logSource: ['fortigate', 'firewall', 'traffic'],
    fields: { devname: 'fw 1', src_ip: '192.0.2.1', dst_port: 445, action: 'deny', blocked: 'true' },
  },
  {
    name: 'auditd',
    text: 'type=EXECVE msg=audit(1795773600.123:42): argc=3 a0="bash" a1="-c" a2=6361742061\ntype=USER_LOGIN msg=audit(1795773600.123:43): pid=1 msg=\'op=login acct="root" res=failed\'\n',
    parser: 'auditd',
    events: 2,
    at: '2026-11-27T10:00:00.123Z',
    logSource: ['linux', null, 'auditd'],
    fields: { type: 'EXECVE', a0: 'bash', a2: 'cat a' },
  },
  ...auditSamples,
]
