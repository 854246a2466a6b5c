import type { CaseReport } from '../../case/case-view'
import { extensionOf } from './gnomon-extension'
import { toInstant } from './instants'
import { isUri, sourceName } from './link-object'
import type { Stamp } from './stamp'
import { producerId, stixIdOfReport } from './stix-ids'
import type { StixObject } from './stix-object'

/** A document that was read, with references to all that it speaks of. */
export function reportObject(
  report: CaseReport,
  objectRefs: readonly string[],
  stamp: Stamp,
): StixObject {
  return {
    type: 'report',
    spec_version: '2.1',
    id: stixIdOfReport(report.id),
    ...stamp.version([report.id]),
    name: report.title === '' ? report.fileName : report.title,
    report_types: ['threat-report'],
    published: toInstant(report.published ?? '') ?? stamp.since([report.id]),
    ...(/^[a-z]{2,3}$/.test(report.language) ? { lang: report.language } : {}),
    // A report must refer to something; one in which nothing was found refers to who read it.
    object_refs: objectRefs.length > 0 ? objectRefs : [producerId],
    ...stamp.marking([report.id]),
    external_references: [
      {
        source_name: sourceName(report.publisher ?? report.fileName),
        description: report.fileName,
        ...(report.sourceUrl !== undefined && isUri(report.sourceUrl)
          ? { url: report.sourceUrl }
          : {}),
        hashes: { 'SHA-256': report.id },
      },
    ],
    extensions: extensionOf(report),
  }
}
