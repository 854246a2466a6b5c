/** An indicator as reports print it, so that nobody follows it by a click: `hxxps://evil[.]example`. */
export function defanged(value: string, subtype: string | undefined): string {
  switch (subtype) {
    case 'url':
      return value
        .replace(/^http/i, 'hxxp')
        .replace(
          /^([a-z]+:\/\/)([^/?#]*)/i,
          (_, scheme: string, host: string) => `${scheme}${dots(host)}`,
        )
    case 'domain':
    case 'ipv4':
    case 'cidr':
      return dots(value)
    case 'ipv6':
      return value.replaceAll(':', '[:]')
    case 'email':
      return dots(value).replace('@', '[@]')
    default:
      return value
  }
}

const dots = (host: string) => host.replaceAll('.', '[.]')
