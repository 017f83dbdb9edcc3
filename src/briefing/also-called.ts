/** What else people call a block. */
const ALSO: Record<string, readonly string[]> = {
  ask: ['action', 'call', 'call to action', 'demand', 'recommendation', 'recommendations', 'request', 'what we ask'],
  comparison: ['arguments', 'rebuttals', 'pros-and-cons'],
  figure: ['image', 'picture', 'photo', 'photograph'],
  internal: ['background', 'confidential', 'if pressed', 'not for distribution', 'private', 'restricted'],
  'key-figures': ['facts', 'key-facts', 'numbers', 'statistics'],
  locator: ['map', 'flag', 'country'],
  note: ['info', 'information', 'example', 'background note'],
  position: ['bottom line', 'key message', 'line to take', 'message', 'our position'],
  recommendations: ['asks', 'actions', 'requests'],
  response: ['answer', 'counter', 'our answer', 'our response', 'rebuttal', 'reply'],
  sources: ['references', 'bibliography', 'citations'],
  status: ['treaty', 'treaty-status', 'ratification'],
  timeline: ['chronology', 'milestones', 'events', 'dates', 'history'],
  warning: ['alert', 'attention', 'danger'],
}

/** Which of some blocks is called so, in any case of letters. */
export const blockCalled = (words: string, names: readonly string[]): string | undefined => names.find((name) => ALSO[name]?.includes(words.toLowerCase()))
