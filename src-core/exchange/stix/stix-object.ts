/** A STIX 2.1 object as we write it: what all share, and whatever its type adds. */
export interface StixObject {
  readonly type: string
  readonly id: string
  readonly spec_version: '2.1'
  readonly created?: string
  readonly modified?: string
  readonly [property: string]: unknown
}

export interface StixBundle {
  readonly type: 'bundle'
  readonly id: string
  readonly objects: readonly StixObject[]
}

export interface ExternalReference {
  readonly source_name: string
  readonly description?: string
  readonly url?: string
  readonly external_id?: string
  readonly hashes?: Readonly<Record<string, string>>
}
