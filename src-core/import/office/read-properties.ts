import { scanXml } from '../xml/scan-xml'
import type { DocumentProperties } from './compose-document'

/** Dublin Core and its kin, as `docProps/*.xml` and `meta.xml` hold them: the same few local names in both families. */
export function readProperties(xml: string | undefined): DocumentProperties {
  const values = new Map<string, string>()
  let open = ''
  scanXml((xml ?? '').slice(0, 200_000), {
    open: (name) => (open = name),
    close: () => (open = ''),
    text: (text) => {
      const trimmed = text.trim()
      if (open !== '' && trimmed !== '' && !values.has(open)) values.set(open, trimmed)
    },
  })
  const properties = {
    title: values.get('title'),
    author: values.get('initial-creator') ?? values.get('creator'),
    publisher: values.get('publisher') ?? values.get('Company'),
    language: values.get('language'),
    date: values.get('created') ?? values.get('creation-date') ?? values.get('date'),
  }
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}
