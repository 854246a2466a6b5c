import type { PackFailure } from './knowledge-pack'
import type { UpdateFailure } from './propose-update'
import { assertNever } from '../../lib/assert'

export type KnowledgeFileFailure =
  UpdateFailure | PackFailure | { readonly code: 'unreadable'; readonly detail: string }

/** Why a file does not update the knowledge: the end of a sentence that begins with its name. */
export function describeUpdateFailure(failure: KnowledgeFileFailure): string {
  switch (failure.code) {
    case 'unreadable':
      return `cannot be opened: ${failure.detail}`
    case 'too-large':
      return `too large: ${Math.round(failure.byteLength / 1024 / 1024)} MB, the limit is ${Math.round(failure.limit / 1024 / 1024)} MB`
    case 'not-utf8':
      return 'not UTF-8 text'
    case 'not-json':
      return `not JSON, or cut off: ${failure.detail}`
    case 'not-knowledge':
      return "neither an ATT&CK bundle, nor a MISP galaxy cluster of actors or software, nor Microsoft's naming map, nor a pack"
    case 'not-a-pack':
      return 'not a knowledge pack'
    case 'newer-pack':
      return `made by a newer Gnomon (pack version ${failure.version}): update Gnomon first`
    case 'damaged-pack':
      return `the pack is damaged: ${failure.detail}`
    case 'bad-signature':
      return 'the signature does not fit: the pack was changed after it was signed'
    case 'would-not-load':
      return `its tables would not load: ${failure.detail}`
    default:
      return assertNever(failure)
  }
}
