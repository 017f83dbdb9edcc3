import {describe, expect, it} from 'vitest'
import {differences} from './differences.js'
import {gfm} from './gfm-examples.js'

describe('what GitHub adds to Markdown', () => {
  it.each(gfm)('$name', async (example) => {
    expect(await differences([example])).toEqual([])
  })
})
