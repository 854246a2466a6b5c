/** Written so that no program makes it a link and no finger opens it: `hxxps://evil[.]example`. Hashes stay as they are. */
export function defang(value: string, subtype: string | undefined): string {
  switch (subtype) {
    case 'url':
      return defangHost(
        value.replace(/^http/i, 'hxxp').replace(/^ftp/i, 'fxp').replace('://', '[://]'),
      )
    case 'domain':
    case 'ipv4':
    case 'hostname':
      return value.replaceAll('.', '[.]')
    case 'ipv6':
      return value.replace(':', '[:]')
    case 'email':
      return value.replace('@', '[@]').replaceAll('.', '[.]')
    default:
      return value
  }
}

/** Dots of the host only: a path is read as it was written. */
function defangHost(url: string): string {
  const from = url.indexOf('[://]') + '[://]'.length
  const slash = url.slice(from).search(/[/?#]/)
  const to = slash < 0 ? url.length : from + slash
  return `${url.slice(0, from)}${url.slice(from, to).replaceAll('.', '[.]')}${url.slice(to)}`
}
