export interface PolicyDirective {
  readonly name: string
  readonly value: string
}

/** The content policy that the page itself carries, one directive a line. */
export function policyDirectives(page: Document): readonly PolicyDirective[] {
  const meta = page.querySelector('meta[http-equiv="Content-Security-Policy"]')
  return (meta?.getAttribute('content') ?? '')
    .split(';')
    .map((directive) => directive.trim())
    .filter(Boolean)
    .map((directive) => {
      const [name = '', ...values] = directive.split(/\s+/)
      return { name, value: values.join(' ') }
    })
}
