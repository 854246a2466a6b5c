import type { RequestName, Requests } from '@core/contracts/bridge'
import type { IpcMainInvokeEvent } from 'electron'
import { requestSchemas } from './request-schemas'

export type Handlers = {
  readonly [N in RequestName]: (input: Requests[N]['input']) => Promise<Requests[N]['answer']>
}

/** The part of `ipcMain` that serving needs, so that a test can join both ends in memory. */
export interface RequestPort {
  handle(
    channel: string,
    listener: (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>,
  ): void
}

/** Answers each request of the contract; a stranger's frame or a malformed input is an error, never a call. */
export function serveRequests(
  port: RequestPort,
  handlers: Handlers,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
): void {
  const serve = <N extends RequestName>(name: N): void =>
    port.handle(name, async (event, input) => {
      if (!isTrusted(event)) throw new Error(`Request ${name} from an untrusted frame`)
      return handlers[name](requestSchemas[name].parse(input))
    })
  // The schema table has exactly the request names as keys.
  for (const name of Object.keys(requestSchemas) as RequestName[]) serve(name)
}
