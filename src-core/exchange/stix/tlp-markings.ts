import type { TlpMarking } from '../../model/report'
import type { StixObject } from './stix-object'

/** FIRST's TLP 2.0 as OASIS published it: the ids are part of the standard (oasis-open/cti-stix-common-objects). */
const uuids: Readonly<Record<TlpMarking, string>> = {
  'TLP:CLEAR': '94868c89-83c2-464b-929b-a1a8aa3c8487',
  'TLP:GREEN': 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  'TLP:AMBER': '55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'TLP:AMBER+STRICT': '939a9414-2ddd-4d32-a0cd-375ea402b003',
  'TLP:RED': 'e828b379-4e03-4974-9ac4-e53a884c97c1',
}
const extension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'

export function tlpMarkingId(marking: TlpMarking): string {
  return `marking-definition--${uuids[marking]}`
}

export function tlpMarkingObject(marking: TlpMarking): StixObject {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: tlpMarkingId(marking),
    created: '2022-10-01T00:00:00.000Z',
    name: marking,
    extensions: {
      [extension]: {
        extension_type: 'property-extension',
        tlp_2_0: marking.slice('TLP:'.length).toLowerCase(),
      },
    },
  }
}
