/** A step of a content stream: an operator and what stands before it. */
export interface Step {
  operator: string
  operands: string[]
}

const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|\[|\]|\/[^\s/[\]<>()]*|[^\s/[\]<>()]+/g

/** The steps of a page's stream. */
export function stepsOf(content: string): Step[] {
  const steps: Step[] = []
  let operands: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (/^[/(<>[\]]|^[+-]?\d*\.?\d+$/.test(token)) operands.push(token)
    else {
      steps.push({operator: token, operands})
      operands = []
    }
  }
  return steps
}
