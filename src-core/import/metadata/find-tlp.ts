import type { TlpMarking } from '../../model/report'

const markings: Readonly<Record<string, TlpMarking>> = {
  WHITE: 'TLP:CLEAR',
  CLEAR: 'TLP:CLEAR',
  GREEN: 'TLP:GREEN',
  AMBER: 'TLP:AMBER',
  'AMBER+STRICT': 'TLP:AMBER+STRICT',
  RED: 'TLP:RED',
}

/** The first marking that a text bears. TLP 1.0 said WHITE where TLP 2.0 says CLEAR. */
export function findTlp(text: string): TlpMarking | undefined {
  const match = /\bTLP\s?[:：]\s?(WHITE|CLEAR|GREEN|AMBER\+STRICT|AMBER|RED)\b/i.exec(text)
  return match ? markings[(match[1] ?? '').toUpperCase()] : undefined
}
