import { tlpMarkings, type TlpMarking } from '../../../model/report'
import { tlpMarkingId } from '../../../exchange/stix/tlp-markings'

/** TLP 1.0 of the standard itself (STIX 2.1, 7.2.1.4); STIX 2.0 has the same ids. */
const first: Readonly<Record<string, TlpMarking>> = {
  'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9': 'TLP:CLEAR',
  'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da': 'TLP:GREEN',
  'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82': 'TLP:AMBER',
  'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed': 'TLP:RED',
}
const second: ReadonlyMap<string, TlpMarking> = new Map(
  tlpMarkings.map((marking) => [tlpMarkingId(marking), marking]),
)

export function tlpOfMarking(id: string): TlpMarking | undefined {
  return first[id] ?? second.get(id)
}
