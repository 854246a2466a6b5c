import type { DecideFailure, ImportFailure, OpenCaseFailure } from '@core/contracts/store-failure'
import { assertNever } from '@core/lib/assert'

export type Failure = ImportFailure | OpenCaseFailure | DecideFailure

/** An error as the desk words it: what happened, what was kept, what to do. Whole sentences. */
export interface FailureMessage {
  readonly happened: string
  readonly kept: string
  readonly next: string
}

/** The three sentences in one line, for a list or a toast. */
export function failureSentence(failure: Failure, subject: string): string {
  const { happened, kept, next } = describeFailure(failure, subject)
  return [happened, kept, next].filter((sentence) => sentence !== '').join(' ')
}

/** The only place where a code becomes words. `subject` is the file's name, or what else it is about: "The case". */
export function describeFailure(failure: Failure, subject: string): FailureMessage {
  const notRead = (because: string) => `${subject} was not read: ${because}.`
  const nothingStored = 'Nothing of it was stored; all other reports are as they were.'
  const inQuarantine = 'The file is in Quarantine; all other reports are as they were.'
  switch (failure.code) {
    case 'empty-file':
      return {
        happened: notRead('the file is empty (0 bytes)'),
        kept: inQuarantine,
        next: 'Copy the file from its source again.',
      }
    case 'too-large':
      return {
        happened: notRead(
          `it has ${megabytes(failure.byteLength)}, and ${megabytes(failure.limit)} is the limit`,
        ),
        kept: inQuarantine,
        next: 'Split the file and import the parts.',
      }
    case 'unknown-format':
      return {
        happened: notRead(`it is of no format that is read (it looks like ${failure.looksLike})`),
        kept: inQuarantine,
        next: 'Save it as PDF, Word, HTML or text and import that.',
      }
    case 'encrypted':
      return {
        happened: notRead('it is encrypted'),
        kept: inQuarantine,
        next: 'Save a copy without a password and import that.',
      }
    case 'no-text-layer':
      return {
        happened: notRead(`no text layer, ${counted(failure.pageCount, 'page')}`),
        kept: inQuarantine,
        next: 'Its pages are pictures: run text recognition on it and import the result.',
      }
    case 'damaged':
      return {
        happened: notRead(`the ${failure.format} is damaged (${failure.detail})`),
        kept: inQuarantine,
        next: 'Copy the file from its source again, or save it anew from its own program.',
      }
    case 'no-text':
      return {
        happened: notRead('there is no text in it'),
        kept: inQuarantine,
        next: 'Open it to see whether it is the right file.',
      }
    case 'unsafe-name':
      return {
        happened: notRead('its name leads out of the archive that it lies in'),
        kept: inQuarantine,
        next: 'Take it out of the archive by hand if you know where it comes from.',
      }
    case 'bomb':
      return {
        happened: notRead(
          `${counted(failure.packedLength, 'byte')} claim to unpack to ${megabytes(failure.byteLength)}, as in a ZIP bomb`,
        ),
        kept: inQuarantine,
        next: 'Ask where the archive comes from before you open it elsewhere.',
      }
    case 'too-many':
      return {
        happened: notRead(`the archive holds more than ${counted(failure.limit, 'file')}`),
        kept: inQuarantine,
        next: 'Unpack it and import its folders one after the other.',
      }
    case 'too-deep':
      return {
        happened: notRead(`it lies more than ${counted(failure.limit, 'archive')} deep`),
        kept: inQuarantine,
        next: 'Unpack the inner archive and import that.',
      }
    case 'knowledge-file':
      return {
        happened: `${subject} is no report: it is ${failure.detail}.`,
        kept: 'It was not put into the case.',
        next: 'Open Knowledge to compare it with what Gnomon knows, and apply it there.',
      }
    case 'timed-out':
      return {
        happened: notRead(`it took longer than ${counted(failure.seconds, 'second')}`),
        kept: inQuarantine,
        next: 'Import it alone, or split it.',
      }
    case 'crashed':
      return {
        happened: notRead(`the reader stopped (${failure.detail})`),
        kept: 'The file is in Quarantine; the reader has been started again for the other files.',
        next: 'Import it alone; if it happens again, the file costs only itself.',
      }
    case 'cancelled':
      return {
        happened: `${subject} was cancelled.`,
        kept: nothingStored,
        next: 'Drop it again to import it.',
      }
    case 'unreadable':
      return {
        happened: notRead(`its bytes could not be read (${failure.detail})`),
        kept: inQuarantine,
        next: 'See whether it was moved, and whether you may open it.',
      }
    case 'quota-exceeded':
      return {
        happened: `${subject} was not stored: the disk, or the space for this case, is full.`,
        kept: 'Nothing was half-written; everything stored before is as it was.',
        next: 'Free some disk space, then do it again.',
      }
    case 'write-failed':
      return {
        happened: `${subject} was not stored: writing failed (${failure.detail}).`,
        kept: 'Nothing was half-written; everything stored before is as it was.',
        next: 'Try again; if it goes on failing, copy the case folder before anything else.',
      }
    case 'purged':
      return {
        happened: notRead('it was purged from this case'),
        kept: 'Nothing of it was stored.',
        next: 'The history says who purged it and when.',
      }
    case 'case-closed':
      return {
        happened: `${subject} was not stored: another window has taken over the case.`,
        kept: 'Everything stored before is as it was.',
        next: 'Reload this window.',
      }
    case 'case-is-newer':
      return {
        happened: `${subject} was not opened: a newer Gnomon wrote it (case version ${failure.found}, this one knows ${failure.supported}).`,
        kept: 'Nothing in it was touched.',
        next: 'Open it with that newer version.',
      }
    case 'storage-unavailable':
      return {
        happened: `${subject} was not opened: this profile cannot store anything (${failure.detail}).`,
        kept: 'Nothing was changed.',
        next: 'Check that the disk is not full and that the profile folder may be written, then start again.',
      }
    case 'author-unknown':
      return {
        happened: 'The decision was not taken: it needs your initials.',
        kept: 'Nothing was changed.',
        next: 'Give your initials once; they are kept with every decision.',
      }
    case 'nothing-to-undo':
      return { happened: 'There is nothing to undo.', kept: '', next: '' }
    case 'nothing-to-redo':
      return { happened: 'There is nothing to redo.', kept: '', next: '' }
    default:
      return assertNever(failure)
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function megabytes(bytes: number): string {
  const value = bytes / (1024 * 1024)
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} MB`
}
