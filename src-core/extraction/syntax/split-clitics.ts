/** Tokens as the treebank has them, and which given token each came from. */
export interface SplitTokens {
  readonly tokens: readonly string[]
  readonly origin: readonly number[]
}

const negated = /^(.+)(n['’]t)$/i
const clitic = /^(.*[\p{L}\p{N}.)\]])(['’](?:s|re|ve|ll|d|m))$/iu
const bare = /^(.*s)(['’])$/i

/** "don't" → "do" "n't", "China's" → "China" "'s", where the tokenizer has left them whole. Returns undefined where nothing is to split. */
export function splitClitics(tokens: readonly string[]): SplitTokens | undefined {
  if (!tokens.some(mayHaveClitic)) return undefined
  const result: string[] = []
  const origin: number[] = []
  tokens.forEach((token, i) => {
    const parts = mayHaveClitic(token) ? partsOf(token) : [token]
    for (const part of parts) {
      result.push(part)
      origin.push(i)
    }
  })
  return result.length === tokens.length ? undefined : { tokens: result, origin }
}

function mayHaveClitic(token: string): boolean {
  if (token.length < 3 || token.length > 64) return false
  const tail = token.slice(-3)
  return (tail.includes("'") || tail.includes('’')) && !/^n['’]t$/i.test(token)
}

function partsOf(token: string): string[] {
  const match = negated.exec(token) ?? clitic.exec(token) ?? bare.exec(token)
  return match?.[1] === undefined || match[2] === undefined ? [token] : [match[1], match[2]]
}
