import { readFileSync } from 'node:fs'

/** What left, or tried to, by Chromium's own net log. */
export interface NetTraffic {
  /** Addresses to which a TCP connection was tried. */
  readonly tcp: readonly string[]
  /** Names that were asked of a resolver outside the process. */
  readonly lookUps: readonly string[]
  readonly udpBytesSent: number
}

interface LoggedEvent {
  readonly type: number
  readonly params?: {
    readonly address?: string
    readonly address_list?: readonly string[]
    readonly host?: string
    readonly byte_count?: number
  }
}

/** Reads a net log line by line: one event a line, and a browser that was ended leaves the last line open. */
export function readNetLog(path: string): NetTraffic {
  const lines = readFileSync(path, 'utf8').split('\n')
  // The first line holds the constants by which the events name their types.
  const constants = JSON.parse(`${(lines[0] ?? '').replace(/,\s*$/, '')}}`) as {
    constants: { logEventTypes: Record<string, number> }
  }
  const types = constants.constants.logEventTypes
  const events = lines.slice(2).flatMap(parseEvent)
  const of = (name: string): LoggedEvent[] => events.filter(({ type }) => type === types[name])
  return {
    tcp: of('TCP_CONNECT_ATTEMPT').flatMap(({ params }) => params?.address ?? []),
    lookUps: [...of('HOST_RESOLVER_SYSTEM_TASK'), ...of('HOST_RESOLVER_DNS_TASK')].map(
      ({ params }) => params?.host ?? '(unnamed)',
    ),
    udpBytesSent: of('UDP_BYTES_SENT').reduce(
      (sum, { params }) => sum + (params?.byte_count ?? 0),
      0,
    ),
  }
}

function parseEvent(line: string): LoggedEvent[] {
  try {
    return [JSON.parse(line.replace(/,\s*$/, '')) as LoggedEvent]
  } catch {
    // The closing bracket, or the line that was being written at the end.
    return []
  }
}
