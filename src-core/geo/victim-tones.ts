import type { Outcome } from '../model/link'

/** Fills of victim countries in print: three steps that stay apart in greyscale. Denied victims keep the colour of land. */
export const victimTones: Readonly<Record<Outcome, string>> = {
  compromised: '#0a5c8f',
  targeted: '#7db4d6',
  attempted: '#c6dfee',
}

export function victimTone({
  outcome,
  denied,
}: {
  readonly outcome?: Outcome | undefined
  readonly denied: boolean
}): string | undefined {
  return denied ? undefined : victimTones[outcome ?? 'targeted']
}
