import {describe, expect, it} from 'vitest'
import {letterOf} from '../../src/mail/index.js'
import {front, sound} from '../papers.js'

const letter = async (body: string) => {
  const {edition} = await sound(front() + body)
  return letterOf(edition)
}

describe('the body of a letter', () => {
  it('is the same in plain words and as HTML', async () => {
    const {value, diagnostics} = await letter(`Dear **Sir** & colleagues,

## What is enclosed

1. The [fact sheet](https://example.org/facts), at a glance
2. *Answers*

   with a second paragraph

> [!ASK]
> 1. **States Parties:** hold firm.
> 2. Come back.

<mailto:desk@example.org>
`)
    expect(diagnostics).toEqual([])
    expect(value?.text.replaceAll('\u00a0', ' ')).toBe(`Dear Sir & colleagues,

What is enclosed

1. The fact sheet (https://example.org/facts), at a glance
2. Answers

   with a second paragraph

1. States Parties: hold firm.
2. Come back.

desk@example.org
`)
    for (const part of ['<html lang="en">', '<p>Dear <strong>Sir</strong> &#x26; colleagues,</p>', '<a href="https://example.org/facts">fact sheet</a>', '<em>Answers</em>', '<li><p><strong>States', '<a href="mailto:desk@example.org">']) {
      expect(value?.html).toContain(part)
    }
  })
  it('leaves out what is for our own people', async () => {
    const {value} = await letter('Dear Sir,\n\n> [!INTERNAL]\n> Hold back on this.\n\nYours.\n')
    expect(`${value?.text}${value?.html}`).not.toContain('Hold back')
  })
  it('has its notes at the end', async () => {
    const {value} = await letter('Many have left.[^1]\n\n[^1]: Five of them.\n')
    expect(value?.text).toBe('Many have left. [1]\n\n--\n\n[1] Five of them.\n')
    expect(value?.html).toContain('<sup>[1]</sup>')
  })
  it('cannot show what needs a page', async () => {
    const {value, diagnostics} = await letter('```key-figures\n- {value: 5, label: States have left, source: none}\n```\n'.replace(', source: none', ''))
    expect(value).toBeUndefined()
    expect(diagnostics.map(({rule, place}) => [rule, place.start?.line])).toEqual([['mail/block', 8]])
  })
})
