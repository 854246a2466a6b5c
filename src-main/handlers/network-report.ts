import type { NetworkReport } from '@core/contracts/bridge'
import type { HandlerParts } from './handler-parts'

export function networkReport({ wall }: HandlerParts): Promise<NetworkReport> {
  return Promise.resolve(wall.report)
}
