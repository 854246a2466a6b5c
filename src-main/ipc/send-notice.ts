import type { NoticeName, Notices } from '@core/contracts/bridge'

export interface NoticePort {
  send(channel: string, notice: unknown): void
}

/** The only way by which main speaks unasked. */
export function sendNotice<N extends NoticeName>(
  port: NoticePort,
  name: N,
  notice: Notices[N],
): void {
  port.send(name, notice)
}
