import {describe, expect, it} from 'vitest'
import {closest} from '../../src/shapes/index.js'

describe('the name that was meant', () => {
  it.each([
    ['lable', 'label'],
    ['titel', 'title'],
    ['Title', 'title'],
    ['labels', 'label'],
    ['key-figurs', 'key-figures'],
    ['keyfigurse', 'key-figures'],
    ['recomendation', 'recommendations'],
  ])('%s is %s', (typed, meant) => expect(closest(typed, ['label', 'title', 'key-figures', 'recommendations'])).toBe(meant))
  it.each(['lbl', 'heading', 'labels-x', 'figures', ''])('%s is none of them', (typed) =>
    expect(closest(typed, ['label', 'title', 'key-figures', 'recommendations'])).toBeUndefined(),
  )
})
