import { aZip, type ZipMember } from './a-zip'

export interface DocxOptions {
  readonly footnotes?: string
  readonly core?: string
  readonly header?: string
  readonly more?: readonly ZipMember[]
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const styles = `<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Unter"><w:name w:val="Own"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="Circle"/><w:basedOn w:val="Kreis"/></w:style></w:styles>`

/** A Word document around the XML of its body. */
export function aDocx(body: string, options: DocxOptions = {}): Uint8Array {
  const { footnotes, core, header, more = [] } = options
  return aZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0"?><w:document ${w} xmlns:mc="x"><w:body>${body}</w:body></w:document>`,
    },
    { name: 'word/styles.xml', content: styles },
    ...(footnotes === undefined
      ? []
      : [{ name: 'word/footnotes.xml', content: `<w:footnotes ${w}>${footnotes}</w:footnotes>` }]),
    ...(core === undefined
      ? []
      : [{ name: 'docProps/core.xml', content: `<cp:coreProperties>${core}</cp:coreProperties>` }]),
    ...(header === undefined
      ? []
      : [{ name: 'word/header1.xml', content: `<w:hdr ${w}>${header}</w:hdr>` }]),
    ...more,
  ])
}

export function aParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}
